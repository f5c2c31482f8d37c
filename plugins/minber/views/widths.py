"""How wide words may become in a reader's font, which nobody knows: rather too wide than less."""

from __future__ import annotations

_NARROW, _WIDE = frozenset(" \N{NO-BREAK SPACE}.,:"), frozenset("жмшщыюфЖМШЩЫЮФmwMW")
_USUAL, _OF_NARROW, _OF_WIDE = 0.6, 0.32, 0.92
"""Widths of signs in parts of the size of letters, as wide system fonts have them."""
_BOLD = 1.1


def estimated_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """The width of words in letters of a size, in the same unit."""
    width = size * sum(map(_width, text))
    return width * _BOLD if is_bold else width


def _width(sign: str) -> float:
    if sign in _NARROW:
        return _OF_NARROW
    return _OF_WIDE if sign in _WIDE else _USUAL
