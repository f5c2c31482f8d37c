"""holidays.yaml: the days on which state bodies do not work, by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Any

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Document, parse_yaml
from plugins.minber.schema.marks import Made, Wrong, written
from plugins.minber.schema.types import Day
from plugins.minber.schema.validation import validated


@written
class YearFacts:
    """The days off of a year, besides Saturdays and Sundays."""

    holidays: tuple[Day, ...]
    """One that falls on a day off is made up for."""
    days_off: tuple[Day, ...] = ()
    """Those that nothing makes up for."""
    moved: dict[Day, Day] = field(default_factory=dict)
    """The day off by the day that is worked instead."""


def _year(value: object) -> int:
    text = str(value)
    if len(text) != len("2021") or not (text.isascii() and text.isdecimal()):
        raise Wrong("must be a year", "Write it as 2021.")
    return int(text)


Year = Annotated[int, Made(_year)]


def read_holidays(path: str, text: str) -> Mapping[int, YearFacts] | list[Problem]:
    """The days off by year, or all that is wrong with them."""
    document = parse_yaml(path, text)
    if isinstance(document, Problem):
        return [document]
    kind: Any = dict[Year, YearFacts]
    years: Mapping[int, YearFacts] | list[Problem] = validated(kind, document)
    if isinstance(years, list):
        return years
    return [*_strays(years, document)] or years


def _strays(years: Mapping[int, YearFacts], document: Document) -> Iterator[Problem]:
    """Days that stand in another year's place; a move may lead from one year to the next."""
    for year, facts in years.items():
        days: dict[str, tuple[date, ...]] = {"holidays": facts.holidays, "days_off": facts.days_off}
        for key, listed in days.items():
            for number, day in enumerate(listed):
                if day.year != year:
                    rule = f"a day off of {year} must lie in that year"
                    yield document.problem((str(year), key, number), rule, day, "Correct the year.")
