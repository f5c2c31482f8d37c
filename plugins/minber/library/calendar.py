"""What has happened cannot be of a day that is still to come."""

from __future__ import annotations

from datetime import date

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.records import Record

_DONE = frozenset("updated withdrawn registered done decided checked corrected".split())
"""Keys of facts.yaml that tell of something done; a plan has keys of its own."""


def future_problems(record: Record, today: date) -> list[Problem]:
    """Days of things done that come after `today`, for which the site is built."""
    if record.facts is None:
        return []
    rule = f"what has happened must not be of the future (today is {today})"
    return [
        record.document.problem(loc, rule, day, "Correct the date.")
        for loc, day in _days(record.document.data)
        if day > today and (_DONE.intersection(map(str, loc)) or loc == ("answer", "date"))
    ]


def _days(data: object, loc: Loc = ()) -> list[tuple[Loc, date]]:
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in _days(value, (*loc, key))]
    if isinstance(data, tuple):
        return [found for at, value in enumerate(data) for found in _days(value, (*loc, at))]
    return [(loc, data)] if type(data) is date else []
