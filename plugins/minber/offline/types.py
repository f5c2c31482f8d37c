"""What files are, by their names."""

from __future__ import annotations

_TYPES = {
    "avif": "image/avif",
    "html": "text/html",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "png": "image/png",
    "webp": "image/webp",
}

PIXELS = frozenset(each for each in _TYPES.values() if each.startswith("image/"))
"""The media types of pictures."""


def is_compressed(name: str) -> bool:
    """Whether a file would not become smaller: pictures of pixels."""
    return type_of(name) in PIXELS


def type_of(name: str) -> str:
    """The media type of a file, whatever the system would call it.

    Raises KeyError for an ending that no file of an archive has.
    """
    return _TYPES[name.rpartition(".")[2]]
