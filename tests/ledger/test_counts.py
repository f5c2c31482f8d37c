from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import (
    Milestone,
    age_of,
    first_reached,
    history,
    ledger_problems,
    milestones,
    total_of,
)
from plugins.minber.schema import facts, tables
from plugins.minber.schema.records import Row

# To mypy a class of facts takes no keys, for its decorator has a name of ours.
PetitionFacts: Any = facts.PetitionFacts
RouteFacts: Any = facts.RouteFacts
SignatureRow: Any = tables.SignatureRow
TODAY = date(2022, 4, 15)
FACTS = PetitionFacts(
    published=date(2021, 10, 1),
    routes=(RouteFacts(kind="platform", platform="avaaz"), RouteFacts(kind="paper")),
)


def row(when, count, platform="avaaz", kind="online"):
    return SignatureRow(date=When.parse(when), platform=platform, count=str(count), kind=kind)


ROWS = (
    row("2021-10-02", 400),
    row("2021-10-09", "5200+"),
    row("2021-10-10", 120, "paper", "paper"),
    row("2021-10-11", 3000, "avaaz", "verified"),
)


# Totals


def test_the_total_is_of_the_newest_rows_online_and_on_paper():
    total = total_of(ROWS)
    assert total is not None
    assert (total.count, total.is_over, total.as_of) == (5320, True, When(2021, 10, 10))


@pytest.mark.parametrize(
    ("month", "as_of"),
    [
        # somewhere in it, maybe after every day that is known
        ("2021-10", "2021-10"),
        ("2021-09", "2021-10-10"),
        ("2021-11", "2021-11"),
    ],
)
def test_a_total_is_known_no_better_than_its_month_where_a_part_is(month, as_of):
    total = total_of((*ROWS, row(month, 40, "fair")))
    assert total is not None
    assert total.as_of == When.parse(as_of)


def test_verified_signatures_are_shown_beside_and_not_added():
    total = total_of(ROWS)
    assert total is not None
    assert total.verified == 3000


def test_verified_signatures_have_a_row_for_each_platform():
    newer = (
        row("2021-10-12", "3100+", kind="verified"),
        row("2021-10-12", 90, "paper", "verified"),
    )
    total = total_of((*ROWS, *newer))
    assert total is not None
    assert total.verified == 3190
    assert [(part.platform, part.count) for part in total.verified_parts] == [
        ("avaaz", "3100+"),
        ("paper", "90"),
    ]


def test_the_parts_of_a_total_come_largest_first():
    total = total_of(ROWS)
    assert total is not None
    assert [part.count for part in total.parts] == ["5200+", "120"]


@pytest.mark.parametrize("rows", [(), (row("2021-10-11", 3000, "avaaz", "verified"),)])
def test_no_row_is_no_number_and_never_zero(rows):
    assert total_of(rows) is None


DAYS = st.dates(date(2021, 1, 1), date(2021, 3, 1))
LEDGER = st.lists(
    st.tuples(DAYS, st.sampled_from(["avaaz", "paper", "change"]), st.integers(0, 10_000)),
    unique_by=lambda found: found[:2],
)


@given(LEDGER, st.randoms(use_true_random=False))
def test_the_total_is_the_sum_of_the_latest_rows_whatever_their_order(entries, chance):
    rows = [row(f"{day}", count, platform) for day, platform, count in entries]
    latest = {platform: count for _, platform, count in sorted(entries)}
    chance.shuffle(rows)
    total = total_of(rows)
    assert (total.count if total else None) == (sum(latest.values()) if latest else None)


WITH_KINDS = st.lists(
    st.tuples(
        st.one_of(DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}")),
        st.sampled_from(["avaaz", "paper", "change"]),
        st.sampled_from(["online", "paper", "verified"]),
        st.integers(0, 10_000).map(str) | st.integers(0, 10_000).map("{}+".format),
    ),
    unique_by=lambda found: found[:3],
)


@given(WITH_KINDS, st.lists(st.integers(1, 30_000)), st.randoms(use_true_random=False))
def test_nothing_that_rows_add_up_to_depends_on_their_order(entries, named, chance):
    rows = [row(day, count, platform, kind) for day, platform, kind, count in entries]
    shuffled = chance.sample(rows, len(rows))
    assert total_of(shuffled) == total_of(rows)
    assert history(shuffled) == history(rows)
    assert milestones(history(shuffled), named) == milestones(history(rows), named)


@pytest.mark.parametrize(
    ("when", "days"), [("2022-04-15", 0), ("2022-03-16", 30), ("2022-03", 15), ("2022-04", -15)]
)
def test_a_count_is_as_old_as_the_newest_row_and_a_month_as_its_end(when, days):
    total = total_of([row("2021-10-02", 400), row(when, 500)])
    assert total is not None
    assert age_of(total, TODAY) == days


@given(LEDGER)
def test_the_history_ends_with_the_total(entries):
    rows = [row(f"{day}", count, platform) for day, platform, count in entries]
    assert history(rows)[-1:] == ([total_of(rows)] if rows else [])


