"""A petition's badge: a picture with title and count that any site can show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from plugins.minber.fonts.lines import broken, shortened
from plugins.minber.library.model import Item
from plugins.minber.views.counts import Count, count_of
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase
from plugins.minber.views.widths import estimated_width

WIDTH, HEIGHT = 400, 146
"""Of the picture, in its own units; it may be shown at any size."""

_COLUMN = 368
_TITLE = 16
"""Size of its letters."""
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class BadgeView:
    lang: str
    """Of the words around the title."""
    title: Phrase
    lines: tuple[str, ...]
    """The title as it stands; the last ends with … where there is no room for all."""
    site_name: str
    state: str
    withdrawn: date | None
    count: Count | None
    width: int
    height: int


def badge_view(here: Here, petition: Item) -> BadgeView:
    """What the badge shows to readers of the language of `here`."""
    title = here.title(petition)
    count = count_of(here, petition) if petition.is_listed else None
    return BadgeView(
        lang=here.code,
        title=title,
        lines=tuple(fitted(title.text, _COLUMN, _TITLE, _MOST_LINES)),
        site_name=here.word("site.name"),
        state=here.site.chosen.states[petition.key],
        withdrawn=petition.facts.withdrawn,
        # Who shows a badge asks for the total; where it was gathered stands on the page.
        count=replace(count, parts=()) if count else None,
        width=WIDTH,
        height=HEIGHT,
    )


def fitted(text: str, width: float, size: float, most: int) -> list[str]:
    """Bold words in lines of a width, at most so many; … stands for what finds no room.

    A word that is wider than a line stands on one of its own.
    """

    def length(line: str) -> float:
        return estimated_width(line, size, is_bold=True)

    lines = broken(text.split(), width, length)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(lines[most - 1], width, length)]
