"""What a person may write in each kind of file, and what is wrong with it."""
