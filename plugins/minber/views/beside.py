"""What a page shows of the texts that stand beside its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.minber.library.kin import named_by
from plugins.minber.library.model import Item
from plugins.minber.views.here import Here
from plugins.minber.views.items import Teaser, teasers
from plugins.minber.views.parts import Link


@dataclass(frozen=True, slots=True)
class Beside:
    """`kin.Kin` as links."""

    earlier: Link | None
    later: Link | None
    related: tuple[Teaser, ...]


def beside(here: Here, item: Item) -> Beside:
    """What stands beside an item; nothing beside a withdrawn one."""
    kin = here.site.chosen.kin.get(item.key)
    if kin is None:
        return Beside(None, None, ())
    return Beside(
        earlier=here.link(kin.earlier) if kin.earlier else None,
        later=here.link(kin.later) if kin.later else None,
        related=_lines(here, kin.related),
    )


def related(here: Here, campaign: Item) -> tuple[Teaser, ...]:
    """The items that a campaign names as related."""
    return _lines(here, named_by(here.library, campaign))


def _lines(here: Here, items: Iterable[Item]) -> tuple[Teaser, ...]:
    """Kind, date and title: what counts is told on their own pages."""
    return tuple(
        replace(teaser, state="", deadline=None, count=None) for teaser in teasers(here, items)
    )
