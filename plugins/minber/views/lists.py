"""Lists: of a kind by year, of a topic, and of everything by the alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from plugins.minber.languages.order import first_letter, order_key
from plugins.minber.ledger.state import STATES
from plugins.minber.library.model import Item, newest_first
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.counts import petition_state
from plugins.minber.views.frame import Frame, home_link, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.items import Teaser, teasers, topic_link
from plugins.minber.views.parts import Link, Phrase

ACTIVE = ("open", "upcoming", "awaiting", "delivered")
"""Petitions that a reader may still act on or wait for stand in the first list, of any year."""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    """A petition's state, or ""."""
    items: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    year: int
    href: str
    count: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class ListView:
    frame: Frame
    key: str
    """petitions, statements or news."""
    year: int | None
    """None in the first list, of the newest year."""
    groups: tuple[Group, ...]
    years: tuple[YearLink, ...]
    """The newest first; empty when there is only one."""


def listed(here: Here, kind: str) -> list[Item]:
    """What the lists of a kind show, newest first."""
    found = (item for item in here.library.items() if item.kind == kind and item.is_listed)
    return sorted(found, key=newest_first)


def years_of(items: Iterable[Item]) -> list[int]:
    """The newest first."""
    return sorted({item.published.year for item in items}, reverse=True)


def list_view(here: Here, kind: str, year: int | None = None) -> ListView:
    """The list of the newest year, or of `year`, which is an earlier one."""
    items = listed(here, kind)
    years = years_of(items)
    shown_year = year or (years[0] if years else None)
    shown = [item for item in items if item.published.year == shown_year]
    if kind == "petition" and year is None:
        shown = [
            item
            for item in items
            if item.published.year == shown_year or petition_state(here, item) in ACTIVE
        ]
    key = FOLDER_OF_KIND[kind]
    name = here.word(f"nav.{key}")
    title = Phrase(f"{name}, {year}" if year else name, here.code)
    way = [home_link(here)]
    if year:
        first = here.href(addresses.of_list(kind, here.code))
        way.append(Link(first, Phrase(name, here.code)))
    return ListView(
        frame=page_frame(
            here,
            "list",
            title,
            lambda code: addresses.of_list(kind, code, year),
            breadcrumbs=tuple(way),
        ),
        key=key,
        year=year,
        groups=_groups(here, kind, shown),
        years=_year_links(here, kind, items, shown_year) if len(years) > 1 else (),
    )


def _groups(here: Here, kind: str, items: list[Item]) -> tuple[Group, ...]:
    if kind != "petition":
        return (Group("", _teasers(here, items)),) if items else ()
    states = {item.key: petition_state(here, item) for item in items}
    found = ((state, [item for item in items if states[item.key] == state]) for state in STATES)
    return tuple(Group(state, _teasers(here, group)) for state, group in found if group)


def _year_links(
    here: Here, kind: str, items: list[Item], shown: int | None
) -> tuple[YearLink, ...]:
    years = years_of(items)
    return tuple(
        YearLink(
            year=year,
            href=here.href(addresses.of_list(kind, here.code, None if year == years[0] else year)),
            count=sum(item.published.year == year for item in items),
            is_current=year == shown,
        )
        for year in years
    )


def _teasers(here: Here, items: Iterable[Item]) -> tuple[Teaser, ...]:
    return teasers(here, items, with_campaign=len(here.library.campaigns) > 1)


@dataclass(frozen=True, slots=True)
class TopicView:
    frame: Frame
    name: Phrase
    items: tuple[Teaser, ...]
    topics: tuple[Link, ...]
    """The other topics in use."""


def topics_in_use(here: Here) -> list[str]:
    """Ids of topics that a listed item has, by name in the language of the page."""
    used = {topic for item in _everything(here) if item.facts for topic in item.facts.topics}
    key = partial(order_key, language=here.language)
    names = here.library.registry.topics
    return sorted(used, key=lambda id_: key(names[id_].names[here.code]))


def topic_view(here: Here, topic: str) -> TopicView:
    """All listed items of a topic, newest first."""
    name = here.named(here.library.registry.topics[topic].names)
    items = [item for item in _everything(here) if item.facts and topic in item.facts.topics]
    frame = page_frame(
        here,
        "topic",
        name,
        lambda code: addresses.of_topic(topic, code),
        breadcrumbs=(home_link(here),),
    )
    others = tuple(topic_link(here, id_) for id_ in topics_in_use(here) if id_ != topic)
    return TopicView(frame, name, _teasers(here, sorted(items, key=newest_first)), others)


@dataclass(frozen=True, slots=True)
class Letter:
    letter: str
    items: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class AllView:
    frame: Frame
    letters: tuple[Letter, ...]
    topics: tuple[Link, ...]


def all_view(here: Here) -> AllView:
    """Every text, in the alphabetical order of the page's language."""
    key = partial(order_key, language=here.language)
    items = [item for item in _everything(here) if item.facts]
    ordered = sorted(items, key=lambda item: (key(here.title(item).text), item.key))
    grouped = groupby(ordered, key=lambda item: first_letter(here.title(item).text, here.language))
    title = Phrase(here.word("nav.all"), here.code)
    frame = page_frame(here, "all", title, addresses.all_texts, breadcrumbs=(home_link(here),))
    letters = tuple(Letter(letter, _teasers(here, group)) for letter, group in grouped)
    return AllView(frame, letters, tuple(topic_link(here, id_) for id_ in topics_in_use(here)))


def _everything(here: Here) -> list[Item]:
    campaigns = [campaign.item for campaign in here.library.campaigns]
    return [item for item in (*campaigns, *here.library.items()) if item.is_listed]