# Milestones


def test_a_milestone_is_the_first_day_of_a_round_number():
    assert milestones(history(ROWS), []) == [
        Milestone(When(2021, 10, 2), 400, is_over=False),
        Milestone(When(2021, 10, 9), 5200, is_over=True),
    ]


@pytest.mark.parametrize(
    ("number", "when"),
    [(1, When(2021, 10, 2)), (400, When(2021, 10, 2)), (5300, When(2021, 10, 10)), (5321, None)],
)
def test_a_number_is_reached_on_the_day_of_the_total(number, when):
    assert first_reached(history(ROWS), number) == when


@given(LEDGER, st.lists(st.integers(1, 30_000)))
def test_milestones_come_in_order_each_with_the_total_of_its_day(entries, named):
    rows = [row(f"{day}", count, platform) for day, platform, count in entries]
    found = milestones(history(rows), named)
    totals = {total.as_of: total.count for total in history(rows)}
    assert [mark.when for mark in found] == sorted({mark.when for mark in found})
    assert all(mark.count == totals[mark.when] for mark in found)


# Problems


def said_of(*rows):
    numbered = [Row(line, each) for line, each in enumerate(rows, start=2)]
    return [str(problem) for problem in ledger_problems("s.csv", numbered, FACTS.routes, TODAY)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            (row("2021-10-02", 400), row("2021-10-09", 300)),
            (
                "s.csv:3: a total must not fall: avaaz (online) had 400 on 2021-10-02, "
                "found “300”. Correct the count or the date."
            ),
        ),
        # not only below the row before
        (
            (row("2021-10-09", 300), row("2021-10-02", "400+")),
            (
                "s.csv:2: a total must not fall: avaaz (online) had 400 on 2021-10-02, "
                "found “300”. Correct the count or the date."
            ),
        ),
        (
            (row("2022-04-16", 400),),
            (
                "s.csv:2: a count must not be of the future (today is 2022-04-15), "
                "found “2022-04-16”. Correct the date."
            ),
        ),
        (
            (row("2022-05", 400),),
            (
                "s.csv:2: a count must not be of the future (today is 2022-04-15), "
                "found “2022-05”. Correct the date."
            ),
        ),
        (
            (row("2021-10-02", 400, "change"),),
            (
                "s.csv:2: a platform must be one of the petition's `routes`, found “change”. "
                "Add the route to facts.yaml; there are: avaaz, paper."
            ),
        ),
        (
            (row("2021-10-02", 400, "Avaaz"),),
            (
                "s.csv:2: a platform must be one of the petition's `routes`, found “Avaaz”. "
                "Add the route to facts.yaml; there are: avaaz, paper."
            ),
        ),
        (
            (row("2021-10-02", 400), row("2021-10-02", 500)),
            (
                "s.csv:3: avaaz (online) must have one total a day, found “2021-10-02”. "
                "Keep one of the rows."
            ),
        ),
        *(
            (
                (row("2021-10-02", 400, "paper", kind),),
                (
                    f"s.csv:2: signatures on paper must be of the kind paper, found “{kind}”. "
                    "Write paper as the kind, or name the platform."
                ),
            )
            for kind in ("online", "verified")
        ),
        # of the platform on that day or before, and of those alone
        (
            (
                row("2021-10-02", 400),
                row("2021-10-03", 30, "avaaz", "paper"),
                row("2021-10-09", "431+", "avaaz", "verified"),
                row("2021-10-10", 900),
                row("2021-10-02", 700, "paper", "paper"),
            ),
            (
                "s.csv:4: verified signatures must be a part of all: avaaz had 430 by then, "
                "found “431+”. Correct the count, or enter the count of all on that day."
            ),
        ),
    ],
)
def test_a_wrong_row_is_a_problem_at_its_line(rows, said):
    assert said_of(*rows) == [said]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        # equal counts, the day of today, other kinds and platforms on one day
        (row("2021-10-02", 400), row("2021-10-09", 400)),
        (row("2022-04-15", 400), row("2022-04", 300)),
        (row("2021-10-02", 400), row("2021-10-02", 300, "avaaz", "verified")),
        (row("2021-10-02", 400), row("2021-10-02", 3, "paper", "paper")),
        # verified ones as many as all, on the day or in the month of the count
        (row("2021-10-02", 400), row("2021-10-02", 400, "avaaz", "verified")),
        (row("2021-10-20", 400), row("2021-10", 400, "avaaz", "verified")),
        # and where nothing is known, or only that there were more
        (row("2021-10-02", 400, "avaaz", "verified"),),
        (row("2021-10-03", 300), row("2021-10-02", 400, "avaaz", "verified")),
        (row("2021-10-02", "400+"), row("2021-10-02", 500, "avaaz", "verified")),
    ],
)
def test_a_ledger_that_grows_has_no_problem(rows):
    assert said_of(*rows) == []
