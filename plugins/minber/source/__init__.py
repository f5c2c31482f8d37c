"""The tree of `content/` as folders of files with digests.

Nothing outside of the tree is ever read, and nothing in it is skipped in silence.
"""
