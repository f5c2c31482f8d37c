"""The day by which a registered petition must be answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from plugins.minber.ledger.working_days import (
    HOLIDAYS,
    UnknownYear,
    WorkCalendar,
    working_day_after,
)
from plugins.minber.problems import Problem
from plugins.minber.schema.facts import PetitionFacts
from plugins.minber.schema.records import Record


def answer_due(
    record: Record, calendar: Callable[[], WorkCalendar | list[Problem]]
) -> tuple[date | None, list[Problem]]:
    """The last day for the answer, None where the facts do not set it, and what is wrong with it.

    The calendar is asked for only where there is such a day.
    """
    match record.facts:
        case PetitionFacts(registered=date() as registered, review_days=int() as count):
            known = calendar()
        case _:
            return None, []
    if isinstance(known, list):
        return None, known
    try:
        return working_day_after(registered, count, known), []
    except UnknownYear as unknown:
        return None, [_unknown(record, count, unknown.year)]


def _unknown(record: Record, count: int, year: int) -> Problem:
    rule = f"the public holidays of {year} must be known to tell when the answer is due"
    remedy = f"Add {year} to {HOLIDAYS}, each day with its source; or correct the number."
    return record.document.problem(("review_days",), rule, count, remedy)
