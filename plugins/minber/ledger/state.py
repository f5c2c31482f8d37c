"""Where a petition stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.schema.facts import PetitionFacts

STATES = (
    "open",
    "upcoming",
    "awaiting",
    "delivered",
    "answered",
    "unlisted",
    "decided",
    "closed",
    "superseded",
)
"""In the order in which a list shows them."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step on a petition's way."""

    key: str
    """opened, closed, delivered, registered or answered."""
    when: When | None
    progress: str
    """done, now, begun, planned or ahead."""


def state_of(facts: PetitionFacts, today: date, *, is_decided: bool) -> str:
    """One of `STATES`; `is_decided` when no demand of the petition is open any more.

    Then there is nothing left to sign for, whether or not the platform still counts.

    A plan to deliver ends nothing.  A petition to which no way to sign is known is
    `unlisted`: the site must not call readers to a door that it cannot show.
    """
    conditions = {
        "answered": facts.answer,
        "superseded": facts.superseded_by,
        "awaiting": facts.registered,
        "delivered": facts.delivery.done,
        "upcoming": facts.opens and facts.opens.first_day > today,
        "closed": facts.closes and facts.closes < today,
        "decided": is_decided,
        "open": any(route.url or route.address for route in facts.routes),
        "unlisted": True,
    }
    return next(state for state, holds in conditions.items() if holds)


def stages(
    facts: PetitionFacts,
    state: str,
    today: date,
    due: date | None = None,
    *,
    is_signed: bool = False,
) -> tuple[Stage, ...]:
    """The petition's way from its opening to the answer, with what is known of each step.

    `due` is the last day for the answer, where there is one; `is_signed` when a count is known.

    The day on which the site wrote of a petition is not the day on which it opened.
    """
    way = [Stage("opened", facts.opens, _collecting(state, bool(facts.opens) or is_signed))]
    if facts.closes:
        progress = "done" if facts.closes < today else "planned"
        way.append(Stage("closed", When.of(facts.closes), progress))
    way.append(_delivery(facts))
    if facts.registered:
        way.append(Stage("registered", When.of(facts.registered), "done"))
    way.append(_answer(facts, state, due))
    # Who no longer gathers signatures and handed none over waits for nothing.
    is_over = state in ("closed", "decided", "superseded")
    return tuple(stage for stage in way if not (is_over and stage.progress == "ahead"))


def _collecting(state: str, has_begun: bool) -> str:
    """Where no way to sign is known, nobody knows either whether the collection is over."""
    unlisted, decided = ("begun", "done") if has_begun else ("ahead", "ahead")
    known = {"open": "now", "upcoming": "ahead", "unlisted": unlisted, "decided": decided}
    return known.get(state, "done")


def _delivery(facts: PetitionFacts) -> Stage:
    if facts.delivery.done:
        return Stage("delivered", When.of(facts.delivery.done), "done")
    if facts.delivery.planned:
        return Stage("delivered", When.of(facts.delivery.planned), "planned")
    return Stage("delivered", None, "ahead")


def _answer(facts: PetitionFacts, state: str, due: date | None) -> Stage:
    if facts.answer:
        return Stage("answered", When.of(facts.answer.date), "done")
    if due and state == "awaiting":
        return Stage("answered", When.of(due), "planned")
    return Stage("answered", None, "now" if state in ("delivered", "awaiting") else "ahead")
