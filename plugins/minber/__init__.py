"""Minber: a folder of Markdown becomes a trilingual campaign site.

content/ -> source -> schema -> markup, ledger -> library -> pictures -> views -> pages
         -> inspection -> release

Each room imports only from rooms before it; `generator` alone knows Pelican.
"""
