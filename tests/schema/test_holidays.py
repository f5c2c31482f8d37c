from __future__ import annotations

from datetime import date

import pytest

from plugins.minber.schema.holidays import read_holidays

GOOD = """
2024:
  holidays: [2024-05-07]
  days_off: [2024-06-16]
  moved: {2023-12-30: 2024-05-08}
"""


def test_a_year_has_holidays_and_days_that_are_moved():
    years = read_holidays("holidays.yaml", GOOD)
    assert isinstance(years, dict)
    [(year, facts)] = years.items()
    assert year == 2024
    assert facts.holidays == (date(2024, 5, 7),)
    assert facts.days_off == (date(2024, 6, 16),)
    assert facts.moved == {date(2023, 12, 30): date(2024, 5, 8)}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("2024:", "24:"),
            "holidays.yaml:2: `24` must be a year, found “24”. Write it as 2021.",
        ),
        (
            ("holidays:", "holiday:"),
            (
                "holidays.yaml:3: only known keys may be used, found “holiday”. "
                "Keys that may stand here: days_off, holidays, moved."
            ),
        ),
        (
            ("2024-05-07", "2024-05"),
            (
                "holidays.yaml:3: `2024.holidays.0` must be a date, found “2024-05”. "
                "Write it as 2021-10-01."
            ),
        ),
        (
            ("2024-06-16", "2042-06-16"),
            (
                "holidays.yaml:4: a day off of 2024 must lie in that year, found “2042-06-16”. "
                "Correct the year."
            ),
        ),
        (
            ("[2024-05-07]", "[2024-05-07"),
            (
                "holidays.yaml:4: the lines must be valid YAML, found “did not find expected ',' "
                "or ']'”. Look for a missing colon, quotation mark or wrong indentation near this "
                "line."
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(change, expected):
    problems = read_holidays("holidays.yaml", GOOD.replace(*change))
    assert expected in map(str, problems)
