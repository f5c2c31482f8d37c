"""What becomes of the links of a page in an archive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.offline.links import Place, as_held, with_note
from plugins.minber.pages.render import policy_attribute

HELD = {
    "kk/a/b.html": "a/b.html",
    "kk/a/c.html": "a/c.html",
    "kk/index.html": "index.html",
    "pictures/x.png": "pictures/x.png",
}
HERE = "https://e.org/kk/a"
OTHER = '<li><a href="c.html">y</a></li>'


def held(text, url="", data_of=None, **more):
    return as_held(text, Place("kk/a/b.html", HELD.get, url, data_of, **more))[0]


@pytest.mark.parametrize("url", ["", "https://e.org"])
@pytest.mark.parametrize(
    ("link", "within"),
    [
        ('<a href="c.html">x</a>', '<a href="c.html">x</a>'),
        ('<a href="c.html#p">x</a>', '<a href="c.html#p">x</a>'),
        ('<a class="k" href="#p">x</a>', '<a class="k" href="#p">x</a>'),
        ('<a href="../index.html">x</a>', '<a href="../index.html">x</a>'),
        ('<img src="../../pictures/x.png">', '<img src="../pictures/x.png">'),
        (
            '<source srcset="../../pictures/x.png 4w, ../../pictures/x.png 8w" sizes="9vw">',
            '<source srcset="../pictures/x.png 4w, ../pictures/x.png 8w" sizes="9vw">',
        ),
        # What an attribute shows is no tag.
        ('<img alt="<a>" src="../../pictures/x.png">', '<img alt="<a>" src="../pictures/x.png">'),
    ],
)
def test_a_link_to_what_an_archive_holds_leads_there(link, within, url):
    assert held(link, url) == within


@pytest.mark.parametrize("url", ["", "https://e.org"])
@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://a.b/c">x</a>',
        '<a href="mailto:a@b.c">x</a>',
        '<link rel="icon" href="data:,">',
        "<a>x</a>",
    ],
)
def test_a_link_to_no_file_of_the_site_stays(link, url):
    assert held(link, url) == link


@pytest.mark.parametrize(
    ("before", "link", "after", "left"),
    [
        # Its words are left,
        ("", '<a href="d.html" lang="kk">x</a>', "z", "xz"),
        ("<p>", '<a class="k" href="d.html"><b>x</b></a>', ", y</p>", "<p><b>x</b>, y</p>"),
        # unless nobody sees them,
        ("", '<link rel="alternate" href="d.html">\n', "z", "z"),
        # in menus,
        (f"<nav>{OTHER}", '<li><a href="d.html">x</a></li>', "</nav>", f"<nav>{OTHER}</nav>"),
        ("<nav><ul>", '<li><a href="d.html">x</a></li>', "</ul></nav>z", "z"),
        ("<nav>y ", '<a href="d.html">x</a>', "</nav>z", "z"),
        # and where they only say what could be had there.
        ('<p class="again">', '<a href="d.html">x</a>', "</p>z", "z"),
        ('<section id="part-print"><p>', '<a href="d.html">x</a>', "</p></section>z", "z"),
    ],
)
def test_a_link_to_anything_else_leads_to_the_site_or_is_none(before, link, after, left):
    whole = link.replace("d.html", f"{HERE}/d.html")
    assert held(before + link + after, "https://e.org") == before + whole + after
    assert held(before + link + after) == left


@pytest.mark.parametrize(
    ("link", "alone"),
    [
        ('<source srcset="a 1w">\n<img src="../x.png" alt="">', '<img src="data:kk/x.png" alt="">'),
        # As wide as a telephone shows it.
        (
            '<img src="3.png" srcset="1.png 400w, 2.png 720w, 3.png 1312w" sizes="9vw">',
            '<img src="data:kk/a/2.png">',
        ),
        ('<img src="3.png" srcset="3.png 1312w" sizes="9vw">', '<img src="data:kk/a/3.png">'),
        ('<a href="b.html">x</a>', '<a href="#">x</a>'),
        ('<a href="b.html#p">x</a>', '<a href="#p">x</a>'),
    ],
)
def test_a_single_page_holds_its_pictures_and_may_be_renamed(link, alone):
    assert held(link, data_of=lambda path: f"data:{path}") == alone


@pytest.mark.parametrize("url", ["", "https://e.org"])
def test_no_menu_leads_to_what_is_left_out(url):
    entry = '<li><a href="../search.html">x</a></li>'
    text = held(f"<nav>{OTHER}{entry}</nav>", url, left_out=frozenset({"kk/search.html"}))
    assert text == f"<nav>{OTHER}</nav>"


@pytest.mark.parametrize("url", ["", "https://e.org"])
def test_no_offer_leads_to_what_is_left_out(url):
    offer = '<li><a href="embed.html#x">x</a></li>\n'
    within_words = '<p>See <a href="embed.html">y</a>.</p>'
    text = held(
        f"<ul>{OTHER}{offer}</ul>{within_words}", url, left_out=frozenset({"kk/a/embed.html"})
    )
    assert text.startswith(f"<ul>{OTHER}</ul><p>See ")


def test_a_single_page_does_not_offer_itself_once_more():
    offer = '<p><a href="../../a/b.html" download>x</a></p>\n'
    other = '<p><a href="https://a.b/c" download>x</a></p>\n'
    assert held(offer + other, "https://e.org", data_of=str) == other


def test_a_single_page_says_nothing_to_search_engines_and_messengers():
    card = '<meta property="og:title" content="x">\n<meta name="description" content="y">'
    page = f'{card}<script type="application/ld+json">{{"a": 1}}</script>\n<p>z'
    assert held(page, data_of=str) == '<meta name="description" content="y"><p>z'
    assert held(page) == page


@given(st.text(alphabet='<>/="# \nabp') | st.just('<p title="a > b">'))
def test_what_holds_no_link_stays_as_it_is(text):
    text = text.replace("<a", "<b")
    assert held(text) == held(text, "https://e.org") == text


@pytest.mark.parametrize("words", [" src=", " srcset=", " sizes=", " href=", "x src=y srcset=z"])
@pytest.mark.parametrize("data_of", [None, lambda path: f"data:{path}"])
def test_words_that_look_like_an_attribute_stay_words(words, data_of):
    picture = f'<img alt="A house{words}" title="{words}" src="../x.png" class="z">'
    kept = held(f'<a title="{words}" href="b.html">{picture}</a>', data_of=data_of)
    assert kept.count(f'="A house{words}"') == 1
    assert kept.count(f'title="{words}"') == 2
    assert kept.endswith('class="z"></a>')


def test_pictures_may_be_loaded_wherever_an_archive_is_opened():
    page = f'<meta http-equiv="Content-Security-Policy" content="{policy_attribute("")}">'
    assert "; img-src 'self' data: file: zim: kiwix:; base-uri" in held(page)


def test_an_archive_takes_along_what_its_pages_need():
    page = '<a href="c.html">x</a><img src="../../pictures/x.png"><a href="d.html">y</a>'
    needed = as_held(page, Place("kk/a/b.html", HELD.get, "https://e.org"))[1]
    assert needed == {"kk/a/c.html", "pictures/x.png"}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<main><header class="head">\n<h1>', '<main><header class="head">\nNOTE<h1>'),
        # in a theme of one's own
        ('<body><main id="x"><header class="top">', '<body><main id="x">NOTE<header class="top">'),
        ("<body>\n<p>", "<body>\nNOTE<p>"),
        ("<p>", "NOTE<p>"),
    ],
)
def test_a_note_stands_before_what_is_read(page, expected):
    assert with_note(page, "NOTE") == expected
