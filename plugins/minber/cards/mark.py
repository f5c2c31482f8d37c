"""The mark of a site: the first letter of its name, for what has room for no more."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.minber.cards.drawing import GROUND, LIGHT, NOW
from plugins.minber.cards.typefaces import types_of

_FULL = 255
_LETTER = 2 / 3
"""Of the mark's side: the size of the letter, and its baseline."""
_RULE = 8
"""Parts of the side, of which the rule at the foot is one."""


def mark(name: str, side: int, fonts: Path) -> bytes:
    """A square PNG, so many pixels wide, with the first letter of a name."""
    picture = Image.new("RGB", (side, side), GROUND)
    rule = side // _RULE
    ImageDraw.Draw(picture).rectangle((0, side - rule, side, side), fill=NOW)
    letter = types_of(fonts).bold(round(side * _LETTER))
    shades = Image.new("L", picture.size)
    middle = (side - letter.length(name[:1].upper())) / 2
    letter.draw(ImageDraw.Draw(shades), (middle, round(side * _LETTER)), name[:1].upper(), _FULL)
    picture.paste(LIGHT, mask=shades)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
