from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.ledger.working_days import (
    UnknownYear,
    WorkCalendar,
    is_working_day,
    own_calendar,
    work_calendar,
    working_day_after,
)
from plugins.minber.schema.holidays import read_holidays

YEARS = range(2021, 2028)


def own():
    found = own_calendar()
    assert isinstance(found, WorkCalendar)
    return found


OWN = own()


def working_days(first, last):
    days = (first + timedelta(number) for number in range((last - first).days + 1))
    return sum(is_working_day(day, OWN) for day in days)


def test_the_calendar_tells_of_every_year():
    assert sorted(OWN.years) == [*YEARS]


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        # as counted by the press, from the ministry's calendars of work
        (2021, 3, 19),
        (2021, 7, 20),
        (2022, 3, 19),
        (2022, 5, 19),
        (2022, 7, 20),
        (2023, 5, 20),
        (2024, 1, 21),
        (2024, 3, 17),
        (2024, 5, 20),
        (2025, 10, 22),
        (2026, 1, 19),
        (2026, 5, 17),
    ],
)
def test_a_month_has_as_many_working_days_as_was_announced(year, month, expected):
    last = date(year, month, 28) + timedelta(4)
    assert working_days(date(year, month, 1), last - timedelta(last.day)) == expected


@pytest.mark.parametrize(("year", "expected"), [(2021, 245), (2024, 249), (2025, 246)])
def test_a_year_has_as_many_working_days_as_was_announced(year, expected):
    assert working_days(date(year, 1, 1), date(year, 12, 31)) == expected


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        ("2021-10-25", True),
        ("2022-10-25", False),
        ("2021-12-01", False),
        ("2022-12-01", True),
        ("2021-12-17", False),
        # a Saturday, then the Monday after it: there is no holiday any more to make up for
        ("2022-12-17", False),
        ("2022-12-19", True),
        # Constitution Day has moved
        ("2025-09-01", False),
        ("2026-08-31", True),
        ("2027-03-15", False),
        # worked, and off instead
        ("2022-10-22", True),
        ("2022-10-24", False),
        ("2025-01-05", True),
        ("2025-01-03", False),
        # Kurban Ait on a Sunday is not made up for, Victory Day on a Saturday is
        ("2024-06-17", True),
        ("2026-05-11", False),
    ],
)
def test_a_day_is_worked_or_not(day, is_worked):
    assert is_working_day(date.fromisoformat(day), OWN) == is_worked


@pytest.mark.parametrize(
    ("registered", "count", "due"),
    [
        # The day of registration does not count.
        ("2024-10-01", 1, "2024-10-02"),
        ("2024-10-04", 1, "2024-10-07"),
        # A petition may be registered on a day off.
        ("2024-10-05", 1, "2024-10-07"),
        # New Year on a Saturday and a Sunday, made up for on Monday and Tuesday; then Christmas
        ("2021-12-30", 1, "2021-12-31"),
        ("2021-12-30", 2, "2022-01-05"),
        ("2021-12-30", 4, "2022-01-10"),
        # Nauryz from Friday to Sunday, made up for on Monday and Tuesday
        ("2025-03-20", 1, "2025-03-26"),
        ("2021-03-19", 1, "2021-03-25"),
        # Defender of the Fatherland Day on a Saturday, before a Monday that is a holiday too
        ("2022-05-06", 1, "2022-05-11"),
        # a Saturday and a Sunday that are worked
        ("2024-05-03", 1, "2024-05-04"),
        ("2024-05-03", 3, "2024-05-10"),
        ("2025-01-02", 1, "2025-01-05"),
        # the term of a central body, and of a local one
        ("2024-10-01", 40, "2024-11-27"),
        ("2024-12-02", 20, "2024-12-31"),
        ("2024-12-02", 21, "2025-01-05"),
    ],
)
def test_the_days_of_a_term_are_counted_from_the_next_working_day(registered, count, due):
    start = date.fromisoformat(registered)
    assert working_day_after(start, count, OWN) == date.fromisoformat(due)


@given(st.dates(date(2021, 1, 1), date(2027, 6, 30)), st.integers(1, 100))
def test_a_term_ends_on_a_working_day_and_has_as_many_as_it_says(start, count):
    end = working_day_after(start, count, OWN)
    assert is_working_day(end, OWN)
    assert working_days(start + timedelta(1), end) == count


@pytest.mark.parametrize("start", [date(2020, 12, 30), date(2027, 12, 31), date(2019, 5, 5)])
def test_a_year_of_which_nothing_is_known_is_named(start):
    unknown = (start + timedelta(1)).year
    with pytest.raises(UnknownYear, match=f"the public holidays of {unknown} are not known"):
        working_day_after(start, 3, OWN)


def test_a_term_may_end_on_the_last_day_that_is_known():
    assert working_day_after(date(2027, 12, 30), 1, OWN) == date(2027, 12, 31)


def test_what_is_made_up_for_may_lie_in_a_year_that_is_not_known():
    years = read_holidays("holidays.yaml", "2022: {holidays: [2022-12-31]}")
    assert isinstance(years, dict)
    assert date(2023, 1, 2) in work_calendar(years).off
