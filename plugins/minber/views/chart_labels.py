"""Words in a drawing: where they stand so that none lies on another or leaves the drawing.

Heights are CSS pixels, places along the width percents of it.  Labels are placed for the narrowest
drawing; in a wider one they only move apart, for each keeps its width beside a place of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.minber.views.widths import estimated_width

NARROWEST = 288
"""Pixels: a column on a screen of 320."""
SIZE = 13
"""Pixels of the letters, on every screen."""
ROW = 18
"""Pixels from one row of labels to the next."""
GAP = 5
"""Pixels between a stroke and the label beside it."""
_ASCENT, _DESCENT = 14, 4
_BOTTOM = 10_000


class Box(NamedTuple):
    """Pixels from the left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they have more in common than an edge."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True, slots=True)
class Label:
    """Words of one line, in the language of the page."""

    text: str
    x: float
    """Percent of the width."""
    dx: int
    """Pixels to the right of `x`."""
    y: int
    """Pixels of the line that the letters stand on."""
    anchor: str
    """What of the words stands at the place: start, middle or end."""

    def box(self, width: float = NARROWEST) -> Box:
        """What the words cover at most, by estimate, in a drawing of a width."""
        length = estimated_width(self.text, SIZE)
        left = self.x * width / 100 + self.dx
        left -= {"start": 0.0, "middle": length / 2, "end": length}[self.anchor]
        return Box(left, self.y - _ASCENT, left + length, self.y + _DESCENT)


def beside(text: str, x: float, y: int) -> tuple[Label, Label]:
    """To the right and to the left of a place."""
    return Label(text, x, GAP, y, "start"), Label(text, x, -GAP, y, "end")


def upright(x: float, top: float, bottom: float = _BOTTOM) -> Box:
    """A thin stroke at a percent of the narrowest width."""
    at = x * NARROWEST / 100
    return Box(at - 1, top, at + 1, bottom)


def level(y: float, first: float = 0, last: float = 100) -> Box:
    """A thin stroke between two percents of the narrowest width."""
    return Box(first * NARROWEST / 100, y - 1, last * NARROWEST / 100, y + 1)


def place(
    candidates: Iterable[Label],
    taken: Iterable[Label],
    strokes: Sequence[Box] = (),
    own_stroke: Callable[[Label], Box] | None = None,
) -> Label | None:
    """The first of the candidates with the fewest crossings; None where there is no room.

    It leaves neither side of the drawing and lies on no label that is there.  A crossing is one of
    the strokes through it, or the stroke that it would bring through another label.
    """
    boxes = [label.box() for label in taken]

    def crossings(label: Label) -> int:
        own = label.box()
        brought = own_stroke(label) if own_stroke else None
        through_others = sum(brought.meets(box) for box in boxes) if brought else 0
        return through_others + sum(own.meets(stroke) for stroke in strokes)

    free = [label for label in candidates if _is_free(label.box(), boxes)]
    return min(free, key=crossings, default=None)


def _is_free(box: Box, others: Iterable[Box]) -> bool:
    return box.left >= 0 and box.right <= NARROWEST and not any(map(box.meets, others))


def in_rows(points: Sequence[tuple[float, str]]) -> dict[int, Label]:
    """Labels at the heads of upright strokes, by the place in `points`, which are in order.

    A stroke goes down from its label through all rows below.  So of two labels on the right of
    their strokes the left one stands higher, and of two on the left the right one: those that have
    room on the left only come first, from the right edge inwards, then the others.
    """
    placed: dict[int, Label] = {}
    strokes: list[Box] = []
    last = [
        at for at, (x, text) in enumerate(points) if beside(text, x, 0)[0].box().right > NARROWEST
    ]
    for at in [*reversed(last), *(at for at in range(len(points)) if at not in last)]:
        x, text = points[at]
        heights = (_ASCENT + ROW * row for row in range(len(points)))
        candidates = [label for y in heights for label in beside(text, x, y)]
        if label := place(candidates, placed.values(), strokes, _stroke_below):
            placed[at] = label
            strokes.append(_stroke_below(label))
    return placed


def _stroke_below(label: Label) -> Box:
    return upright(label.x, label.y - _ASCENT)
