"""What the style sheets in a page load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# Data loads nothing, and a place is on the page itself.  An escape outside of a string may spell
# any of these words (CSS Syntax 3, 4.3.7), and no sheet needs one.
_LOAD = r"""@import\b[^;]*+|(?:url\(\s*+["']?+(?!data:|\#)|image-set\(\s*+["'])[^)]*+\)?|\\."""
_HIDING = r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?"""
"""Comments and strings, in which none of these words loads anything."""
_PIECE = re.compile(f"({_LOAD})|{_HIDING}", re.IGNORECASE | re.DOTALL)
_SHEET = re.compile(r"<style[^<]*+(?:<(?!/style)[^<]*+)*+", re.IGNORECASE)

_MANY = 1 << 8
"""Sheets that are remembered: pages of one sort have one."""


def loads_of(text: str) -> Iterator[tuple[int, str]]:
    """The places in the text where its style sheets ask for a file, and how they do."""
    for sheet in _SHEET.finditer(text):
        yield from ((sheet.start() + at, words) for at, words in _loads(sheet[0]))


@lru_cache(_MANY)
def _loads(css: str) -> tuple[tuple[int, str], ...]:
    return tuple((found.start(), found[1]) for found in _PIECE.finditer(css) if found[1])
