from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.when import When

days = st.dates().map(When.of)
months = st.dates().map(lambda date: When(date.year, date.month))
whens = days | months


@given(whens)
def test_what_iso_writes_parse_reads(when):
    assert When.parse(when.iso) == when


@given(whens, whens)
def test_order_is_that_of_the_first_days(one, other):
    assert one.first_day <= other.first_day or one > other


@given(whens, whens)
def test_two_are_equal_or_one_is_earlier(one, other):
    assert [one < other, one == other, one > other].count(True) == 1


def test_a_month_stands_just_before_its_first_day():
    written = ["2021-10-02", "2021-10", "2021-10-01", "2021-09-30"]
    assert [when.iso for when in sorted(map(When.parse, written))] == [
        "2021-09-30",
        "2021-10",
        "2021-10-01",
        "2021-10-02",
    ]


def test_a_date_and_time_gives_its_day():
    assert When.of(datetime.datetime(2021, 10, 15, 23, 59)) == When(2021, 10, 15)  # noqa: DTZ001


def test_a_month_begins_on_its_first_day():
    assert When(2021, 10).first_day == datetime.date(2021, 10, 1)


@pytest.mark.parametrize(
    ("when", "last"),
    [
        (When(2024, 2), datetime.date(2024, 2, 29)),
        (When(2021, 12), datetime.date(2021, 12, 31)),
        (When(2021, 10, 5), datetime.date(2021, 10, 5)),
    ],
)
def test_a_month_ends_on_its_last_day(when, last):
    assert when.last_day == last


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2021-1-5", "a date is written 2021-10-01, or 2021-10 for a month, not '2021-1-5'"),
        ("15.10.2021", "a date is written 2021-10-01, or 2021-10 for a month, not '15.10.2021'"),
        ("٢٠٢١-10", "a date is written 2021-10-01, or 2021-10 for a month, not '٢٠٢١-10'"),
        (
            "2021-10-01\n",
            "a date is written 2021-10-01, or 2021-10 for a month, not '2021-10-01\\n'",
        ),
        ("2021-02-30", "there is no such date: '2021-02-30'"),
        ("2021-13", "there is no such date: '2021-13'"),
        ("0000-01", "there is no such date: '0000-01'"),
    ],
)
def test_anything_else_is_no_date(written, message):
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        When.parse(written)
    assert str(raised.value) == message


def test_there_is_no_thirtieth_of_february():
    with pytest.raises(ValueError, match="day"):
        When(2021, 2, 30)
