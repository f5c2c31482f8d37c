"""Totals as steps: from days and counts to places in a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.minber.languages.when import When
from plugins.minber.views.chart_labels import Box, level, upright

PLOT = 150
"""Pixels from the floor to the highest total or line."""
LEFT, RIGHT = 1.0, 99.0
"""Percent of the width: what stands at an end has room for half a stroke."""

Corner = tuple[float, int]
"""Percent of the width, pixels from the upper edge."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From days and counts to places."""

    first: int
    last: int
    """Days, counted from the year 1."""
    highest: int
    ceiling: int = 0

    @property
    def floor(self) -> int:
        """Pixels from the upper edge to where no signature would be."""
        return self.ceiling + PLOT

    def x(self, when: When) -> float:
        """Percent of the width to a day."""
        share = (day_of(when) - self.first) / (self.last - self.first)
        return round(LEFT + (RIGHT - LEFT) * share, 1)

    def y(self, count: int) -> int:
        """Pixels from the upper edge to a count."""
        return self.floor - round(PLOT * count / self.highest)


def curve_of(totals: Iterable[tuple[When, int]], scale: Scale) -> list[Corner]:
    """Where the total changes, as far as it can be seen, and where it ends."""
    newest = {scale.x(when): scale.y(count) for when, count in totals}
    corners: list[Corner] = []
    for x, y in newest.items():
        if not corners or y != corners[-1][1]:
            corners.append((x, y))
    return corners if corners[-1][0] == x else [*corners, (x, y)]


def path_of(curve: Sequence[Corner], ceiling: int) -> str:
    """An SVG path from the ceiling downwards; places along the width are tenths of a percent."""
    (x, y), *later = [(round(10 * x), y - ceiling) for x, y in curve]
    return f"M{x} {y}" + "".join(f"H{x}V{y}" for x, y in later)


def strokes_of(curve: Sequence[Corner]) -> Iterator[Box]:
    """What the steps cover in the narrowest drawing."""
    for (first, before), (x, y) in pairwise(curve):
        yield level(before, first, x)
        yield upright(x, y, before)


def day_of(when: When) -> int:
    """A day, or the first of a month, counted from the year 1."""
    return when.first_day.toordinal()
