"""A page on paper: what a reader holds in hand, without what only a screen can use."""

from __future__ import annotations

import io
import unicodedata

import pytest
from pypdf import PdfReader

from tests.document import document, words_of
from tests.reading.measured import LOST, measure

PRINTED = ("open-net/first", "open-net/letter", "about")
PAPER = 700
"""Pixels of CSS between the margins of a leaf of A4."""


@pytest.fixture(params=["kk", "ru", "en"])
def pages(request):
    return [f"{request.param}/{name}.html" for name in PRINTED]


@pytest.fixture
def printed(opened, made_site):
    """Open a page for paper; give it with its words, spaces left out."""
    base = f"{made_site.output.as_uri()}/"
    page, faults = opened(base, viewport={"width": PAPER, "height": 1000})

    def show(path):
        page.goto(base + path)
        page.emulate_media(media="print")
        leaves = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        assert faults == []
        return page, joined("".join(leaf.extract_text() for leaf in leaves))

    return show


def joined(text):
    """Letters only: lines break anywhere on paper, and fi may be one sign."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_a_leaf_has_the_title_the_address_and_the_addresses_of_links(made_site, pages, printed):
    for path in pages:
        tree = document(made_site.text(path))
        _, words = printed(path)
        title = words_of(next(tree.iter("h1")))
        wanted = [title, f"https://example.org/{path}", *links_out_of(next(tree.iter("article")))]
        assert [each for each in wanted if joined(each) not in words] == []


def links_out_of(element):
    """Where a text leads outside of the site, but for the ways to pass it on."""
    if element.get("id") == "part-share":
        return []
    own = [element.get("href", "")] if element.tag == "a" else []
    return [link for link in own if link.startswith("http")] + [
        link for child in element for link in links_out_of(child)
    ]


def test_a_leaf_has_nothing_to_press(pages, printed):
    for path in pages:
        page, _ = printed(path)
        shown = page.evaluate(
            "[...document.querySelectorAll(`nav, .skip, form, [readonly], [download],"
            "#part-print, #part-related, main > .teasers`)]"
            ".filter((el) => el.checkVisibility()).map((el) => el.outerHTML.slice(0, 80))"
        )
        assert shown == []


def test_nothing_is_cut_off_on_a_leaf(pages, printed):
    for path in pages:
        page, _ = printed(path)
        assert measure(page, LOST) == []


def test_answers_that_wait_to_be_opened_are_on_the_leaf(made_site, printed):
    _, words = printed("en/open-net/index.html")
    assert "Becauseitmatters." in words


def test_a_leaf_is_white_whatever_the_light(opened, made_site):
    base = f"{made_site.output.as_uri()}/"
    page, _ = opened(base, color_scheme="dark")
    page.goto(f"{base}kk/open-net/first.html")
    page.emulate_media(media="print", color_scheme="dark")
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert colour == "rgb(255, 255, 255)"
