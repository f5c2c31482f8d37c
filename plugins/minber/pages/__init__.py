"""Which pages exist, where, from which template and view; and their HTML."""
