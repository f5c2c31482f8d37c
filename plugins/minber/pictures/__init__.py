"""Pictures of editors, published only as new pixels: nothing of the file itself remains."""

from __future__ import annotations

from plugins.minber.pictures.publishing import (
    Published,
    bytes_of,
    keys_of,
    picture_problems,
    publish,
)

__all__ = ["Published", "bytes_of", "keys_of", "picture_problems", "publish"]
