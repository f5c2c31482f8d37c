"""A built tree is looked through before it is released."""

from __future__ import annotations

import pytest

from plugins.minber.inspection.inspected import Inspected
from plugins.minber.inspection.pages import (
    broken_targets,
    inspect,
    inspect_page,
    target_problems,
)
from plugins.minber.inspection.sheets import loads_of
from tests.conftest import write_files

FORBIDDEN = "a page must hold no script, frame, form or style attribute"
LOADED = "what a page loads must be a file of the site"
TELLS = "a page must let no other site know from where a reader comes"
IN_STYLE = "a style sheet in a page must load no file"
NO_FILE = "a link must lead to a file of the site"
NO_PLACE = "a link must lead to a place that is on the page"
NOT_RELATIVE = "a link within the site must be relative"
REMEDY = "This is a fault of the theme or of a text that came through the checks; report it."


@pytest.fixture
def faults(tmp_path):
    """The rules that a page breaks beside two others and a picture."""

    def found(text):
        others = {"index.html": "", "kk/other.html": '<h2 id="place">', "kk/a b.html": ""}
        write_files(tmp_path, {**others, "p/x.jpg": "", "kk/page.html": text})
        return [problem.rule for problem in inspect(tmp_path)]

    return found


@pytest.mark.parametrize(
    "text",
    [
        # links
        '<a href="other.html">',
        '<a href="./other.html#place">',
        '<a href="../index.html">',
        '<a href="a%20b.html">',
        '<a href="page.html">',
        '<a href="">',
        '<p id="here"><a href="#here">',
        '<p id="жер"><a href="#%D0%B6%D0%B5%D1%80">',
        '<a href="https://example.org/#x">',
        '<a href="mailto:a@example.org">',
        '<a href="tel:+7">',
        # what is loaded
        '<img alt="a > b" src="../p/x.jpg">',
        '<img src="../p/x.jpg" srcset="../p/x.jpg 1x, ../p/x.jpg 2x">',
        '<link rel="icon" href="data:,">',
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="alternate" hreflang="kk" href="https://example.org/">',
        '<meta http-equiv="refresh" content="0; url=other.html">',
        '<meta name="description" content="2021; url=gone.html">',
        '<meta name="referrer" content="no-referrer">',
        '<svg><path id="a"/><use href="#a"/><use xlink:href="#a"/></svg>',
        '<svg><a xlink:href="other.html"></a></svg>',
        "<style>p{background:url(data:image/png;base64,AA)}</style>",
        """<style>p{background:url( "data:,x" );mask:url('#a')}</style>""",
        "<style>p{}</style><p>@import url(x.css)</p>",
        r"""<style>/* url(x.png) don't */p{content:"\201c url(x.png)"}</style>""",
        # what only looks like markup
        "<p>&lt;script&gt; onclick= style= javascript:",
        '<meta name="description" content="5; see onclick=x style=y javascript: <script>">',
        "<style>a > b{content:'<script>'}</style>",
        "<!-- <script> -->",
        '<p title="<script>">',
    ],
)
def test_what_may_stand_on_a_page(faults, text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # links
        ('<a href="gone.html">', NO_FILE),
        ('<a href="../../index.html">', NO_FILE),
        ('<a href="./">', NO_FILE),
        ('<a href="..">', NO_FILE),
        ('<a class="x" title="a > b" href="gone.html">', NO_FILE),
        ("<a href='gone.html'>", NO_FILE),
        ("<a href=gone.html>", NO_FILE),
        ('<A\nHREF = "gone.html">', NO_FILE),
        ('<area href="gone.html">', NO_FILE),
        ('<a href="other.html#gone">', NO_PLACE),
        ('<a href="#gone">', NO_PLACE),
        ('<a href="../p/x.jpg#place">', NO_PLACE),
        ('<a href="/index.html">', NOT_RELATIVE),
        ('<a href="//example.org/">', NOT_RELATIVE),
        ('<a href="javascript:x">', "a link must have a scheme that browsers know"),
        ('<a href=" java&#10;script:x">', "a link must have a scheme that browsers know"),
        ('<a href="data:text/html,x">', "a link must have a scheme that browsers know"),
        ('<a href="http://[x">', "a link must be a whole address"),
        ('<meta http-equiv="refresh" content="0; url=gone.html">', NO_FILE),
        ('<meta http-equiv="refresh" content="0,\'gone.html\'">', NO_FILE),
        ('<a xlink:href="gone.html">', NO_FILE),
        # what is loaded
        ('<img src="https://example.org/x.gif">', LOADED),
        ('<img alt="a > b" src="//example.org/x.gif">', LOADED),
        ('<img src="gone.jpg">', LOADED),
        ('<img src="data:image/png;base64,AA">', LOADED),
        ('<img srcset="../p/x.jpg 1x, https://example.org/x.jpg 2x">', LOADED),
        ('<video poster="https://example.org/x.jpg">', LOADED),
        ('<body background="https://example.org/x.jpg">', LOADED),
        ('<link rel="stylesheet" href="https://example.org/x.css">', LOADED),
        ('<link rel="preload" href="x.css">', LOADED),
        ('<link rel="preload" href="" imagesrcset="https://example.org/x.jpg 1x">', LOADED),
        ('<svg><image href="https://example.org/x.png"/>', LOADED),
        ('<svg><use xlink:href="https://example.org/x.svg#a"/>', LOADED),
        ('<svg><filter><feImage href="gone.png"/>', LOADED),
        ('<style>@import "https://example.org/x.css";</style>', IN_STYLE),
        ("<style>p{background:url(https://example.org/x.png)}</style>", IN_STYLE),
        ("<style>p{background:URL( '../p/x.jpg')}</style>", IN_STYLE),
        ('<style>p{background:image-set("../p/x.jpg" 1x)}</style>', IN_STYLE),
        ("<style>p{}</style><style>p{background:url(x.png)}", IN_STYLE),
        ("<STYLE>p{background:url(x.png)}</STYLE>", IN_STYLE),
        ("<style>/*</styles>*/@import 'x.css';</style>", IN_STYLE),
        ("<style>p{background:url('\u00a0data:,x')}</style>", IN_STYLE),
        (f"<style>p{{x:{'(' * 2000}url(x.png)</style>", IN_STYLE),
        ("<style title=don't>p{background:url(x.png)}</style>", IN_STYLE),
        ("""<style title=">'">p{background:url(x.png)}</style>""", IN_STYLE),
        ("<style>p{mask:url(data:image/*;base64,AA);background:url(x.png)}</style>", IN_STYLE),
        ("<style>p{mask:url(data:x'y);background:url(x.png)}</style>", IN_STYLE),
        ("<style>p{mask:url(#a'b);background:url(x.png)}</style>", IN_STYLE),
        ("<style>p{x:xurl(data:'a)b');background:url(x.png)}</style>", IN_STYLE),
        ('<style>p{content:"\f;background:url(x.png)}</style>', IN_STYLE),
        ('<style>p{background:image-set(url(data:,x) 1x,"x.png" 2x)}</style>', IN_STYLE),
        ('<style>p{background:image-set(/**/"x.png" 2x)}</style>', IN_STYLE),
        (r"<style>p{background:u\72l(x.png)}</style>", IN_STYLE),
        (r"<style>@\69mport 'x.css';</style>", IN_STYLE),
        ("<style>/* don't */p{background:url(x.png)}/* ' */</style>", IN_STYLE),
        ('<style>p{content:"\n;background:url(x.png)}</style>', IN_STYLE),
        ("<svg><a><animate attributeName='href' to='https://example.org'/></a></svg>", FORBIDDEN),
        ("<svg><image><set attributeName='href' to='x.png'/></image></svg>", FORBIDDEN),
        # what tells other sites of readers
        ('<a href="https://example.org/" referrerpolicy="unsafe-url">', TELLS),
        ('<a href="https://example.org/" attributionsrc="https://example.org/">', TELLS),
        ('<meta name="referrer" content="no-referrer"><meta name="Referrer">', TELLS),
        # what runs
        ("<script>", FORBIDDEN),
        ("<SCRIPT src='x.js'>", FORBIDDEN),
        ('<iframe srcdoc="x">', FORBIDDEN),
        ("<object>", FORBIDDEN),
        ("<embed>", FORBIDDEN),
        ('<base href="x">', FORBIDDEN),
        ("<form>", FORBIDDEN),
        ('<form method="post" action="https://forms.example/">', FORBIDDEN),
        ('<input form="x">', FORBIDDEN),
        ('<p style="x">', FORBIDDEN),
        ("<p onclick=x>", FORBIDDEN),
        ('<p title="a > b" ONCLICK="x">', FORBIDDEN),
        ("<p/onclick=x>", FORBIDDEN),
        ('<a ping="https://example.org/">', FORBIDDEN),
        # ids
        ('<p id="a"><p id="a">', "an id must stand only once on a page"),
        ("<p id=a><p id='a'>", "an id must stand only once on a page"),
    ],
)
def test_what_may_not_stand_on_a_page(faults, text, rule):
    assert rule in faults(text)


