"""Pictures of editors, published only as new pixels: nothing of the file itself remains."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from PIL import Image, ImageOps

from plugins.minber.library.model import Item
from plugins.minber.problems import Problem

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
WIDEST = 1200
QUALITY = 82
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as the site has it."""

    path: str
    """From the root of the site."""
    width: int
    height: int
    data: bytes


def publish(
    items: Iterable[Item], content: Path
) -> tuple[Mapping[tuple[str, str], Published], list[Problem]]:
    """The pictures of all items by item key and file name, from the folder of content."""
    published: dict[tuple[str, str], Published] = {}
    problems: list[Problem] = []
    for item, name in _named(items):
        found = _opened(item, name, content, partial(_published, item, name))
        if isinstance(found, Problem):
            problems.append(found)
        else:
            published[item.key, name] = found
    return published, problems


def picture_problems(items: Iterable[Item], content: Path) -> list[Problem]:
    """What `publish` would refuse, found in less time: pixels are read at an eighth of the size."""
    found = (_opened(item, name, content, _read) for item, name in _named(items))
    return [problem for problem in found if problem]


def _named(items: Iterable[Item]) -> Iterator[tuple[Item, str]]:
    return ((item, name) for item in items if item.is_listed for name in item.pictures)


def _opened(item: Item, name: str, content: Path, use: Callable[[Image.Image], T]) -> T | Problem:
    """What `use` makes of a picture, or why the file cannot be used."""
    shown = f"{item.path}/{name}"
    # Paths are shown from `content`, whatever the folder is called.
    location = content.joinpath(*PurePosixPath(shown).parts[1:])
    try:
        with warnings.catch_warnings():
            # Pillow only warns of what may be a decompression bomb.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(location, formats=FORMATS) as picture:
                fault = _fault(picture)
                if not fault:
                    return use(picture)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        fault = str(error).replace(str(location), name) or type(error).__name__
    remedy = "Save it anew as JPEG, PNG or WebP, and smaller if it is very large."
    return Problem(shown, 1, "a picture must be usable", fault, remedy)


def _published(item: Item, name: str, picture: Image.Image) -> Published:
    data, kind, size = _encoded(_pixels(picture))
    stem = PurePosixPath(name).stem.lower()
    path = f"pictures/{item.key}/{stem}-{item.pictures[name][:8]}.{kind}"
    return Published(path, *size, data)


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
