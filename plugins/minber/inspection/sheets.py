"""What the style sheets in a page load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plugins.minber.inspection.tags import end_of_tag

# Data loads nothing, and a place is on the page itself.  An escape outside of a string may spell
# any of these words (CSS Syntax 3, 4.3.7), and no sheet needs one.
_LOAD = r"""@import\b[^;]*+|url\(\s*+["']?+(?!data:|\#)[^)]*+\)?|image-set\([^)]*+\)?|\\."""
# An address without quotes may hold what else begins a comment or a string (4.3.6).
_ADDRESS = r"""(?<![\w-])url\(\s*+(?!["'])(?:[^)\\]|\\.)*+\)?"""
_STRINGS = r""""(?:[^"\\\n\r\f]|\\.)*+"?|'(?:[^'\\\n\r\f]|\\.)*+'?"""
_HIDING = rf"/\*.*?(?:\*/|\Z)|{_ADDRESS}|{_STRINGS}"
"""What may hold any of these words and load nothing."""
_PIECE = re.compile(f"({_LOAD})|{_HIDING}", re.IGNORECASE | re.DOTALL)
_SHEET = re.compile(r"<style\b", re.IGNORECASE)
_CONTENT = re.compile(r"[^<]*+(?:<(?!/style)[^<]*+)*+", re.IGNORECASE)

_MANY = 1 << 8
"""Sheets that are remembered: pages of one sort have one."""


def loads_of(text: str) -> Iterator[tuple[int, str]]:
    """The places in the text where its style sheets ask for a file, and how they do."""
    for found in _SHEET.finditer(text):
        begin = end_of_tag(text, found.start())
        content = _CONTENT.match(text, begin)
        yield from ((begin + at, words) for at, words in _loads(content[0] if content else ""))


@lru_cache(_MANY)
def _loads(css: str) -> tuple[tuple[int, str], ...]:
    return tuple((found.start(), found[1]) for found in _PIECE.finditer(css) if found[1])
