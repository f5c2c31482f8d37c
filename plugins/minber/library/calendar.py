"""Days that cannot be: of the future for what has happened, or in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.facts import CampaignFacts, PetitionFacts
from plugins.minber.schema.records import Record

_DONE = frozenset("updated withdrawn registered done decided checked corrected".split())
"""Keys of facts.yaml that tell of something done; a plan has keys of its own."""


def date_problems(record: Record, today: date) -> list[Problem]:
    """All that is wrong with the days of facts.yaml."""
    return [*_order_problems(record), *future_problems(record, today)]


def _order_problems(record: Record) -> Iterator[Problem]:
    facts = record.facts
    match facts:
        case PetitionFacts(opens=When() as first, closes=date() as last):
            keys, days = ("opens", "closes"), (first, When.of(last))
        case CampaignFacts(started=When() as first, ended=When() as last):
            keys, days = ("started", "ended"), (first, last)
        case _:
            return
    if days[1] < days[0]:
        rule = f"`{keys[1]}` must not come before `{keys[0]}` ({days[0]})"
        yield record.document.problem((keys[1],), rule, days[1], "Correct one of them.")


def future_problems(record: Record, today: date) -> list[Problem]:
    """Days of things done that come after `today`, for which the site is built."""
    if record.facts is None:
        return []
    rule = f"what has happened must not be of the future (today is {today})"
    return [
        record.document.problem(loc, rule, day, "Correct the date.")
        for loc, day in _days(asdict(record.facts))  # type: ignore[call-overload]
        if day > today and (_DONE.intersection(map(str, loc)) or loc == ("answer", "date"))
    ]


def _days(data: object, loc: Loc = ()) -> list[tuple[Loc, date]]:
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in _days(value, (*loc, key))]
    if isinstance(data, tuple):
        return [found for at, value in enumerate(data) for found in _days(value, (*loc, at))]
    return [(loc, data)] if type(data) is date else []