def test_a_problem_names_the_page_the_line_and_what_was_found(tmp_path):
    text = '<a href="index.html">\n<a href="https://x.example/gone.html">\n<a href="gone.html">'
    write_files(tmp_path, {"index.html": text})
    assert [str(problem) for problem in inspect(tmp_path)] == [
        f"index.html:3: {NO_FILE}, found “gone.html”. {REMEDY}"
    ]


def test_only_pages_are_read(tmp_path):
    write_files(tmp_path, {"robots.txt": "<script>", "feed.atom": "<script>"})
    assert inspect(tmp_path) == []


# One page at a time


def test_a_page_tells_its_ids_and_where_it_leads_to():
    text = """<h2 id="b"><h2 id="a"><a href="#b"><a href="../index.html"><a href="">
    <img src="../p/x.jpg"><a href="other.html?x#%D0%B6"><a href="https://example.org/">"""
    targets = ("index.html", "kk/other.html#ж", "kk/page.html", "kk/page.html#b", "p/x.jpg")
    assert inspect_page("kk/page.html", text) == (Inspected(("a", "b"), targets), [])


def test_a_page_is_faulted_without_the_others_for_what_it_does_by_itself():
    text = '<a href="gone.html">\n<a href="/x">\n<script>'
    _, problems = inspect_page("index.html", text)
    assert [str(problem) for problem in problems] == [
        f"index.html:2: {NOT_RELATIVE}, found “/x”. {REMEDY}",
        f"index.html:3: {FORBIDDEN}, found “<script>”. {REMEDY}",
    ]


