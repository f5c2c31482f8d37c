"""The picture of a count: the totals of a petition as steps by date, and the same as a table.

Heights are CSS pixels; places along the width are percents of it, for the drawing is as wide as its
column and its words keep their size.  What there is to read stands at the line, the mark or the end
that it belongs to.

What is left out, and where it is to be found all the same:

- a step that is lower than a pixel or narrower than a thousandth of the width (the table);
- an event that comes before or after the totals by more than the time that they span, for it would
  press them to one side (the timeline);
- a goal or a threshold above the first that is still ahead and above twice the newest total, for it
  would press them to the floor (the list of thresholds, the count);
- what has no room for its label (the same);
- in the table of a ledger with more than `BY_DAY` totals, all but the newest of each month.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.minber.languages.dates import written_date, written_number
from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import history
from plugins.minber.library.model import Item
from plugins.minber.library.timeline import Happening
from plugins.minber.views.chart_labels import (
    GAP,
    ROW,
    SIZE,
    Box,
    Label,
    in_rows,
    level,
    place,
    upright,
)
from plugins.minber.views.chart_steps import (
    LEFT,
    PLOT,
    RIGHT,
    Corner,
    Scale,
    curve_of,
    day_of,
    path_of,
    strokes_of,
)
from plugins.minber.views.here import Here

BY_DAY = 62
"""Two months of days."""
_ABOVE = 28
"""Pixels for a label above the highest line."""
MARKED = ("opened", "registered", "closed", "closes", "delivered", "answered")
"""Events of a petition that have a mark, in the order of those of one day."""
_ENDS = ((LEFT, GAP, "start"), (RIGHT, -GAP, "end"))
"""Where the words of a line may stand: percents of the width, pixels, anchors."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    when: When
    count: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A goal or a threshold."""

    y: int
    is_goal: bool
    label: Label


@dataclass(frozen=True, slots=True)
class Chart:
    height: int
    plot: tuple[int, int]
    """Where the plot begins and how high it is."""
    steps: str
    """An SVG path within the plot; its places along the width are tenths of a percent."""
    end: Corner
    """Where the steps end: the newest total."""
    total: Label | None
    lines: tuple[Line, ...]
    marks: tuple[Label, ...]
    """Events: a stroke goes from each down to the floor."""
    days: tuple[Label, ...]
    """Below the floor."""
    first: Row
    last: Row
    rows: tuple[Row, ...]
    is_by_month: bool
    """Whether `rows` has only the newest total of each month."""


def chart_of(here: Here, petition: Item, events: Iterable[Happening]) -> Chart | None:
    """A petition's totals with its events; None where no two totals are of different days.

    A month of which the day is not known stands at its first day.
    """
    rows = _rows(petition)
    if not rows or day_of(rows[0].when) == day_of(rows[-1].when):
        return None
    marked = _near(_events(here, petition, events), rows)
    whens = sorted([*(row.when for row in rows), *(when for when, _ in marked)])
    numbers = _numbers(petition, rows[-1].count)
    scale = Scale(day_of(whens[0]), day_of(whens[-1]), max(rows[-1].count, *numbers, 1))
    marks = _marks(here, marked, scale)
    scale = replace(scale, ceiling=max((label.y for label in marks), default=0) + _ABOVE)
    curve = curve_of(((row.when, row.count) for row in rows), scale)
    strokes = [*(upright(label.x, label.y, scale.floor) for label in marks), *strokes_of(curve)]
    total = _total(here, rows[-1], numbers, scale, strokes)
    listed, is_by_month = _listed(rows)
    return Chart(
        height=scale.floor + ROW + GAP,
        plot=(scale.ceiling, PLOT),
        steps=path_of(curve, scale.ceiling),
        end=curve[-1],
        total=total,
        lines=_lines(here, numbers, scale, [total] if total else [], strokes),
        marks=marks,
        days=_days(here, (whens[0], whens[-1], rows[-1].when, rows[0].when), scale),
        first=rows[0],
        last=rows[-1],
        rows=listed,
        is_by_month=is_by_month,
    )


def _rows(petition: Item) -> tuple[Row, ...]:
    """Each day once: news of verified signatures alone give the same total again."""
    newest = {total.as_of: total for total in history(petition.signatures)}
    return tuple(Row(when, total.count, total.is_over) for when, total in newest.items())


def _listed(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], bool]:
    """The rows of the table, and whether they are of months."""
    if len(rows) <= BY_DAY:
        return rows, False
    return tuple({(row.when.year, row.when.month): row for row in rows}.values()), True


def _events(here: Here, petition: Item, events: Iterable[Happening]) -> Iterator[tuple[When, str]]:
    yield from ((event.when, event.kind) for event in events if event.kind in MARKED)
    closes = petition.facts.closes
    if closes and closes >= here.library.today:
        yield When.of(closes), "closes"


def _near(events: Iterable[tuple[When, str]], rows: Sequence[Row]) -> list[tuple[When, str]]:
    """Events that leave the totals a third of the width, in order."""
    first, last = day_of(rows[0].when), day_of(rows[-1].when)
    days = range(first - (last - first), last + (last - first) + 1)
    found = ((when, kind) for when, kind in events if day_of(when) in days)
    return sorted(found, key=lambda event: (day_of(event[0]), MARKED.index(event[1])))


def _numbers(petition: Item, newest: int) -> dict[int, bool]:
    """The goal and the thresholds that have a line, those to place first at the beginning.

    Each with whether it is the goal.
    """
    goal = petition.facts.goal
    known = {
        *(threshold.count for threshold in petition.facts.thresholds),
        *([goal] if goal else []),
    }
    ahead = min((number for number in known if number > newest), default=0)
    kept = [number for number in known if number <= max(ahead, 2 * newest)]
    return {n: n == goal for n in sorted(kept, key=lambda n: (n != goal, -n))}


def _marks(here: Here, events: Iterable[tuple[When, str]], scale: Scale) -> tuple[Label, ...]:
    points = [(scale.x(when), here.word(f"mark.{kind}")) for when, kind in events]
    return tuple(label for _, label in sorted(in_rows(points).items()))


def _written(here: Here, count: int, *, is_over: bool = False) -> str:
    return written_number(count, here.language) + ("+" if is_over else "")


def _total(
    here: Here, row: Row, numbers: Iterable[int], scale: Scale, strokes: list[Box]
) -> Label | None:
    """The newest total at the end of the steps: above it, also above the next line, or below it."""
    text = _written(here, row.count, is_over=row.is_over)
    x, y = scale.x(row.when), scale.y(row.count)
    levels = [scale.y(number) for number in numbers]
    tops = (y - GAP, *(at for at in sorted(levels, reverse=True) if y - ROW < at < y))
    ways = [(x, 2, "end"), (x, -2, "start")]
    candidates = _above_and_below(text, tops, y + GAP, ways, scale)
    return place(candidates, [], [*strokes, *map(level, levels)])


def _lines(
    here: Here, numbers: Mapping[int, bool], scale: Scale, taken: list[Label], strokes: list[Box]
) -> tuple[Line, ...]:
    """Lines from the floor upwards, each with its number at one of its ends."""
    lines: list[Line] = []
    for number, is_goal in numbers.items():
        y, text = scale.y(number), _written(here, number)
        if is_goal:
            text = here.site.words[here.code].filled("chart.goal", goal=text)
        others = [level(scale.y(other)) for other in numbers if other != number]
        candidates = _above_and_below(text, [y], y, _ENDS, scale)
        if label := place(candidates, [*taken, *(line.label for line in lines)], strokes + others):
            lines.append(Line(y, is_goal, label))
    return tuple(sorted(lines, key=lambda line: -line.y))


def _above_and_below(
    text: str,
    tops: Iterable[int],
    bottom: int,
    ways: Iterable[tuple[float, int, str]],
    scale: Scale,
) -> list[Label]:
    """Where words may stand above one of some heights or below another, but not below the floor."""
    below = [bottom + SIZE] if bottom + SIZE + GAP < scale.floor else []
    heights = [*(top - GAP for top in tops), *below]
    return [Label(text, x, dx, y, anchor) for y in heights for x, dx, anchor in ways]


def _days(here: Here, whens: Iterable[When], scale: Scale) -> tuple[Label, ...]:
    """Days below the floor, those named first first, as far as they have room."""
    labels: list[Label] = []
    y = scale.floor + ROW
    for when in whens:
        text, x = written_date(when, here.language, "medium"), scale.x(when)
        ways = [Label(text, 0, 0, y, "start")] if x == LEFT else []
        ways += [Label(text, 100, 0, y, "end")] if x == RIGHT else []
        if label := place(ways or [Label(text, x, 0, y, "middle")], labels):
            labels.append(label)
    return tuple(sorted(labels, key=lambda label: label.x))
