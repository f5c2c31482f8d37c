"""A petition's counts and its state on a given day."""
