"""The site as files to be carried away: archives, single pages, and a book for Kiwix.

Each is made of the pages that were made already, and has a key made of theirs.
"""
