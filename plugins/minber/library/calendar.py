"""Days that cannot be: of the future for what has happened, or in the wrong order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.facts import CampaignFacts, Facts, PetitionFacts
from plugins.minber.schema.records import Record
from plugins.minber.schema.tables import SignatureRow

_DONE = frozenset("updated withdrawn registered done decided checked corrected".split())
"""Keys of facts.yaml that tell of something done; a plan has keys of its own."""


def date_problems(record: Record, today: date) -> list[Problem]:
    """All that is wrong with the days of facts.yaml."""
    return [*_order_problems(record), *future_problems(record, today)]


def _order_problems(record: Record) -> Iterator[Problem]:
    for earlier, first, loc, last in _in_order(record.facts):
        if first and last and last < first:
            rule = f"`{'.'.join(loc)}` must not come before `{earlier}` ({first})"
            yield record.document.problem(loc, rule, last, "Correct one of them.")


def _in_order(
    facts: Facts | None,
) -> Iterator[tuple[str, When | None, tuple[str, ...], When | None]]:
    """A key and its day, the place of what comes later and its day."""
    match facts:
        case PetitionFacts():
            yield "opens", facts.opens, ("closes",), _when(facts.closes)
            answered = _when(facts.answer.date if facts.answer else None)
            yield "registered", _when(facts.registered), ("answer", "date"), answered
        case CampaignFacts():
            yield "started", facts.started, ("ended",), facts.ended


def _when(day: date | None) -> When | None:
    return When.of(day) if day else None


def future_problems(record: Record, today: date) -> list[Problem]:
    """Days of things done that come after `today`, for which the site is built."""
    rule = f"what has happened must not be of the future (today is {today})"
    return [
        record.document.problem(loc, rule, day, "Correct the date.")
        for loc, day in days_of(record.facts)
        if day > today and _is_done(loc)
    ]


def newest_done(facts: Facts | None, rows: Iterable[SignatureRow]) -> date | None:
    """The last day of which facts and a ledger say that something happened on it."""
    days = [day for loc, day in days_of(facts) if _is_done(loc)]
    return max([*days, *(row.date.first_day for row in rows)], default=None)


def _is_done(loc: Loc) -> bool:
    return bool(_DONE.intersection(map(str, loc))) or loc == ("answer", "date")


def days_of(data: object, loc: Loc = ()) -> Iterator[tuple[Loc, date]]:
    """Every day in facts with its place; of a month its first day."""
    if type(data) is date:
        yield loc, data
    elif isinstance(data, When):
        yield loc, data.first_day
    elif is_dataclass(data):
        for field in fields(data):
            yield from days_of(getattr(data, field.name), (*loc, field.name))
    elif isinstance(data, (dict, tuple)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from days_of(value, (*loc, key))
