"""The files of a site: those that stand already, those that are kept, and those to be made."""
