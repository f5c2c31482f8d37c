"""A picture as files for readers: in several formats and widths, each as light as it may be."""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PIL import Image

from plugins.minber.pictures.formats import FOR_TELEPHONES, FORMATS, HEAVIEST, WIDTHS
from plugins.minber.pictures.similarity import Original

SIMILAR = 0.985
"""What a copy must reach (see `similarity`): less is seen in hair and cloth."""

_QUALITIES = range(10, 91, 5)
_LEAST = {"avif": 35, "webp": 50, "jpg": 60}
"""Qualities below which a clear sky shows steps, however similar the whole is."""
_COLOURS = 256
_ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
_SAVED: Mapping[str, tuple[str, Mapping[str, object]]] = {
    # One thread: all processors have pictures of their own.
    "avif": ("AVIF", {"max_threads": 1, "subsampling": "4:2:0"}),
    "webp": ("WEBP", {}),
    "jpg": ("JPEG", {"optimize": True, "progressive": True}),
    "png": ("PNG", {"optimize": True}),
}
_DRAWN = {"webp": "webp", "jpeg": "png"}
"""By format, the ending of a drawing's file: what blurs no line."""
_EXACT: Mapping[str, Mapping[str, object]] = {"webp": {"lossless": True}, "png": {}}
_Effort = Mapping[str, Mapping[str, object]]
_FAST: _Effort = {"avif": {"speed": 9}, "webp": {"method": 4}, "jpg": {}}
"""Enough to find a quality with: what is saved with more care is as similar, and smaller."""
_USUAL: _Effort = {"avif": {"speed": 8}, "webp": {"method": 4}, "jpg": {}}
_CAREFUL: _Effort = {"avif": {"speed": 6}, "webp": {"method": 6}, "jpg": {}}
"""For telephones: an AVIF takes three times as long and weighs a ninth less."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one format and width."""

    ending: str
    width: int
    data: bytes


def renditions(
    picture: Image.Image, formats: Collection[str], *, may_be_drawing: bool
) -> tuple[Rendition, ...]:
    """All files of a picture by format, in the order in which browsers are to take them."""
    sizes = _sizes(picture)
    sample = Original(sizes[max(w for w in sizes if w <= FOR_TELEPHONES or w == min(sizes))])
    wanted = [name for name in FORMATS if name in formats]
    is_drawing = may_be_drawing and not _DRAWN.keys().isdisjoint(wanted) and _is_drawing(sample)
    make = _drawn if is_drawing else _painted
    return tuple(made for name in wanted for made in make(name, sizes, sample))


def _sizes(picture: Image.Image) -> dict[int, Image.Image]:
    """A picture by the widths in which it is shown, none wider than itself."""
    widths = (*(width for width in WIDTHS if width < picture.width), picture.width)
    heights = {width: max(1, round(picture.height * width / picture.width)) for width in widths}
    resized = Image.Resampling.LANCZOS
    return {width: picture.resize((width, heights[width]), resized) for width in widths}


def _painted(
    name: str, sizes: Mapping[int, Image.Image], sample: Original
) -> tuple[Rendition, ...]:
    """A photograph in a format that leaves out what is not seen."""
    ending = _ENDINGS[name]
    quality = _quality(sample, ending)
    return tuple(
        Rendition(ending, width, _light(picture, ending, quality))
        for width, picture in sizes.items()
    )


def _quality(sample: Original, ending: str) -> int:
    """The lowest at which a copy is similar enough."""

    def similarity(quality: int) -> float:
        data = _saved(sample.picture, ending, quality=quality, **_FAST[ending])
        with Image.open(io.BytesIO(data)) as copy:
            return sample.similarity(copy)

    worth_it = [quality for quality in _QUALITIES if quality >= _LEAST[ending]]
    at = bisect_left(worth_it, SIMILAR, key=similarity)
    return worth_it[min(at, len(worth_it) - 1)]


def _light(picture: Image.Image, ending: str, quality: int) -> bytes:
    """A file in a quality, or in a lower one that is not too heavy."""
    most = HEAVIEST * max(1, picture.width / FOR_TELEPHONES) ** 2
    effort = (_CAREFUL if picture.width <= FOR_TELEPHONES else _USUAL)[ending]
    data = _saved(picture, ending, quality=quality, **effort)
    if len(data) <= most:
        return data

    def weight(quality: int) -> int:
        return len(_saved(picture, ending, quality=quality, **_FAST[ending]))

    at = bisect_right(_QUALITIES, most, key=weight)
    return _saved(picture, ending, quality=_QUALITIES[max(0, at - 1)], **effort)


def _is_drawing(sample: Original) -> bool:
    """Whether few colours give it as well as a photograph's format does, and in less room.

    Never where telephones would get too much of it: lines have no quality that could be lower.
    """
    few = _in_few_colours(sample.picture)
    if sample.similarity(few) < SIMILAR:
        return False
    photograph = _saved(sample.picture, "jpg", quality=_quality(sample, "jpg"))
    return len(_saved(few, "png")) <= min(len(photograph), HEAVIEST)


def _drawn(name: str, sizes: Mapping[int, Image.Image], _: Original) -> tuple[Rendition, ...]:
    """A drawing, with every line as it is: AVIF would blur them, or be no lighter."""
    ending = _DRAWN.get(name)
    if ending is None:
        return ()
    return tuple(
        Rendition(ending, width, _saved(_in_few_colours(picture), ending, **_EXACT[ending]))
        for width, picture in sizes.items()
    )


def _in_few_colours(picture: Image.Image) -> Image.Image:
    return picture.quantize(_COLOURS, dither=Image.Dither.NONE)


def _saved(picture: Image.Image, ending: str, **options: object) -> bytes:
    kind, usual = _SAVED[ending]
    out = io.BytesIO()
    picture.save(out, kind, **{**usual, **options})
    return out.getvalue()
