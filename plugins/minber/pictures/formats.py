"""In which formats and widths pictures are published, and how heavy they may be."""

from __future__ import annotations

FORMATS = ("avif", "webp", "jpeg")
"""From the lightest to the one that every browser shows, in place of which a drawing has a PNG."""

WIDTHS = (400, 720, 1312)
"""Pixels: a telephone with one pixel to a dot, with two, and a text column with two."""

FOR_TELEPHONES = 720
"""The widest that a telephone gets, even with three pixels to a dot: the difference is hardly seen,
its weight is felt."""

HEAVIEST = 36_000
"""Bytes for telephones: with a page of the heaviest kind, 14,000, they make 50,000.  What is wider
may be heavier by as much as it has more pixels."""
