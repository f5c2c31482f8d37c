from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.problems import Problem, SiteRefused, in_settings, listed, report, shortened


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("content/a", 3, "it must be so"), "content/a:3: it must be so."),
        (Problem("a", 1, "it must be so", "x"), "a:1: it must be so, found “x”."),
        (Problem("a", 0, "it must be so", "x"), "a: it must be so, found “x”."),
        (Problem("a", 1, "it must be so", "", "Do it."), "a:1: it must be so. Do it."),
        (Problem("a", 1, "`x\ny` must be so"), "a:1: `x y` must be so."),
        (
            Problem("a", 1, "it must be so", "x\ny", "Do it."),
            "a:1: it must be so, found “x y”. Do it.",
        ),
    ],
)
def test_a_problem_is_one_line_with_its_place(problem, line):
    assert str(problem) == line


def test_a_problem_of_settings_names_no_file():
    assert str(in_settings("A must be so", 7)) == (
        "settings: A must be so, found “7”. Correct it; README.md says how."
    )


def test_a_report_has_each_problem_once_by_path_and_line():
    problems = [Problem("b", 1, "r"), Problem("a", 10, "r"), Problem("a", 9, "r")]
    assert report([*problems, *problems]) == "a:9: r.\na:10: r.\nb:1: r."


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 problem; no site was built, the one before stays as it was"),
        (2, "2 problems; no site was built, the one before stays as it was"),
    ],
)
def test_a_refusal_says_that_the_old_site_stays(count, said):
    assert str(SiteRefused(Problem("a", line, "r") for line in range(count))) == said


def test_a_refusal_ends_the_command_with_code_1():
    assert SiteRefused([]).exitcode == 1


def test_values_are_listed_by_the_alphabet():
    assert listed({"b", "a", 1}) == "1, a, b"


@given(st.text())
def test_a_value_is_shown_on_one_short_line(value):
    shown = shortened(value)
    assert len(shown) <= 82
    assert len(shown.splitlines()) == 1
