"""What files are, by their names."""

from __future__ import annotations

_TYPES = {
    "avif": "image/avif",
    "csv": "text/csv",
    "html": "text/html",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}


def is_compressed(name: str) -> bool:
    """Whether a file would not become smaller: pictures of pixels."""
    return type_of(name).startswith("image/") and not name.endswith(".svg")


def type_of(name: str) -> str:
    """The media type of a file, whatever the system would call it."""
    return _TYPES[name.rpartition(".")[2]]
