"""Pictures of editors, published only as new pixels: nothing of the file itself remains."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

from plugins.minber.library.model import Item
from plugins.minber.problems import Problem

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
WIDEST = 1200
QUALITY = 82


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as the site has it."""

    path: str
    """From the root of the site."""
    width: int
    height: int
    data: bytes


def publish(
    items: Iterable[Item], root: Path
) -> tuple[Mapping[tuple[str, str], Published], list[Problem]]:
    """The pictures of all items by item key and file name; `root` is the folder above `content`."""
    published: dict[tuple[str, str], Published] = {}
    problems: list[Problem] = []
    for item in items:
        for name, digest in item.pictures.items():
            shown = f"{item.path}/{name}"
            found = _published(item, name, digest, root / shown)
            if isinstance(found, Published):
                published[item.key, name] = found
            else:
                remedy = "Save it anew as JPEG, PNG or WebP, and smaller if it is very large."
                problems.append(Problem(shown, 1, "a picture must be usable", found, remedy))
    return published, problems


def _published(item: Item, name: str, digest: str, location: Path) -> Published | str:
    """The picture anew, or why it cannot be used."""
    try:
        with warnings.catch_warnings():
            # Pillow only warns of what may be a decompression bomb.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(location, formats=FORMATS) as picture:
                if fault := _fault(picture):
                    return fault
                data, kind, size = _encoded(_pixels(picture))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        return str(error).replace(str(location), name) or type(error).__name__
    stem = PurePosixPath(name).stem.lower()
    path = f"pictures/{item.key}/{stem}-{digest[:8]}.{kind}"
    return Published(path, *size, data)


def _fault(picture: Image.Image) -> str:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        return f"{width} × {height} pixels; at most {MOST_PIXELS:,} are allowed"
    return "more than one frame" if getattr(picture, "n_frames", 1) > 1 else ""


def _pixels(picture: Image.Image) -> Image.Image:
    """The upright pixels in a new picture, which keeps no metadata, profile or comment."""
    upright = ImageOps.exif_transpose(picture)
    has_alpha = upright.mode in ("RGBA", "LA") or "transparency" in upright.info
    pixels = upright.convert("RGBA" if has_alpha else "RGB")
    pixels.thumbnail((WIDEST, WIDEST * 4), Image.Resampling.LANCZOS)
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    return clean


def _encoded(picture: Image.Image) -> tuple[bytes, str, tuple[int, int]]:
    out = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(out, "PNG", optimize=True)
        return out.getvalue(), "png", picture.size
    picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue(), "jpg", picture.size
