"""Working days in Kazakhstan, of state bodies: they work from Monday to Friday."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from plugins.minber.problems import Problem
from plugins.minber.schema.holidays import YearFacts, read_holidays

HOLIDAYS = "plugins/minber/ledger/holidays.yaml"
"""As an editor finds it."""
_SATURDAY = 5
_A_DAY = timedelta(1)


class UnknownYear(LookupError):
    """Nothing is known of the public holidays of a year."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"the public holidays of {year} are not known")


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days that are not as others of the week."""

    years: frozenset[int]
    """Those of which it tells."""
    off: frozenset[date]
    worked: frozenset[date]
    """Saturdays and Sundays that are worked instead of another day."""


def own_calendar() -> WorkCalendar | list[Problem]:
    """The calendar of holidays.yaml beside this file, or all that is wrong in it."""
    text = Path(__file__).with_name("holidays.yaml").read_text("utf-8")
    years = read_holidays(HOLIDAYS, text)
    return years if isinstance(years, list) else work_calendar(years)


def work_calendar(years: Mapping[int, YearFacts]) -> WorkCalendar:
    """The calendar of some years, with what is made up for.

    A holiday that falls on a day off is made up for on the next working day: Law of 13 December
    2001 No. 267 "On Holidays in the Republic of Kazakhstan", article 5.
    """
    moved = {worked: off for facts in years.values() for worked, off in facts.moved.items()}
    holidays = sorted(day for facts in years.values() for day in facts.holidays)
    off = {*holidays, *moved.values()}
    off |= {day for facts in years.values() for day in facts.days_off}
    for holiday in holidays:
        if holiday.weekday() >= _SATURDAY:
            off.add(_next_worked(holiday, off, moved.keys()))
    return WorkCalendar(frozenset(years), frozenset(off), frozenset(moved))


def _next_worked(day: date, off: AbstractSet[date], worked: AbstractSet[date]) -> date:
    day += _A_DAY
    while not _is_worked(day, off, worked):
        day += _A_DAY
    return day


def _is_worked(day: date, off: AbstractSet[date], worked: AbstractSet[date]) -> bool:
    return day in worked or (day.weekday() < _SATURDAY and day not in off)


def is_working_day(day: date, calendar: WorkCalendar) -> bool:
    """Whether state bodies work on a day; raises UnknownYear."""
    if day.year not in calendar.years:
        raise UnknownYear(day.year)
    return _is_worked(day, calendar.off, calendar.worked)


def working_day_after(day: date, count: int, calendar: WorkCalendar) -> date:
    """The count-th working day after a day, which itself does not count; raises UnknownYear.

    A petition is reviewed within so many working days from its registration: Administrative
    Procedural and Process-Related Code of 29 June 2020, article 90-5.  A term begins on the day
    after the event that sets it off: Civil Code of 27 December 1994, article 173.
    """
    while count:
        day += _A_DAY
        count -= is_working_day(day, calendar)
    return day
