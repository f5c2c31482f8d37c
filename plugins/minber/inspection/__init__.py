"""What must hold of the pages of a site before it may be released."""
