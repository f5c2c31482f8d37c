"""The languages of the site: dates, numbers, lists, alphabetical order, words of the interface.

Knows no content and no other room.  A language is one row of settings and one .po file.
"""
