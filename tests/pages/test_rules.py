"""Which rules of the style sheet a page carries."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.pages.rules import sheet_of
from plugins.minber.pages.sheet import style_sheet
from tests.conftest import ROOT
from tests.document import with_class


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
        # what stands in a text does not reach into the next tag
        (".x{a:b}", '<code> class="y</code><p class="x">', None),
        (".x{a:b}", "it is class = 'y or class=<p class='x'>", None),
        # groups, also within groups
        ("@media x{p{a:b}q{a:b}}", "<p>", "@media x{p{a:b}}"),
        ("@media x{q{a:b}}p{a:b}", "<p>", "p{a:b}"),
        ("@media x{@media y{q{a:b}}p{a:b}}", "<q>", "@media x{@media y{q{a:b}}}"),
        ("@page{a:b}", "", None),
        # braces and commas in quotes
        ('p::before{content:"}{"}q{a:b}', "<p>", 'p::before{content:"}{"}'),
        ('[a="b,c"],q{a:b}', '<p a="b,c">', '[a="b,c"]{a:b}'),
        # what is not understood stays
        ("@keyframes x{from{a:b}to{a:b}}q{a:b}", "<p>", "@keyframes x{from{a:b}to{a:b}}"),
        ("@font-face{a:url(data:a;b{c)}q{a:b}", "<p>", "@font-face{a:url(data:a;b{c)}"),
        ('@import "a;b";@layer x,y;q{a:b}', "<p>", '@import "a;b";@layer x,y;'),
        ("p{a:b}@layer x,y;", "<p>", None),
        (r".x\:y{a:b}P{a:b}[a=x i]{a:b}", '<p class="x:y">', r".x\:y{a:b}P{a:b}"),
        ("[a=x i]{a:b}[a=1]{a:b}", '<p a="X">', None),
        ("x|p{a:b}[x|a]{a:b}[]{a:b}&p{a:b}", "", None),
        ("p:not(:is(:where(:has(a,b)))),q{a:b}", "<p>", "p:not(:is(:where(:has(a,b)))){a:b}"),
        ("@layer x{q{a:b}}@layer y{p{a:b}}", "", None),
        ("[type=TEXT]{a:b}[type=text i]{a:b}", '<p type="Text">', None),
        (r'p::before{content:"\"}"}q{a:b}', "<p>", r'p::before{content:"\"}"}'),
        # rules within a rule stay with it
        ("p{a:b;& q{a:b}@media x{a:b}}q{a:b}", "<p>", "p{a:b;& q{a:b}@media x{a:b}}"),
        # a sheet that does not come out again as it was stays whole
        ("p{a:b", "", None),
        ("@media x{p{a:b", "", None),
        ("p{a:b}}q:x", "", None),
        (r'p{a:b}q::before{content:"<\/style>"}', "<p>", None),
        ("u+abbr{a:b}q{a:b}", "<u><abbr>", None),
        (r"p{--a\.b:1;a:var(--a\.b)}q{a:b}", "<p>", r"p{--a\.b:1;a:var(--a\.b)}"),
        # letters of every script
        (".Жаңа{a:b}#Жаңа{a:b}.Ескі{a:b}", '<p class="Жаңа" id="жаңа">', ".Жаңа{a:b}#Жаңа{a:b}"),
        # commas within parentheses
        ("p:not(.a,.b:is(c,d)),q{a:b}", "<p>", "p:not(.a,.b:is(c,d)){a:b}"),
        # attributes of the page, and in every way in which they can be written
        ("[lang=kk] p{a:b}", "<p>", None),
        ("[a=x]{a:b}[c=y]{a:b}.d{a:b}", "<P A = 'x'c=y\tCLASS=d>", None),
        ("[a=x]{a:b}[ab=x]{a:b}", '<p ab="x">', "[ab=x]{a:b}"),
        # tokens that nothing uses
        (':root{--x:url("a;b}c");--y:min(1px,(2px));--z:1}', "", ""),
        (':root{--x:url("a)b;c")}p{a:b}', "<p>", "p{a:b}"),
        (":root{--x:1}@container style(--x:1){p{a:b}}", "<p>", None),
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


NAMES = ("q", "sub", "dfn")
MATCHED = {
    "{}": lambda page, name: page.iter(name),
    ".{}": with_class,
    "#{}": lambda page, name: page.iterfind(f".//*[@id='{name}']"),
    "[x={}]": lambda page, name: page.iterfind(f".//*[@x='{name}']"),
    "q {}": lambda page, name: page.iterfind(f".//q//{name}"),
    "q>[x={}]": lambda page, name: page.iterfind(f".//q/*[@x='{name}']"),
}
"""What a selector for a name matches, by the selector."""


@st.composite
def bodies(draw):
    """Elements within each other, with attributes in every way in which they can be written."""
    text = ""
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=4)):
        text += f"<{name}"
        for key in draw(st.lists(st.sampled_from(["class", "ID", "x", "xy"]), max_size=3)):
            quote, space = draw(st.sampled_from("\"' ")).strip(), draw(st.sampled_from(" \n\t"))
            value = draw(st.sampled_from([*NAMES, f"other&#32;{name}" if quote else name]))
            text += f"{space}{key}={quote}{value}{quote}"
        text += ">"
    return text


@given(bodies(), st.lists(st.tuples(st.sampled_from([*MATCHED]), st.sampled_from(NAMES))))
def test_no_rule_is_missing_that_matches_an_element(body, rules):
    page = html5lib.parse(f"<body>{body}", namespaceHTMLElements=False)
    matched = {kind.format(name) for kind, name in rules if any(MATCHED[kind](page, name))}
    carried = cut("".join(f"{kind.format(name)}{{a:b}}" for kind, name in rules), body)
    assert matched <= set(carried.split("{a:b}"))


@given(st.text(alphabet="ab.:#[]=|,&>*@{}()\"';!- \\"), st.text(alphabet="<ab =.'>"))
def test_whatever_a_sheet_holds_it_is_cut(css, body):
    sheet = sheet_of(css)
    assert len(cut(css, body)) <= len(sheet.needed_by(sheet.wanted))
