"""The picture of a count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plugins.minber.languages.when import When
from plugins.minber.views.chart import BY_DAY, MARKED
from plugins.minber.views.chart_labels import in_rows
from plugins.minber.views.chart_steps import PLOT
from tests.interface import INTERFACE
from tests.views.charted import (
    AnswerFacts,
    DeliveryFacts,
    ThresholdFacts,
    charted,
    corners,
    ledger,
    texts,
)

OCTOBER = ledger(("2021-10-02", 400), ("2021-10-06", 2600), ("2021-10-12", 5200))


# What is drawn


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ledger(("2021-10-02", 400)),
        # Two totals of one day, and of a month and its first day
        (*ledger(("2021-10-02", 400)), *ledger(("2021-10-02", 3), platform="paper", kind="paper")),
        ledger(("2021-10", 400), ("2021-10-01", 500)),
        # Of the second day only verified signatures are known.
        (*ledger(("2021-10-02", 400)), *ledger(("2021-10-03", 300), kind="verified")),
    ],
)
def test_there_is_no_picture_of_a_single_day(rows):
    assert charted(rows) is None


def test_totals_are_steps_from_the_first_to_the_newest():
    assert charted(OCTOBER).steps == "M10 138H402V75H990V0"


def test_a_month_stands_at_its_first_day():
    assert charted(ledger(("2021-10", 50), ("2021-10-11", 75), ("2021-10-21", 100))).steps == (
        charted(ledger(("2021-10-01", 50), ("2021-10-11", 75), ("2021-10-21", 100))).steps
    )


def test_ledgers_of_several_platforms_are_one_line():
    paper = ledger(("2021-10-12", 2000), platform="paper", kind="paper")
    assert texts([charted((*OCTOBER, *paper)).total]) == ["7,200"]


@pytest.mark.parametrize(
    ("code", "expected"), [("kk", "5 200+"), ("ru", "5 200+"), ("en", "5,200+")]
)
def test_the_newest_total_stands_at_the_end_as_the_language_writes_it(code, expected):
    rows = (*OCTOBER, *ledger(("2021-10-13", "5200+")))
    assert texts([charted(rows, code).total]) == [expected]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("kk", ["2021 ж. 2 қаз.", "2021 ж. 12 қаз."]),
        ("ru", ["2 окт. 2021 г.", "12 окт. 2021 г."]),
        ("en", ["2 Oct 2021", "12 Oct 2021"]),
    ],
)
def test_the_first_and_the_last_day_stand_below(code, expected):
    assert texts(charted(OCTOBER, code).days) == expected


def test_a_month_is_named_as_a_month():
    assert texts(charted(ledger(("2021-09", 5), ("2021-10", 9))).days) == ["Sept 2021", "Oct 2021"]


# Lines


def numbers_of(**keys):
    thresholds = tuple(ThresholdFacts(count=n, id=f"t{n}") for n in keys.pop("thresholds", ()))
    return texts(line.label for line in charted(OCTOBER, thresholds=thresholds, **keys).lines)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, []),
        ({"goal": 10_000, "thresholds": [5000]}, ["5,000", "goal: 10,000"]),
        # A goal that is a threshold too is one line.
        ({"goal": 5000, "thresholds": [5000]}, ["goal: 5,000"]),
        # The nearest that is ahead, however far, and what is not twice as far as the newest total
        ({"goal": 50_000, "thresholds": [20_000]}, ["20,000"]),
        ({"goal": 50_000}, ["goal: 50,000"]),
        ({"goal": 10_000, "thresholds": [6000, 11_000]}, ["6,000", "goal: 10,000"]),
    ],
)
def test_goal_and_thresholds_are_lines_with_their_numbers(keys, expected):
    assert numbers_of(**keys) == expected


def test_a_line_stands_at_the_height_of_its_number():
    chart = charted(OCTOBER, goal=10_400)
    (top, height), [goal] = chart.plot, chart.lines
    assert (goal.y - top, chart.end[1] - top, height) == (0, PLOT / 2, PLOT)


# Marks


def marks_of(code="en", **keys):
    return texts(charted(OCTOBER, code, **keys).marks)


def test_events_have_marks_in_the_order_of_time():
    assert marks_of(
        opens=When(2021, 10, 1),
        closes=date(2021, 10, 9),
        delivery=DeliveryFacts(done=date(2021, 10, 10)),
        registered=date(2021, 10, 11),
        answer=AnswerFacts(date=date(2021, 10, 20), kind="refused"),
    ) == ["opened", "closed", "delivered", "registered", "answer"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(8, ["last day"]), (9, ["last day"]), (10, ["closed"])],
)
def test_the_last_day_to_sign_is_no_end_before_it_is_over(day, expected):
    today = date(2021, 10, day)
    rows = ledger(("2021-10-02", 400), ("2021-10-06", 2600))
    chart = charted(rows, today=today, closes=date(2021, 10, 9))
    assert texts(chart.marks) == expected


@pytest.mark.parametrize(
    ("opens", "expected"),
    [
        (When(2021, 9, 22), ["opened"]),
        (When(2021, 9, 21), []),
        (When(2021, 10), ["opened"]),
    ],
)
def test_an_event_far_from_all_totals_does_not_press_them_to_one_side(opens, expected):
    assert marks_of(opens=opens) == expected


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", MARKED)
def test_the_words_of_a_mark_have_room_wherever_it_stands(code, kind):
    assert list(in_rows([(50.0, INTERFACE[code].gettext(f"mark.{kind}"))])) == [0]


def test_a_plan_has_no_mark():
    assert marks_of(delivery=DeliveryFacts(planned=date(2021, 10, 10))) == []


# Long ledgers


def daily(days, first=date(2019, 1, 1), step=7):
    return ledger(*((f"{first + timedelta(n)}", 10 + step * n) for n in range(days)))


def test_a_table_of_two_months_has_every_day():
    chart = charted(daily(BY_DAY))
    assert (len(chart.rows), chart.is_by_month) == (BY_DAY, False)


def test_a_longer_table_has_the_newest_total_of_each_month():
    chart = charted(daily(BY_DAY + 1))
    whens = [f"{row.when}" for row in chart.rows]
    assert (whens, chart.is_by_month) == (["2019-01-31", "2019-02-28", "2019-03-04"], True)


def test_steps_that_cannot_be_seen_are_not_drawn():
    assert len(corners(charted(daily(1000)).steps)) <= PLOT + 2
