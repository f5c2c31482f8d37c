from __future__ import annotations

import pytest

from plugins.minber.markup.checks import too_much

BRACKETS = "a text must not have more than 200 brackets open at once"
NOTES = "a text must not have more than 400 marks of footnotes"
HEADINGS = "a text must not have more than 400 headings and rules"
ROWS = "a text must not have more than 2000 rows of tables"
COLUMNS = "a table must not have more than 50 columns"
REMEDY = {
    BRACKETS: "Close the brackets or delete them.",
    NOTES: "Split the text.",
    HEADINGS: "Split the text.",
    ROWS: "Split the text.",
    COLUMNS: "Split the table.",
}


@pytest.mark.parametrize(
    ("piece", "most", "rule"),
    [
        ("[", 200, BRACKETS),
        ("(", 200, BRACKETS),
        ("[]((", 100, BRACKETS),
        ("[^1] ", 400, NOTES),
        ("## a\n\n", 400, HEADINGS),
        ("a\n==\n", 400, HEADINGS),
        ("---\n", 400, HEADINGS),
        ("#\n-\n", 200, HEADINGS),
        ("a|b\n", 2_000, ROWS),
        ("|", 50, COLUMNS),
    ],
)
def test_a_text_may_have_so_much_and_no_more(piece, most, rule):
    assert too_much(piece * most) is None
    assert too_much(piece * (most + 1)) == (rule, "", REMEDY[rule])


@pytest.mark.parametrize(
    "text", ["[] () " * 300, ":) " * 300, "a-b # c = d\n" * 500, "- a\n" * 500, "a|b|c\n" * 100]
)
def test_signs_that_are_none_of_these_do_not_count(text):
    assert too_much(text) is None
