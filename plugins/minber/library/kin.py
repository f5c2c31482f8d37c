"""Which texts stand beside a text: before and after it in its campaign, and those related to it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from plugins.minber.library.model import Campaign, Item, Items, Library

MOST_RELATED = 2
"""Besides those that the facts name, of which all are shown."""


@dataclass(frozen=True, slots=True)
class Kin:
    """What stands beside an item; nothing of it was withdrawn."""

    earlier: Item | None
    """The one that appeared before it in its campaign."""
    later: Item | None
    related: Items
    """Those that its facts name, in their order; up to two in all are then of its campaign: with
    the most topics in common, at least one; of equal ones those nearest in time, newer first.
    What stands before or after it is not told twice."""


def kin_of(library: Library) -> Mapping[str, Kin]:
    """What stands beside each listed item, by its key."""
    found: dict[str, Kin] = {}
    for campaign in library.campaigns:
        items = tuple(item for item in campaign.items if item.is_listed)
        shelf = _Shelf(items)
        found |= {item.key: _kin(library, shelf, at) for at, item in enumerate(items)}
    return found


def named_by(library: Library, item: Item) -> Items:
    """The items that the facts of an item name as related."""
    others = (library.by_key[key] for key in dict.fromkeys(item.facts.related))
    return tuple(other for other in others if other.is_listed and other.key != item.key)


def named_with(petition: Item, campaign: Campaign) -> Items:
    """The items of its campaign that a petition names as related, or that name it; newest first."""
    own = petition.facts.related
    return tuple(
        item for item in campaign.items if item.key in own or petition.key in item.facts.related
    )


def _kin(library: Library, shelf: _Shelf, at: int) -> Kin:
    items = shelf.items
    later = items[at - 1] if at else None
    earlier = items[at + 1] if at + 1 < len(items) else None
    shown = {each.key for each in (items[at], later, earlier) if each}
    related = [each for each in named_by(library, items[at]) if each.key not in shown]
    shown |= {each.key for each in related}
    more = (each for each in shelf.alike(at, len(shown)) if each.key not in shown)
    return Kin(earlier, later, (*related, *islice(more, max(0, MOST_RELATED - len(related)))))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The listed items of a campaign, newest first."""

    items: Items
    _places: dict[frozenset[str], list[list[int]]] = field(default_factory=dict)

    def alike(self, at: int, spare: int) -> Iterator[Item]:
        """Items that share topics with one, the most alike first.

        Of equally alike ones only so many are looked at as can be wanted when `spare` are not.
        """
        day = self.items[at].published.last_day
        for places in self._by_likeness(frozenset(self.items[at].facts.topics)):
            middle, most = bisect_left(places, at), MOST_RELATED + spare
            near = places[max(0, middle - most) : middle + most]
            yield from (
                self.items[place]
                for place in sorted(
                    near,
                    key=lambda p: (abs((self.items[p].published.last_day - day).days), p),
                )
            )

    def _by_likeness(self, topics: frozenset[str]) -> list[list[int]]:
        """The places of items by how many topics they share with a set, most first."""
        if topics not in self._places:
            self._places[topics] = _ranked(self.items, topics)
        return self._places[topics]


def _ranked(items: Iterable[Item], topics: frozenset[str]) -> list[list[int]]:
    ranks: defaultdict[int, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        if shared := len(topics.intersection(item.facts.topics)):
            ranks[shared].append(place)
    return [ranks[shared] for shared in sorted(ranks, reverse=True)]
