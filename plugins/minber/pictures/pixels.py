"""Pixels of a file that an editor gives, and nothing else of it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageOps

from plugins.minber.problems import Problem

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
WIDEST = 1200
QUALITY = 82
T = TypeVar("T")

Clean = tuple[tuple[int, int, str], bytes]
"""Width, height and the ending of the name; and the file."""


def clean(location: Path, shown: str) -> Clean | Problem:
    """The picture in a new file, or why it cannot be used; `shown` is its path in problems."""
    return _opened(location, shown, _made)


def trouble(location: Path, shown: str) -> Problem | None:
    """Why a picture cannot be used, found in less time."""
    return _opened(location, shown, _read)


def _opened(location: Path, shown: str, use: Callable[[Image.Image], T]) -> T | Problem:
    """What `use` makes of a picture, or why the file cannot be used."""
    try:
        with warnings.catch_warnings():
            # Pillow only warns of what may be a decompression bomb.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(location, formats=FORMATS) as picture:
                fault = _fault(picture)
                if not fault:
                    return use(picture)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        fault = str(error).replace(str(location), location.name) or type(error).__name__
    remedy = "Save it anew as JPEG, PNG or WebP, and smaller if it is very large."
    return Problem(shown, 1, "a picture must be usable", fault, remedy)


def _read(picture: Image.Image) -> None:
    picture.draft("RGB", (picture.width // 8, picture.height // 8))
    picture.load()


def _fault(picture: Image.Image) -> str:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        return f"{width} × {height} pixels; at most {MOST_PIXELS:,} are allowed"
    # Telephones put a small copy behind a photo (MPO); the first frame is the photo.
    is_animated = picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1
    return "more than one frame" if is_animated else ""


def _pixels(picture: Image.Image) -> Image.Image:
    """The upright pixels in a new picture, which keeps no metadata, profile or comment."""
    upright = _eight_bits(ImageOps.exif_transpose(picture))
    has_alpha = upright.mode in ("RGBA", "LA") or "transparency" in upright.info
    pixels = upright.convert("RGBA" if has_alpha else "RGB")
    pixels.thumbnail((WIDEST, WIDEST * 4), Image.Resampling.LANCZOS)
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    return clean


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Grey of 16 bits scaled down, which Pillow's `convert` would cut off instead."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _encoded(picture: Image.Image) -> tuple[bytes, str, tuple[int, int]]:
    out = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(out, "PNG", optimize=True)
        return out.getvalue(), "png", picture.size
    picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue(), "jpg", picture.size


def _made(picture: Image.Image) -> Clean:
    data, ending, (width, height) = _encoded(_pixels(picture))
    return (width, height, ending), data
