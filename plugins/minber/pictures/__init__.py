"""Pictures of editors, published only as new pixels: nothing of the file itself remains."""

from __future__ import annotations

from plugins.minber.pictures.formats import FOR_TELEPHONES, FORMATS, HEAVIEST
from plugins.minber.pictures.publishing import (
    Copy,
    Published,
    Studio,
    bytes_of,
    keys_of,
    picture_problems,
    publish,
)

__all__ = [
    "FORMATS",
    "FOR_TELEPHONES",
    "HEAVIEST",
    "Copy",
    "Published",
    "Studio",
    "bytes_of",
    "keys_of",
    "picture_problems",
    "publish",
]
