"""Letters of a weight and a size: how wide they are, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont

from plugins.minber.cards.fonts import BOLD, FONTS, OTHERS, REGULAR
from plugins.minber.fonts.glyphs import characters_in

# Raqm would set pairs such as ГА closer, but it is not there on every system (Windows), and a card
# must have the same bytes wherever it is drawn.
_LAYOUT = ImageFont.Layout.BASIC


@dataclass(frozen=True, slots=True)
class Type:
    """Letters of one weight and size."""

    size: int
    """Pixels of an em."""
    fonts: tuple[tuple[ImageFont.FreeTypeFont, frozenset[str]], ...]
    """With the characters that each has; the first that has one draws it."""

    def length(self, text: str) -> float:
        """How wide a line is, in pixels."""
        return sum(font.getlength(run) for font, run in self._runs(text))

    def draw(self, on: ImageDraw.ImageDraw, at: tuple[float, float], text: str, shade: int) -> None:
        """A line, which begins at a point of the baseline."""
        left, baseline = at
        for font, run in self._runs(text):
            on.text((left, baseline), run, fill=shade, font=font, anchor="ls")
            left += font.getlength(run)

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        for at, run in groupby(text, key=self._font_of):
            yield self.fonts[at][0], "".join(run)

    def _font_of(self, character: str) -> int:
        has = (at for at, (_, known) in enumerate(self.fonts) if character in known)
        return next(has, 0)


@dataclass(frozen=True, slots=True)
class Types:
    """Letters of every size, in two weights."""

    bold: Callable[[int], Type]
    regular: Callable[[int], Type]


def types_of(folder: Path) -> Types:
    """The letters that the fonts in a folder give."""
    known = {name: characters_in(folder / name) for name in FONTS}

    def letters(first: str) -> Callable[[int], Type]:
        @cache
        def of_size(size: int) -> Type:
            names = (first, *OTHERS)
            return Type(size, tuple((_font(folder / each, size), known[each]) for each in names))

        return of_size

    return Types(letters(BOLD), letters(REGULAR))


def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=_LAYOUT)
