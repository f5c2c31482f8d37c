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
    items: Iterable[Item], content: Path
) -> tuple[Mapping[tuple[str, str], Published], list[Problem]]:
    """The pictures of all items by item key and file name, from the folder of content."""
    published: dict[tuple[str, str], Published] = {}
    problems: list[Problem] = []
    for item in items:
        for name, digest in item.pictures.items():
            shown = f"{item.path}/{name}"
            # Paths are shown from `content`, whatever the folder is called.
            location = content.joinpath(*PurePosixPath(shown).parts[1:])
            found = _published(item, name, digest, location)
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
