"""A built tree is looked through before it is released."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber import inspection
from plugins.minber.inspection import inspect
from tests.conftest import write_files

FORBIDDEN = "a page must hold no script, frame, form or style attribute"
LOADED = "what a page loads must be a file of the site"
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
        # what runs
        ("<script>", FORBIDDEN),
        ("<SCRIPT src='x.js'>", FORBIDDEN),
        ('<iframe srcdoc="x">', FORBIDDEN),
        ("<object>", FORBIDDEN),
        ("<embed>", FORBIDDEN),
        ('<base href="x">', FORBIDDEN),
        ("<form>", FORBIDDEN),
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


@given(st.text(alphabet="<>\"'=/ !-abidhrefsconlickyt:#\n"))
def test_any_text_can_be_read_in_time(text):
    assert isinstance(inspection._read(text * 50), inspection._Page)


def test_the_real_site_holds_what_it_must(real_site):
    assert inspect(real_site.output) == []
