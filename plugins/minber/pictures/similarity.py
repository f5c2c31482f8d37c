"""How similar a picture is to what a reader gets of it: structural similarity.

The measure is the mean SSIM of Wang, Bovik, Sheikh and Simoncelli ("Image quality assessment: from
error visibility to structural similarity", IEEE Transactions on Image Processing 13, 2004) of the
brightness, over blocks of 8 by 8 pixels that do not overlap, seen from as far as its authors
advise: so that the shorter side has about 256 pixels.  1 is the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from PIL import Image, ImageMath

_BLOCK = 8
_SEEN = 256
_MEANS, _SPREADS = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""The constants C1 and C2 of the formula."""


@dataclass(frozen=True)
class Original:
    """A picture that copies are compared with."""

    picture: Image.Image

    def similarity(self, copy: Image.Image) -> float:
        """Of a copy of the same size, at most 1."""
        first, second = self._seen, _seen(copy)
        mean, other = _blocks(first), _blocks(second)
        values = ImageMath.lambda_eval(
            _ssim,
            m=mean,
            n=other,
            mm=_blocks(_product(first, first)),
            nn=_blocks(_product(second, second)),
            mn=_blocks(_product(first, second)),
        )
        found: Any = values.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        return float(found)

    @cached_property
    def _seen(self) -> Image.Image:
        return _seen(self.picture)


def _seen(picture: Image.Image) -> Image.Image:
    brightness = picture.convert("L")
    factor = max(1, round(min(picture.size) / _SEEN))
    return brightness.reduce(factor).convert("F")


def _blocks(picture: Image.Image) -> Image.Image:
    """The means of the blocks."""
    return picture.reduce(_BLOCK)


def _product(first: Image.Image, second: Image.Image) -> Image.Image:
    product: Any = ImageMath.lambda_eval(lambda each: each["a"] * each["b"], a=first, b=second)
    return cast("Image.Image", product)


def _ssim(each: Any) -> Any:
    m, n = each["m"], each["n"]
    spread, other, common = each["mm"] - m * m, each["nn"] - n * n, each["mn"] - m * n
    alike = (m * n * 2 + _MEANS) * (common * 2 + _SPREADS)
    return alike / ((m * m + n * n + _MEANS) * (spread + other + _SPREADS))
