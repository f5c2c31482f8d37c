"""The fonts of a theme: which characters they have, and what to say of one that they lack."""
