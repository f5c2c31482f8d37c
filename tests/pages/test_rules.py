"""Which rules of the style sheet a page carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.pages.rules import sheet_of
from plugins.minber.pages.sheet import style_sheet
from tests.conftest import ROOT


def cut(css, body):
    sheet = sheet_of(css)
    return sheet.needed_by(sheet.names_in(body))


@pytest.mark.parametrize(
    ("css", "body", "expected"),
    [
        # elements, classes, identifiers
        ("p{a:b}q{a:b}", "<p>", "p{a:b}"),
        (".x{a:b}.y{a:b}", '<p class="z x">', ".x{a:b}"),
        ("#x{a:b}#y{a:b}", '<p id="x">', "#x{a:b}"),
        ("*{a:b}:root{a:b}", "", "*{a:b}:root{a:b}"),
        # attributes, with and without a value
        ("[a=x]{a:b}[a=y]{a:b}", '<p a="x">', "[a=x]{a:b}"),
        ("[a]{a:b}[c]{a:b}", "<p\na>", "[a]{a:b}"),
        ("a[href^=http]{a:b}b[href^=x]{a:b}", '<a href="y">', "a[href^=http]{a:b}"),
        # all that a selector asks for
        (".x>p+q{a:b}.x p{a:b}", '<p class="x">', ".x p{a:b}"),
        ("li.x{a:b}", '<p class="x">', ""),
        # only those selectors of a rule
        ("p,q,.x{a:b}", '<q class="x">', "q,.x{a:b}"),
        # what depends on readers and neighbours does not count
        ("p:hover{a:b}p:not(.x):is(q,r)::before{a:b}", "<p>", None),
        ("details[open] p{a:b}", "<details><p>", None),
        # what browsers add
        ("table>tbody>tr{a:b}", "<table><tr>", None),
        # groups, also within groups
        ("@media x{p{a:b}q{a:b}}", "<p>", "@media x{p{a:b}}"),
        ("@media x{q{a:b}}p{a:b}", "<p>", "p{a:b}"),
        ("@media x{@media y{q{a:b}}p{a:b}}", "<q>", "@media x{@media y{q{a:b}}}"),
        ("@page{a:b}", "", None),
        # braces and commas in quotes
        ('p::before{content:"}{"}q{a:b}', "<p>", 'p::before{content:"}{"}'),
        ('[a="b,c"],q{a:b}', '<p a="b,c">', '[a="b,c"]{a:b}'),
        # tokens that nothing uses
        (":root{--x:1;--y:2}p{a:var(--y)}", "<p>", ":root{--y:2}p{a:var(--y)}"),
        (":root{--x:1;--y:2}p{a:var(--x)}", "<p>", ":root{--x:1}p{a:var(--x)}"),
        (":root{--x:1}q{a:var(--x)}", '<path fill="var(--x)">', ":root{--x:1}"),
    ],
)
def test_a_page_carries_the_rules_that_can_match(css, body, expected):
    assert cut(css, body) == (css if expected is None else expected)


def test_a_page_with_all_names_carries_the_whole_sheet():
    css = style_sheet(ROOT / "theme/css")
    sheet = sheet_of(css)
    assert sheet.needed_by(sheet.wanted) == css


@given(st.text(alphabet="<>pq .x\"'=class[]\n"))
def test_what_a_page_holds_is_never_a_fault(body):
    assert cut("p{a:b}.x{a:b}[x=q]{a:b}", body) in sheets()


def sheets():
    parts = ("p{a:b}", ".x{a:b}", "[x=q]{a:b}")
    chosen = [""]
    for part in parts:
        chosen += [f"{before}{part}" for before in chosen]
    return chosen
