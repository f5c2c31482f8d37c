"""The fonts of a theme with which cards are drawn."""

from __future__ import annotations

REGULAR, BOLD = "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"
OTHERS = ("NotoSansMath-Regular.ttf", "NotoSansSymbols2-Regular.ttf")
"""For arrows and signs that the first has not."""
FONTS = (REGULAR, BOLD, *OTHERS)
