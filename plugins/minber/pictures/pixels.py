"""The pixels of a picture, and nothing else of it: upright, in sRGB, without transparency."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import suppress

from PIL import Image, ImageCms

from plugins.minber.pictures.anatomy import Anatomy, damaged
from plugins.minber.pictures.formats import WIDTHS

WIDEST = max(WIDTHS)
TALLEST = 4 * WIDEST

_GAP = 1.5
"""How much larger than wanted a picture is when it is scaled down with care: before that, whole
blocks of pixels become one, which needs less memory."""
_BAND = 1_000_000
"""Pixels at a time, or one row of blocks, so that no second copy of a large picture is needed."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_WHITE = (255, 255, 255)


def pixels_of(anatomy: Anatomy) -> Image.Image:
    """A new picture of the pixels, at most `WIDEST` wide and `TALLEST` high.

    Raises Unusable.  What is transparent becomes white: on a dark page, black lines on nothing
    could not be seen.
    """
    turn = _TURNS.get(anatomy.orientation)
    scale = _scale(anatomy)
    reduced = _reduced(anatomy, scale)
    upright = reduced.transpose(turn) if turn is not None else reduced
    size = _scaled(anatomy.size, scale)
    size = size[::-1] if anatomy.is_on_its_side else size
    return _in_srgb(upright.resize(size, Image.Resampling.LANCZOS), anatomy.profile)


def check_pixels(anatomy: Anatomy) -> None:
    """Raise Unusable where the pixels cannot be read, found with less work than `pixels_of`."""
    _reduced(anatomy, 1 / 16)


def _scale(anatomy: Anatomy) -> float:
    """By how much a picture is to shrink, at most 1."""
    width, height = anatomy.size[::-1] if anatomy.is_on_its_side else anatomy.size
    return min(1, WIDEST / width, TALLEST / height)


def _scaled(size: tuple[int, int], scale: float) -> tuple[int, int]:
    width, height = size
    return max(1, round(width * scale)), max(1, round(height * scale))


def _reduced(anatomy: Anatomy, scale: float) -> Image.Image:
    """The stored pixels, a little larger than wanted, in the colours of the file."""
    try:
        with Image.open(io.BytesIO(anatomy.pixels), formats=[anatomy.kind]) as picture:
            # A JPEG can be read at a half, a quarter or an eighth of its size.
            picture.draft(None, _scaled(anatomy.size, min(1, scale * _GAP)))
            picture.load()
            left = max(1, round(picture.width / _GAP / max(1, anatomy.size[0] * scale)))
            return _joined(picture, left)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise damaged("pixels that cannot be read") from error


def _joined(picture: Image.Image, factor: int) -> Image.Image:
    """A picture of which each pixel is a block of `factor` by `factor` pixels of another."""
    width, height = (math.ceil(side / factor) for side in picture.size)
    bands = _bands(picture, factor)
    first = next(bands)
    whole = Image.new(first.mode, (width, height))
    whole.paste(first)
    top = first.height
    for band in bands:
        whole.paste(band, (0, top))
        top += band.height
    return whole


def _bands(picture: Image.Image, factor: int) -> Iterator[Image.Image]:
    rows = factor * max(1, _BAND // (picture.width * factor))
    for top in range(0, picture.height, rows):
        band = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
        yield _opaque(band).reduce(factor)


def _opaque(picture: Image.Image) -> Image.Image:
    """Grey, RGB or CMYK without transparency."""
    if picture.mode.startswith("I"):
        # Grey of 16 bits, which Pillow's `convert` would cut off instead of scaling it.
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        shown = picture.convert("RGBA")
        ground = Image.new("RGB", picture.size, _WHITE)
        ground.paste(shown, mask=shown.getchannel("A"))
        return ground
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """The colours as browsers take them where nothing is said (IEC 61966-2-1)."""
    if profile:
        # A profile that is damaged, or of other colours than the picture, says nothing.
        with suppress(OSError, ValueError, ImageCms.PyCMSError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(picture, source, srgb, outputMode="RGB")
            if found is not None:
                return _bare(found)
    return _bare(picture.convert("RGB"))


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels in a new picture, which keeps no metadata, profile or comment."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    return bare
