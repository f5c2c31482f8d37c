"""What happened in a campaign or with a petition, in one line of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import first_reached, history, milestones
from plugins.minber.library.model import Campaign, Item
from plugins.minber.schema.facts import PetitionFacts, StageFacts


@dataclass(frozen=True, slots=True)
class Happening:
    when: When
    kind: str
    """petition, statement or news (`item` appeared), bill (`stage` was reached), or of
    the petition `item`: opened, closed, delivery-planned, delivered, registered,
    answered, signatures, threshold."""
    item: Item | None = None
    stage: StageFacts | None = None
    count: int | None = None
    is_over: bool = False
    threshold: str = ""
    is_key: bool = False


def campaign_timeline(campaign: Campaign, today: date) -> tuple[Happening, ...]:
    """Items, events of petitions, milestones of counts and the bill's stages, newest first."""
    found = [*_bill(campaign.item)]
    for item in campaign.items:
        if item.is_listed:
            found.append(Happening(item.published, item.kind, item))
            if item.kind == "petition":
                found += _beside_appearance(item, today)
    return _newest_first(found)


def _beside_appearance(petition: Item, today: date) -> Iterator[Happening]:
    """A petition that opened on the day it appeared needs one line, not two."""
    for event in petition_events(petition, today):
        if event.kind != "opened" or event.when != petition.published:
            yield event


def petition_timeline(petition: Item, today: date) -> tuple[Happening, ...]:
    """A petition's own events, newest first."""
    return _newest_first([*petition_events(petition, today)])


def petition_events(petition: Item, today: date) -> Iterator[Happening]:
    """What the facts and the ledger of a petition tell; a day to come is no event yet."""
    facts: PetitionFacts = petition.facts
    delivery = facts.delivery
    if facts.opens and facts.opens.first_day <= today:
        yield Happening(facts.opens, "opened", petition)
    if facts.closes and facts.closes < today:
        yield Happening(When.of(facts.closes), "closed", petition)
    if delivery.done:
        yield Happening(When.of(delivery.done), "delivered", petition)
    elif delivery.planned:
        yield Happening(When.of(delivery.planned), "delivery-planned", petition)
    if facts.registered:
        yield Happening(When.of(facts.registered), "registered", petition)
    if facts.answer:
        yield Happening(When.of(facts.answer.date), "answered", petition, is_key=True)
    yield from _counts(petition)


def _counts(petition: Item) -> Iterator[Happening]:
    facts: PetitionFacts = petition.facts
    totals = history(petition.signatures)
    reached = {t.id: (first_reached(totals, t.count), t.count) for t in facts.thresholds}
    for id_, (when, count) in reached.items():
        if when:
            yield Happening(when, "threshold", petition, count=count, threshold=id_)
    named = [facts.goal] if facts.goal else []
    days = {when for when, _ in reached.values()}
    for milestone in milestones(totals, named):
        if milestone.when not in days:
            yield Happening(
                milestone.when,
                "signatures",
                petition,
                count=milestone.count,
                is_over=milestone.is_over,
            )


def _bill(campaign: Item) -> Iterator[Happening]:
    stages = campaign.facts.bill
    newest = max((stage.date for stage in stages), default=None)
    for stage in stages:
        yield Happening(stage.date, "bill", stage=stage, is_key=stage.date == newest)


_ORDER = (
    "petition",
    "opened",
    "statement",
    "news",
    "signatures",
    "threshold",
    "delivery-planned",
    "delivered",
    "registered",
    "closed",
    "bill",
    "answered",
)
"""Which of two events of one day stands higher: the one that comes later here."""


def _newest_first(happenings: list[Happening]) -> tuple[Happening, ...]:
    def key(happening: Happening) -> tuple[tuple[int, int, int], int, str]:
        item = happening.item.key if happening.item else ""
        return happening.when.place_among_events, _ORDER.index(happening.kind), item

    return tuple(sorted(happenings, key=key, reverse=True))