# Forms of the page's own

FORM = '<form class="x" action="https://f.example/?a=1&amp;b=2" method="post">'
OWN = "https://f.example/?a=1&b=2"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (FORM, [OWN]),
        ("<FORM METHOD=Post ACTION='https://f.example/?a=1&amp;b=2'>", [OWN]),
        (FORM + FORM, [OWN, OWN]),
        ('<form action="https://a.example/" method="post">' + FORM, [OWN, "https://a.example/"]),
        # a template need not show what it could
        ("<p>", [OWN]),
    ],
)
def test_a_page_may_hold_the_forms_that_its_view_asks_for(text, forms):
    assert inspect_page("kk/page.html", text, forms)[1] == []


@pytest.mark.parametrize(
    "smuggled",
    [
        # to somebody else
        '<form action="https://evil.example/" method="post">',
        '<form action="https://f.example/other" method="post">',
        '<form action="https://f.example.evil.example/?a=1&amp;b=2" method="post">',
        '<form action="//f.example/?a=1&amp;b=2" method="post">',
        '<form method="post">',
        # the first of two addresses counts
        f'<form action="https://evil.example/" action="{OWN}" method="post">',
        # once more: a browser takes the first and leaves out what stands within it
        FORM,
        # so that what is filled in stands in an address
        '<form action="https://f.example/?a=1&amp;b=2">',
        '<form action="https://f.example/?a=1&amp;b=2" method="get">',
        # with more than a form
        '<form action="https://f.example/?a=1&amp;b=2" method="post" onsubmit="x">',
        # that turns it elsewhere, or joins it from elsewhere
        '<button formaction="https://evil.example/">',
        '<input form="part-form" name="x">',
        "<script>",
    ],
)
def test_nothing_comes_in_with_the_form_of_a_page(smuggled):
    for text in (f"<p>\n{smuggled}\n{FORM}", f"<p>\n{FORM}\n{smuggled}"):
        _, problems = inspect_page("kk/page.html", text, [OWN])
        assert [problem.rule for problem in problems] == [FORBIDDEN]


