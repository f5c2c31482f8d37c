"""What the search page asks: an index of words, made by Pagefind from plain data."""

from __future__ import annotations

from plugins.minber.search.publishing import (
    SCRIPT,
    Index,
    Order,
    bytes_of,
    keys_of,
    publish,
    script_files,
)
from plugins.minber.search.records import Record, words_of_html

__all__ = [
    "SCRIPT",
    "Index",
    "Order",
    "Record",
    "bytes_of",
    "keys_of",
    "publish",
    "script_files",
    "words_of_html",
]
