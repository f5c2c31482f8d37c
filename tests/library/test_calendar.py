from __future__ import annotations

import pytest

from tests.content import CAMPAIGN, NEWS, PETITION, STATEMENT, add, edit, told

FUTURE = (
    "what has happened must not be of the future (today is 2022-04-15), found “2022-04-16”. "
    "Correct the date."
)
AHEAD = "2022-04-16"


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        (NEWS, f"updated: {AHEAD}"),
        (STATEMENT, f"withdrawn: {AHEAD}"),
        (PETITION, f"registered: {AHEAD}"),
        (PETITION, f"delivery: {{done: {AHEAD}}}"),
        (PETITION, f"answer: {{date: {AHEAD}, kind: partly}}"),
    ],
)
def test_what_has_happened_is_not_of_the_future(site, folder, line):
    content = site("three-languages")
    before = (content / folder / "facts.yaml").read_text("utf-8").count("\n")
    add(content, f"{folder}/facts.yaml", f"{line}\n")
    assert told(content) == [f"content/{folder}/facts.yaml:{before + 1}: {FUTURE}"]


def test_what_was_decided_or_looked_at_is_not_of_the_future(site):
    content = site("three-languages")
    edit(content, f"{CAMPAIGN}/facts.yaml", ("2022-03-01", AHEAD))
    edit(content, f"{PETITION}/facts.yaml", ("login: false", f"checked: {AHEAD}"))
    assert told(content) == [
        f"content/{CAMPAIGN}/facts.yaml:5: {FUTURE}",
        f"content/{PETITION}/facts.yaml:11: {FUTURE}",
    ]


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        # today is no day of the future
        (NEWS, "updated: 2022-04-15"),
        # what is planned
        (PETITION, f"delivery: {{planned: {AHEAD}}}"),
    ],
)
def test_what_is_planned_may_be_of_the_future(site, folder, line):
    content = site("three-languages")
    add(content, f"{folder}/facts.yaml", f"{line}\n")
    assert told(content) == []


def test_no_answer_comes_before_the_petition_was_registered(site):
    content = site("three-languages")
    answer = "registered: 2022-03-02\nanswer: {date: 2022-03-01, kind: partly}\n"
    add(content, f"{PETITION}/facts.yaml", answer)
    assert told(content) == [
        (
            f"content/{PETITION}/facts.yaml:15: `answer.date` must not come before `registered` "
            "(2022-03-02), found “2022-03-01”. Correct one of them."
        )
    ]


def test_an_answer_may_come_on_the_day_of_registration(site):
    content = site("three-languages")
    answer = "registered: 2022-03-01\nanswer: {date: 2022-03-01, kind: partly}\n"
    add(content, f"{PETITION}/facts.yaml", answer)
    assert told(content) == []
