"""A card from its words: dark ground, a heavy title, and for a petition how far it has come."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, fields

from PIL import Image, ImageChops, ImageDraw

from plugins.minber.cards.lines import LEADING, fitted, on_one_line
from plugins.minber.cards.text import HEIGHT, WIDTH, CardText
from plugins.minber.cards.typefaces import Types

# `--band`, `--on-band` and `--now` of theme/css/00-tokens.css.
GROUND, LIGHT, NOW = (0x00, 0x47, 0x5A), (0xFF, 0xFD, 0xF8), (0xFF, 0xC6, 0x29)

_LIGHTS, _NOWS = 12, 4
"""Shades from the ground to each: sixteen in all, so that a pixel takes half a byte."""
_FULL, _SOFT, _TRACK = 255, 195, 70
"""Shades of a drawing, which has 256."""

_EDGE = 64
_COLUMN = WIDTH - 2 * _EDGE
_RULE = (56, 68)
_KICKER, _TITLE, _FOOT = 114, 144, 586
"""The baseline of the first line and of the last, and the upper edge of the title."""
_COUNT, _BAR = 496, (514, 536)
_LARGEST, _SMALLEST, _COUNTED, _SMALL = 112, 40, 56, 34
"""Sizes of letters in pixels: in a chat a card is shown at a third or less."""
_GAP = 20
_PACKED = 6
"""Of 9, which takes four times as long to save a twentieth."""


@dataclass(frozen=True, slots=True)
class _Layers:
    """Drawings of the same size, one a colour."""

    light: Image.Image
    now: Image.Image


def drawn(text: CardText, types: Types) -> bytes:
    """The card as a PNG of sixteen colours: the same text, which is in one form, the same bytes."""
    layers = _Layers(*(Image.new("L", (WIDTH, HEIGHT)) for _ in fields(_Layers)))
    light, now = ImageDraw.Draw(layers.light), ImageDraw.Draw(layers.now)
    loud = now if text.is_open else light
    loud.rectangle((_EDGE, _RULE[0], WIDTH - _EDGE - 1, _RULE[1] - 1), fill=_FULL)
    _draw_kicker(text, loud, light, types)
    _draw_title(text, light, types)
    counted = types.bold(_COUNTED)
    counted.draw(light, (_EDGE, _COUNT), on_one_line(text.count, _COLUMN, counted), _FULL)
    if text.share is not None:
        _draw_bar(text.share, light, loud)
    _draw_foot(text, light, types)
    return _saved(layers)


def _draw_kicker(
    text: CardText, loud: ImageDraw.ImageDraw, light: ImageDraw.ImageDraw, types: Types
) -> None:
    """What it is, and the campaign that it belongs to."""
    bold, regular = types.bold(_SMALL), types.regular(_SMALL)
    bold.draw(loud, (_EDGE, _KICKER), text.kind, _FULL)
    left = _EDGE + bold.length(text.kind) + _GAP
    if text.campaign:
        campaign = on_one_line(text.campaign, WIDTH - _EDGE - left, regular)
        regular.draw(light, (left, _KICKER), campaign, _SOFT)


def _draw_title(text: CardText, light: ImageDraw.ImageDraw, types: Types) -> None:
    bottom = _COUNT - _COUNTED if text.count else _FOOT - 2 * _SMALL
    top = _TITLE if text.kind else _KICKER - _SMALL
    room = _COLUMN, bottom - _GAP - top
    setting = fitted(text.title, room, types, _LARGEST, _SMALLEST)
    for number, line in enumerate(setting.lines):
        baseline = top + setting.type.size * (1 + LEADING * number)
        setting.type.draw(light, (_EDGE, round(baseline)), line, _FULL)


def _draw_bar(share: int, light: ImageDraw.ImageDraw, loud: ImageDraw.ImageDraw) -> None:
    top, bottom = _BAR
    end = _EDGE + _COLUMN * share // 100
    if share:
        loud.rectangle((_EDGE, top, end - 1, bottom - 1), fill=_FULL)
    if end < WIDTH - _EDGE:
        light.rectangle((end, top, WIDTH - _EDGE - 1, bottom - 1), fill=_TRACK)


def _draw_foot(text: CardText, light: ImageDraw.ImageDraw, types: Types) -> None:
    """Whose card it is, and how far a petition wants to come."""
    bold, regular = types.bold(_SMALL), types.regular(_SMALL)
    right = WIDTH - _EDGE - regular.length(text.goal)
    regular.draw(light, (right, _FOOT), text.goal, _SOFT)
    bold.draw(light, (_EDGE, _FOOT), on_one_line(text.site, right - _EDGE - _GAP, bold), _SOFT)


def _saved(layers: _Layers) -> bytes:
    """The layers as one picture; where one is drawn the other is empty."""
    light = layers.light.point([_shade(value, _LIGHTS) for value in range(256)])
    # Shades of the second colour come behind those of the first.
    more = [value and _LIGHTS - 1 + value for value in (_shade(v, _NOWS + 1) for v in range(256))]
    card = ImageChops.lighter(light, layers.now.point(more))
    card.putpalette([*_ramp(LIGHT, _LIGHTS), *_ramp(NOW, _NOWS + 1)[3:]])
    out = io.BytesIO()
    card.save(out, "PNG", compress_level=_PACKED)
    return out.getvalue()


def _shade(value: int, shades: int) -> int:
    return round(value * (shades - 1) / 255)


def _ramp(colour: Sequence[int], shades: int) -> list[int]:
    """Shades from the ground to a colour, as red, green and blue in turn."""
    return [
        round(ground + (there - ground) * shade / (shades - 1))
        for shade in range(shades)
        for ground, there in zip(GROUND, colour, strict=True)
    ]
