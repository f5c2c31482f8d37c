"""Which items the home page and the lists show: chosen once for all languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from plugins.minber.ledger.deadline import Deadline, deadline_of
from plugins.minber.ledger.state import state_of
from plugins.minber.library.kin import Kin, kin_of
from plugins.minber.library.model import Item, Items, Library, newest_first
from plugins.minber.source.folders import FOLDER_OF_KIND

ACTIVE = ("open", "upcoming", "awaiting", "delivered")
"""Petitions that a reader may still act on or wait for stand in the first list, of any year."""

MOST_LATEST = 9
MOST_IN_A_FEED = 20
"""Entries: what came before, its readers have, or find in the lists."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The lists of a kind: a page for the newest year, and one for each year before it."""

    kind: str
    newest: Items
    """The items of the newest year, and petitions that are not over."""
    years: Mapping[int, Items]
    """By year, the newest first."""

    @property
    def pages(self) -> tuple[int | None, ...]:
        """The years that have a page of their own: None for the newest, then those before it."""
        return None, *[*self.years][1:]


@dataclass(frozen=True, slots=True)
class Selections:
    """What is listed: not what was withdrawn.  Everything comes newest first."""

    everything: Items
    """Campaigns and items."""
    campaigns: Items
    """As the library has them: the one with the newest item first."""
    listings: Mapping[str, Listing]
    """By kind."""
    topics: Mapping[str, Items]
    """Campaigns and items by topic; only topics in use."""
    states: Mapping[str, str]
    """The state of every petition by its key, also of those withdrawn."""
    deadlines: Mapping[str, Deadline]
    """By key, of petitions that await an answer or have one, where the day for it is set."""
    kin: Mapping[str, Kin]
    """What stands beside each item, by its key."""
    latest: Items
    open_petitions: Items


def selections(library: Library) -> Selections:
    """Everything listed, in every way in which pages list it."""
    items = sorted((item for item in library.items() if item.is_listed), key=newest_first)
    campaigns = tuple(c.item for c in library.campaigns if c.item.is_listed)
    everything = tuple(sorted((*campaigns, *items), key=newest_first))
    states = {i.key: _state(library, i) for i in library.items() if i.kind == "petition"}
    return Selections(
        everything=everything,
        campaigns=campaigns,
        listings={kind: _listing(kind, items, states) for kind in FOLDER_OF_KIND},
        topics=_by_topic(everything),
        states=states,
        deadlines=_deadlines(items, states, library.today),
        kin=kin_of(library),
        latest=tuple(items[:MOST_LATEST]),
        open_petitions=tuple(item for item in items if states.get(item.key) == "open"),
    )


def _state(library: Library, petition: Item) -> str:
    """One of `STATES`, on the day of the build."""
    demands = library.by_key[petition.campaign].facts.demands
    outcomes = [demands[id_].outcome for id_ in petition.facts.demands]
    is_decided = bool(outcomes) and "open" not in outcomes
    return state_of(petition.facts, library.today, is_decided=is_decided)


def _deadlines(
    items: Iterable[Item], states: Mapping[str, str], today: date
) -> dict[str, Deadline]:
    return {
        item.key: deadline_of(item.facts, item.due, today)
        for item in items
        if item.due and states[item.key] in ("awaiting", "answered")
    }


def _listing(kind: str, items: Iterable[Item], states: Mapping[str, str]) -> Listing:
    by_year: defaultdict[int, list[Item]] = defaultdict(list)
    own = [item for item in items if item.kind == kind]
    for item in own:
        by_year[item.published.year].append(item)
    newest = max(by_year, default=None)
    first = [i for i in own if i.published.year == newest or states.get(i.key) in ACTIVE]
    years = {year: tuple(by_year[year]) for year in sorted(by_year, reverse=True)}
    return Listing(kind, tuple(first), years)


def _by_topic(items: Iterable[Item]) -> dict[str, Items]:
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        for topic in dict.fromkeys(item.facts.topics):
            found[topic].append(item)
    return {topic: tuple(found[topic]) for topic in sorted(found)}


def in_feed(items: Iterable[Item], language: str) -> Items:
    """The first of listed items with an edition in a language, as many as a feed has."""
    real = (item for item in items if item.is_listed and language in item.editions)
    return tuple(islice(real, MOST_IN_A_FEED))


def has_feed(item: Item, language: str) -> bool:
    """Whether there is a feed of its own: of every campaign, and of a petition that is listed."""
    is_real = item.is_listed and language in item.editions
    return item.kind == "campaign" or (item.kind == "petition" and is_real)
