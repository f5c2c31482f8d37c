"""The day by which a petition must be answered follows from its facts."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.minber.library.answering import answer_due
from plugins.minber.problems import Problem
from plugins.minber.schema.records import read_record
from plugins.minber.source.tree import read_tree
from tests.content import CODES, PETITION, add, opened, told

TERM = "registered: 2022-03-18\nreview_days: 5\n"


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        ("", None),
        ("registered: 2022-03-18\n", None),
        ("review_days: 5\n", None),
        # after Nauryz, from Monday to Wednesday
        (TERM, date(2022, 3, 30)),
        (f"{TERM}answer: {{date: 2022-04-01, kind: partly}}\n", date(2022, 3, 30)),
    ],
)
def test_a_petition_is_due_so_many_working_days_after_its_registration(site, lines, due):
    content = site("three-languages")
    add(content, f"{PETITION}/facts.yaml", lines)
    petition = opened(content).library.by_key["open-net/first"]
    assert petition.due == due
    assert due is None or due in petition.days


@pytest.mark.parametrize(
    ("registered", "count", "year"),
    [("2022-03-18", 2000, 2028), ("2020-03-18", 40, 2020)],
)
def test_a_year_whose_holidays_are_not_known_stops_the_build(site, registered, count, year):
    content = site("three-languages")
    before = (content / PETITION / "facts.yaml").read_text("utf-8").count("\n")
    add(content, f"{PETITION}/facts.yaml", f"registered: {registered}\nreview_days: {count}\n")
    assert told(content) == [
        (
            f"content/{PETITION}/facts.yaml:{before + 2}: the public holidays of {year} must be "
            f"known to tell when the answer is due, found “{count}”. Add {year} to "
            "plugins/minber/ledger/holidays.yaml, each day with its source; or correct the number."
        )
    ]


def test_a_calendar_with_problems_of_its_own_sets_no_day(site):
    content = site("three-languages")
    add(content, f"{PETITION}/facts.yaml", TERM)
    [folder] = [each for each in read_tree(content, CODES)[0].folders if each.slug == "first"]
    problem = Problem("holidays.yaml", 1, "the lines must be valid YAML")
    assert answer_due(read_record(folder, CODES)[0], lambda: [problem]) == (None, [problem])
