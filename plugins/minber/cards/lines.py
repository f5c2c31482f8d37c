"""Words in lines: as large as they fit, broken between words, of about the same length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.minber.cards.typefaces import Type, Types
from plugins.minber.fonts.lines import Length, broken, letters, shortened, words_of

LEADING = 1.14
"""From a line to the next, in sizes of the letters."""

_STEP = 4
_NARROWER = 0.02
"""Of the width: by how much lines are made narrower until one more would be needed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as it stands."""

    type: Type
    lines: tuple[str, ...]


def fitted(text: str, room: tuple[int, int], types: Types, largest: int, smallest: int) -> Setting:
    """A bold text in the largest letters in which it fits into a width and a height.

    In the smallest a word too wide for a line is broken between letters, and what finds no room
    ends with `…`.
    """
    width, height = room
    words = words_of(text)
    for size in range(largest, smallest - 1, -_STEP):
        type_ = types.bold(size)
        lines = broken(words, width, type_.length)
        is_low = len(lines) * size * LEADING <= height
        if is_low and max(map(type_.length, words)) <= width:
            return Setting(type_, balanced(words, width, type_.length))
    type_ = types.bold(smallest)
    pieces = [piece for word in words for piece in _pieces(word, width, type_.length)]
    lines = broken(pieces, width, type_.length)
    most = max(1, int(height / (smallest * LEADING)))
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(lines[most - 1], width, type_.length)]
    return Setting(type_, tuple(lines))


def on_one_line(text: str, width: float, type_: Type) -> str:
    """A text of which words are left out at the end where there is no room for all."""
    return text if type_.length(text) <= width else shortened(text, width, type_.length)


def balanced(words: list[str], width: float, length: Length) -> tuple[str, ...]:
    """As many lines as needed, none much longer than others."""
    best = broken(words, width, length)
    narrower = width
    while True:
        narrower -= width * _NARROWER
        lines = broken(words, narrower, length)
        if len(lines) > len(best) or max(map(length, lines)) > narrower:
            return tuple(best)
        best = lines


def _pieces(word: str, width: float, length: Length) -> Iterator[str]:
    """A word, or where it is wider than a line pieces of it that are not."""
    piece = ""
    for letter in letters(word):
        if piece and length(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