# Scripts, of which only the search page asks for one

SCRIPT = '<script defer src="../search/search.js"></script>'
SEARCH = '<form role="search" class="routes">'


def test_a_page_may_hold_the_script_and_the_form_without_address_that_its_view_asks_for():
    found, problems = inspect_page("kk/search.html", SEARCH + SCRIPT, [""], ["../search/search.js"])
    assert (found.targets, problems) == (("search/search.js",), [])


@pytest.mark.parametrize(
    "smuggled",
    [
        # another, one within the page, the same once more
        '<script src="../search/other.js"></script>',
        "<script>alert()</script>",
        SCRIPT,
        # with more than a script
        '<script src="../search/search.js" onerror="x"></script>',
        '<script src="../search/search.js" type="importmap"></script>',
        # forms that put what is filled in into an address, or send it
        SEARCH,
        '<form action="">',
        '<form method="get">',
        '<form method="post" action="../search/search.js">',
        # a form by the address of a script
        '<iframe src="../search/search.js">',
    ],
)
def test_nothing_comes_in_with_the_script_of_a_page(smuggled):
    text = SEARCH + SCRIPT + smuggled
    _, problems = inspect_page("kk/search.html", text, [""], ["../search/search.js"])
    assert [problem.rule for problem in problems] == [FORBIDDEN]


@pytest.mark.parametrize("text", [SEARCH, SCRIPT])
def test_a_page_whose_view_asks_for_nothing_holds_no_script_and_no_form(text):
    _, problems = inspect_page("kk/page.html", text)
    assert [problem.rule for problem in problems] == [FORBIDDEN]


PAGES = {
    "kk/a.html": Inspected(
        ids=("here",),
        targets=("kk/a.html#here", "kk/b.html#there", "kk/gone.html#x", "kk/kept.html#in", "x.jpg"),
    ),
    "kk/b.html": Inspected(ids=(), targets=("kk/a.html#gone", "kk/kept.html#out", "x.jpg#place")),
}
FILES = {"kk/a.html", "kk/b.html", "kk/kept.html", "x.jpg"}


def test_targets_that_lead_nowhere():
    ids = {"kk/kept.html": ["in"], "x.jpg": []}
    assert list(broken_targets(PAGES, FILES, ids.__getitem__)) == [
        ("kk/a.html", "kk/b.html#there"),
        ("kk/a.html", "kk/gone.html"),
        ("kk/b.html", "kk/a.html#gone"),
        ("kk/b.html", "kk/kept.html#out"),
        ("kk/b.html", "x.jpg#place"),
    ]


def test_only_files_that_are_there_and_not_among_the_pages_are_asked_for_their_ids():
    asked = []

    def ids_of(path):
        asked.append(path)
        return ()

    list(broken_targets(PAGES, FILES, ids_of))
    assert asked == ["kk/kept.html", "kk/kept.html", "x.jpg"]


def test_a_lost_target_is_named_as_it_is_written_at_its_line():
    text = '<a href="b.html">\n<a href="b.html#x">\n<img src="../x.jpg">\n<a href="../kk/b.html#y">'
    targets = ["x.jpg", "kk/b.html#y"]
    assert [str(problem) for problem in target_problems("kk/a.html", text, targets)] == [
        f"kk/a.html:3: {LOADED}, found “../x.jpg”. {REMEDY}",
        f"kk/a.html:4: {NO_PLACE}, found “../kk/b.html#y”. {REMEDY}",
    ]


def test_the_real_site_holds_what_it_must(real_site):
    assert inspect(real_site.output) == []


def test_what_a_sheet_loads_is_told_in_its_order():
    page = "<style>@import 'a';b{c:url(d)}@media e{f{g:image-set('h' 1x)}}i{j:url(k)}</style>"
    told = [words for _, words in loads_of(page)]
    assert told == ["@import", "url(d)", 'image-set("h" 1x)', "url(k)"]
