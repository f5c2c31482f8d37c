"""What is new: in a language, in a campaign, and with a petition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.minber.feeds import Category, Entry, Feed, urn
from plugins.minber.library.model import Item, Items
from plugins.minber.library.timeline import Happening, petition_timeline
from plugins.minber.schema.days import instant_of
from plugins.minber.views import addresses
from plugins.minber.views.afar import Afar
from plugins.minber.views.counts import CountPart, parts_when_reached
from plugins.minber.views.events import Event, event
from plugins.minber.views.here import Here
from plugins.minber.views.illustrations import Picture, loose_pictures
from plugins.minber.views.items import Demand, ItemHead, demands_of, item_head
from plugins.minber.views.parts import Link, Phrase
from plugins.minber.views.petition import Answer, answer_of
from plugins.minber.views.selections import MOST_IN_A_FEED


@dataclass(frozen=True, slots=True)
class ItemContent:
    """What an entry says of an item: all of its text."""

    head: ItemHead
    demands: tuple[Demand, ...]
    """A petition's."""
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class EventContent:
    """What an entry says of an event of a petition: either of its timeline, or of a demand."""

    petition: Link
    event: Event | None = None
    parts: tuple[CountPart, ...] = ()
    """Of an event that tells a number of signatures: where they were gathered."""
    answer: Answer | None = None
    demand: Demand | None = None


@dataclass(frozen=True, slots=True)
class NewEntry:
    entry: Entry
    """Without its HTML; without its title where that is an event's."""
    content: ItemContent | EventContent


@dataclass(frozen=True, slots=True)
class FeedView:
    feed: Feed
    """Without its entries."""
    entries: tuple[NewEntry, ...]
    """The newest first; their addresses are absolute."""


def language_feed(here: Here, items: Items) -> FeedView:
    """What is new in a language."""
    afar = _afar(here)
    title, tagline = (afar.phrase(afar.word(f"site.{key}")) for key in ("name", "tagline"))
    feed = _feed(afar, title, tagline, addresses.home(here.code))
    return FeedView(feed, tuple(_item(afar, item) for item in items))


def campaign_feed(here: Here, campaign: Item, items: Items) -> FeedView:
    """What is new in a campaign."""
    afar = _afar(here)
    return FeedView(_feed_of(afar, campaign), tuple(_item(afar, item) for item in items))


def petition_feed(here: Here, petition: Item, named: Items) -> FeedView:
    """What happened to a petition, and what was said of it since.

    Of what is of one moment, items stand first, then outcomes, then events as on its timeline. An
    entry needs an instant: of what is known only to the month, that is the month's beginning.
    """
    afar = _afar(here)
    entries = [_item(afar, item) for item in named]
    entries += [*_outcomes(afar, petition), *_events(afar, petition), _item(afar, petition)]
    newest = sorted(entries, key=lambda each: each.entry.published, reverse=True)
    return FeedView(_feed_of(afar, petition), tuple(newest[:MOST_IN_A_FEED]))


def _afar(here: Here) -> Afar:
    return Afar(here.site, here.language, here.path)


def _feed_of(afar: Afar, item: Item) -> Feed:
    edition = item.shown(afar.code)
    summary = afar.phrase(edition.words.summary, edition.language)
    return _feed(afar, afar.title(item), summary, addresses.of_item(item, afar.code))


def _feed(afar: Afar, title: Phrase, subtitle: Phrase, page: str) -> Feed:
    return Feed(
        # The same feed as JSON has no id of its own.
        id=urn(afar.site.feed_id, afar.path),
        url=afar.href(afar.path),
        page=afar.href(page),
        lang=afar.code,
        title=title.text,
        title_lang=title.lang,
        subtitle=subtitle.text,
        author=afar.word("site.name"),
        author_url=afar.href(addresses.home(afar.code)),
        entries=(),
    )


def _item(afar: Afar, item: Item) -> NewEntry:
    facts = item.facts
    published = instant_of(facts.published)
    changes = [instant_of(day) for day in (facts.updated, *getattr(facts, "corrected", ())) if day]
    entry = Entry(
        id=_id(afar, item),
        url=afar.href_of(item),
        title=afar.title(item).text,
        summary=item.shown(afar.code).words.summary,
        html="",
        published=published,
        updated=max(published, *changes) if changes else published,
        categories=(_kind(afar, item), *_topics(afar, item)),
    )
    demands = demands_of(afar, item) if item.kind == "petition" else ()
    return NewEntry(entry, ItemContent(item_head(afar, item), demands, loose_pictures(afar, item)))


def _id(afar: Afar, item: Item, event: str = "") -> str:
    name = f"{afar.code}/{item.key}"
    return urn(afar.site.feed_id, f"{name}#{event}" if event else name)


def _kind(afar: Afar, item: Item) -> Category:
    return Category(item.kind, afar.word(f"kind.{item.kind}"))


def _topics(afar: Afar, item: Item) -> Iterator[Category]:
    names = afar.library.registry.topics
    for id_ in dict.fromkeys(item.facts.topics):
        yield Category(id_, names[id_].names[afar.code])


def _events(afar: Afar, petition: Item) -> Iterator[NewEntry]:
    """What its timeline tells, but for what is only planned."""
    for happening in petition_timeline(petition, afar.library.today):
        if happening.kind != "delivery-planned":
            content = EventContent(
                petition=afar.link(petition),
                event=event(afar, happening),
                parts=_parts(afar, happening),
                answer=answer_of(afar, petition) if happening.kind == "answered" else None,
            )
            yield _event(afar, petition, _name_of(happening), happening.when.first_day, content)


def _parts(afar: Afar, happening: Happening) -> tuple[CountPart, ...]:
    if not (happening.item and happening.count):
        return ()
    return parts_when_reached(afar, happening.item, happening.count)


def _name_of(happening: Happening) -> str:
    """What tells an event from the petition's others, whenever it was and whatever came before."""
    which = happening.threshold or str(happening.count or "")
    return f"{happening.kind}/{which}" if which else happening.kind


def _outcomes(afar: Afar, petition: Item) -> Iterator[NewEntry]:
    for demand in demands_of(afar, petition):
        if demand.decided:
            content = EventContent(petition=afar.link(petition), demand=demand)
            yield _event(afar, petition, f"demand/{demand.id}", demand.decided, content)


def _event(afar: Afar, petition: Item, name: str, day: date, content: EventContent) -> NewEntry:
    at = instant_of(day)
    entry = Entry(
        id=_id(afar, petition, name),
        url=afar.href_of(petition),
        title="",
        summary="",
        html="",
        published=at,
        updated=at,
        categories=(_kind(afar, petition),),
    )
    return NewEntry(entry, content)
