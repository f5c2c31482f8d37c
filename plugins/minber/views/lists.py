"""Lists: of a kind by year, of a topic, and of everything by the alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from plugins.minber.languages.order import first_letter, order_key
from plugins.minber.ledger.state import STATES
from plugins.minber.library.model import Item, Items
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.frame import Frame, home_link, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.items import Teaser, teasers, topic_link
from plugins.minber.views.parts import Link, Phrase
from plugins.minber.views.selections import Listing


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


def list_view(here: Here, listing: Listing, year: int | None = None) -> ListView:
    """The list of the newest year, or of `year`, which is an earlier one."""
    kind, key = listing.kind, FOLDER_OF_KIND[listing.kind]
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
            partial(addresses.of_list, kind, year=year),
            breadcrumbs=tuple(way),
        ),
        key=key,
        year=year,
        groups=_groups(here, kind, listing.years[year] if year else listing.newest),
        years=_year_links(here, listing, year) if len(listing.years) > 1 else (),
    )


def _groups(here: Here, kind: str, items: Items) -> tuple[Group, ...]:
    if kind != "petition":
        return (Group("", _teasers(here, items)),) if items else ()
    states = here.site.chosen.states
    found = {state: [item for item in items if states[item.key] == state] for state in STATES}
    # Those who have waited longest stand first; among equals the order stays.
    found["awaiting"].sort(key=lambda item: item.facts.registered)
    return tuple(Group(state, _teasers(here, group)) for state, group in found.items() if group)


def _year_links(here: Here, listing: Listing, shown: int | None) -> tuple[YearLink, ...]:
    newest = next(iter(listing.years))
    return tuple(
        YearLink(
            year=year,
            href=here.href(
                addresses.of_list(listing.kind, here.code, None if year == newest else year)
            ),
            count=len(items),
            is_current=year == (shown or newest),
        )
        for year, items in listing.years.items()
    )


def _teasers(here: Here, items: Iterable[Item]) -> tuple[Teaser, ...]:
    return teasers(here, items, with_campaign=len(here.library.campaigns) > 1)


@dataclass(frozen=True, slots=True)
class TopicLink:
    href: str
    text: Phrase
    count: int
    """How many texts have the topic."""


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    items: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    frame: Frame
    name: Phrase
    years: tuple[Year, ...]
    """The newest first."""
    topics: tuple[TopicLink, ...]
    """The other topics in use."""


def topics_in_use(here: Here) -> list[str]:
    """Ids of topics that a listed item has, by name in the language of the page."""
    key = partial(order_key, language=here.language)
    names = here.library.registry.topics
    return sorted(here.site.chosen.topics, key=lambda id_: key(names[id_].names[here.code]))


def topic_view(here: Here, topic: str) -> TopicView:
    """All listed items of a topic by year, newest first."""
    name = here.named(here.library.registry.topics[topic].names)
    path_in = partial(addresses.of_topic, topic)
    frame = page_frame(here, "topic", name, path_in, breadcrumbs=(home_link(here),))
    others = tuple(_topic(here, id_) for id_ in topics_in_use(here) if id_ != topic)
    by_year = groupby(here.site.chosen.topics[topic], key=lambda item: item.published.year)
    years = tuple(Year(year, _teasers(here, items)) for year, items in by_year)
    return TopicView(frame, name, years, others)


def _topic(here: Here, id_: str) -> TopicLink:
    link = topic_link(here, id_)
    return TopicLink(link.href, link.text, len(here.site.chosen.topics[id_]))


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Texts whose titles begin with the same letter."""

    letter: Phrase
    """In the language of the titles that begin with it."""
    items: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class AllView:
    frame: Frame
    letters: tuple[LetterGroup, ...]
    topics: tuple[TopicLink, ...]


def all_view(here: Here) -> AllView:
    """Every text, in the alphabetical order of the page's language."""
    key = partial(order_key, language=here.language)
    items = here.site.chosen.everything
    ordered = sorted(items, key=lambda item: (key(here.title(item).text), item.key))
    grouped = groupby(ordered, key=lambda item: first_letter(here.title(item).text, here.language))
    title = here.label("nav.all")
    frame = page_frame(here, "all", title, addresses.all_texts, breadcrumbs=(home_link(here),))
    letters = tuple(_letter_group(letter, _lines(here, group)) for letter, group in grouped)
    return AllView(frame, letters, tuple(_topic(here, id_) for id_ in topics_in_use(here)))


def _letter_group(letter: str, items: tuple[Teaser, ...]) -> LetterGroup:
    return LetterGroup(Phrase(letter, items[0].title.lang), items)


def _lines(here: Here, items: Iterable[Item]) -> tuple[Teaser, ...]:
    """Items of which a line is shown, and so no deadline, which may change from day to day."""
    return tuple(replace(teaser, deadline=None) for teaser in _teasers(here, items))
