"""The pages of statements and news."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.library.model import Edition, Item
from plugins.minber.views.beside import Beside, beside
from plugins.minber.views.frame import Frame, item_frame
from plugins.minber.views.here import Here
from plugins.minber.views.illustrations import Picture, loose_pictures
from plugins.minber.views.items import ItemHead, item_head
from plugins.minber.views.parts import Phrase
from plugins.minber.views.printables import Printable, printables
from plugins.minber.views.voices import (
    CountryGroup,
    Signatory,
    Source,
    by_country,
    in_order,
    organisation,
    signatory,
    source_of,
)


@dataclass(frozen=True, slots=True)
class RecommendationGroup:
    body: Phrase
    """As an addressee."""
    items: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    frame: Frame
    head: ItemHead
    voice: str
    """own or reported."""
    source: Source | None
    place: Phrase | None
    addressees: tuple[Phrase, ...]
    copies: tuple[Phrase, ...]
    """Addressees, copies and recommendations stand in the order of the facts."""
    initiators: tuple[CountryGroup, ...]
    organisations: tuple[CountryGroup, ...]
    people: tuple[Signatory, ...]
    signatory_count: int | None
    """All who signed, as far as that is known."""
    as_of: When | date
    """The day for which the count and the names hold."""
    recommendations: tuple[RecommendationGroup, ...]
    full_text: str
    joining: str
    beside: Beside
    pictures: tuple[Picture, ...]
    printables: tuple[Printable, ...]


def statement_view(here: Here, statement: Item) -> StatementView:
    """A statement's page in the language of `here`."""
    facts, edition = statement.facts, statement.shown(here.code)
    bodies = here.library.registry.bodies
    initiators = tuple(organisation(here, id_) for id_ in facts.signed_by)
    listed = len(statement.signatories) + len(initiators)
    return StatementView(
        frame=item_frame(here, statement),
        head=item_head(here, statement),
        voice=facts.voice,
        source=source_of(here, facts.source),
        place=place_of(here, edition, facts.place),
        addressees=tuple(here.named(bodies[id_].to) for id_ in facts.addressees),
        copies=tuple(here.named(bodies[id_].to) for id_ in facts.copies),
        initiators=by_country(here, initiators),
        organisations=by_country(here, _signed_as(here, statement, "organisation")),
        people=in_order(here, _signed_as(here, statement, "person")),
        signatory_count=facts.signatory_count or listed or None,
        as_of=facts.updated or statement.published,
        recommendations=tuple(
            RecommendationGroup(
                here.named(bodies[body].to),
                tuple(
                    here.phrase(*statement.worded(here.code, "recommendations", id_)) for id_ in ids
                ),
            )
            for body, ids in facts.recommendations.items()
        ),
        full_text=facts.full_text or "",
        joining=facts.joining or "",
        beside=beside(here, statement),
        pictures=loose_pictures(here, statement),
        printables=printables(here, statement),
    )


def _signed_as(here: Here, statement: Item, kind: str) -> Iterable[Signatory]:
    original = statement.original.language
    rows = (row for row in statement.signatories if row.kind == kind)
    return (signatory(here, row, original) for row in rows)


def place_of(here: Here, edition: Edition, in_facts: str | None) -> Phrase | None:
    """The place that the words of an edition name, else that of the facts."""
    if edition.words.dateline or not in_facts:
        return here.maybe(edition.words.dateline, edition.language)
    return here.tidied(in_facts, edition.language)


@dataclass(frozen=True, slots=True)
class NewsView:
    frame: Frame
    head: ItemHead
    voice: str
    dateline: Phrase | None
    source: Source | None
    beside: Beside
    pictures: tuple[Picture, ...]


def news_view(here: Here, news: Item) -> NewsView:
    """The page of a news piece in the language of `here`."""
    facts, edition = news.facts, news.shown(here.code)
    return NewsView(
        frame=item_frame(here, news),
        head=item_head(here, news),
        voice=facts.voice,
        dateline=place_of(here, edition, facts.dateline),
        source=source_of(here, facts.source),
        beside=beside(here, news),
        pictures=loose_pictures(here, news),
    )
