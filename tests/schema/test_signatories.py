from __future__ import annotations

import pytest

from tests.content import STATEMENT, add, told

TABLE = f"content/{STATEMENT}/signatories.csv"


@pytest.mark.parametrize(
    ("row", "found", "line"),
    [
        ("person,Әлия Серік,Алия Серик,Aliya Serik,,,", "Әлия Серік", 4),
        # whatever the case and the spaces, in one language, with one detail
        ("person,,алия  СЕРИК,,,,", "алия СЕРИК", 4),
        ("person,,,Aliya Serik,журналист,KZ,", "Aliya Serik", 4),
        ("organisation,Үміт,,,,,", "Үміт", 2),
    ],
)
def test_a_name_that_stands_twice_is_a_problem_at_the_second_row(site, row, found, line):
    content = site("three-languages")
    add(content, f"{STATEMENT}/signatories.csv", f"{row}\n")
    assert told(content) == [
        (
            f"{TABLE}:5: a name must stand once (it stands on line {line}), found “{found}”. "
            "Delete the row; of two with one name say in `detail` who each of them is."
        )
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # another kind; another name in another language; details that tell them apart
        "organisation,Әлия Серік,Алия Серик,Aliya Serik,,,\n",
        "person,Алия Серік,Алия Серік,Aliya Serik,,,\n",
        "person,Бек,,,заңгер,,\nperson,Бек,,,дәрігер,,\n",
    ],
)
def test_two_who_can_be_told_apart_may_stand_there(site, rows):
    content = site("three-languages")
    add(content, f"{STATEMENT}/signatories.csv", rows)
    assert told(content) == []


def test_fewer_signatories_than_names_are_a_problem(site):
    content = site("three-languages")
    add(content, f"{STATEMENT}/facts.yaml", "signatory_count: 3\n")
    assert told(content) == [
        (
            f"content/{STATEMENT}/facts.yaml:8: `signatory_count` must not be below the number of "
            "names (4), found “3”. Correct it, or delete the key: names are counted without it."
        )
    ]


@pytest.mark.parametrize("count", [4, 1200])
def test_there_may_be_more_signatories_than_names(site, count):
    content = site("three-languages")
    add(content, f"{STATEMENT}/facts.yaml", f"signatory_count: {count}\n")
    assert told(content) == []
