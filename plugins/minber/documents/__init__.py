"""What is printed: PDF from plain data and the templates of the theme, each made once and kept."""

from __future__ import annotations

from plugins.minber.documents.press import Press
from plugins.minber.documents.publishing import (
    Document,
    Manuscript,
    Order,
    bytes_of,
    keys_of,
    publish,
)

__all__ = ["Document", "Manuscript", "Order", "Press", "bytes_of", "keys_of", "publish"]
