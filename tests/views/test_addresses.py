"""Links are relative; absolute addresses stand only where machines need them."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.views.addresses import absolute, relative
from tests.document import document
from tests.texts import built_once

URL = "https://кампания.example/a"
PATHS = st.lists(st.text("abkz-0", min_size=1, max_size=3), min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_a_relative_link_leads_from_any_page_to_any_page(path, page):
    link = relative(f"{path}.html", f"{page}.html")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(f"{page}.html"), unquote(link)))
    assert joined == f"{path}.html"


@pytest.mark.parametrize(
    ("path", "url", "expected"),
    [
        ("kk/a.html", "https://example.org", "https://example.org/kk/a.html"),
        ("kk/a.html", "https://example.org/x", "https://example.org/x/kk/a.html"),
        ("kk/a.html", "", ""),
    ],
)
def test_an_absolute_address_needs_the_sites_own(path, url, expected):
    assert absolute(path, url) == expected


@pytest.fixture(scope="module")
def placed(tmp_path_factory):
    return built_once(tmp_path_factory, SITEURL=f"{URL}/")


@pytest.fixture(scope="module")
def unplaced(tmp_path_factory):
    return built_once(tmp_path_factory)


def html_of(built):
    return {path: built.text(path) for path in built.files if path.endswith(".html")}


def test_without_an_address_of_its_own_a_site_has_no_absolute_ones(unplaced):
    pattern = re.compile(r'rel="canonical"|hreflang="x-default"|og:url')
    assert [path for path, text in html_of(unplaced).items() if pattern.search(text)] == []


def test_its_own_address_stands_only_in_the_head_and_as_words(placed):
    allowed = re.compile(
        rf'<link rel="(?:canonical|alternate" hreflang="[a-z-]+)" href="{URL}/[^"]*">'
        rf'|<meta property="og:url" content="{URL}/[^"]*">'
        r'|<script type="application/ld\+json">[^<]*</script>|<p class="address">[^<]*</p>'
        rf'|<input size="30" value="{URL}/[^"]*" readonly>'
        r"|<textarea [^>]*>[^<]*</textarea>"
        r'|<a href="(?:https://t\.me/|https://wa\.me/|mailto:\?)[^"]*">'
    )
    left = {path: allowed.sub("", text) for path, text in html_of(placed).items()}
    # A lost reader's page does not know where it stands.
    assert [path for path, text in left.items() if URL in text] == ["404.html"]


def test_the_lost_page_leads_home_and_to_all_texts_from_any_depth(placed):
    links = [link.get("href") for link in document(placed.text("404.html")).iter("a")]
    ways = [f"{code}/{name}" for code in ("kk", "ru", "en") for name in ("index", "all")]
    assert links[1:] == [f"{URL}/{way}.html" for way in ways]


def test_every_page_names_its_own_address(placed):
    canonical = {
        path: [
            link.get("href")
            for link in document(text).iter("link")
            if link.get("rel") == "canonical"
        ]
        for path, text in html_of(placed).items()
    }
    assert canonical == {path: [f"{URL}/{path}"] for path in canonical if path != "404.html"} | {
        "404.html": []
    }


def test_every_alternate_names_the_others_and_itself(placed):
    sets = {}
    for path, text in html_of(placed).items():
        links = [link for link in document(text).iter("link") if link.get("hreflang")]
        sets[f"{URL}/{path}"] = {link.get("hreflang", ""): link.get("href", "") for link in links}
    lonely = [
        (address, code)
        for address, alternates in sets.items()
        for code, other in alternates.items()
        if code != "x-default" and sets[other] != alternates
    ]
    assert lonely == []
    assert [path for path, alternates in sets.items() if len(alternates) != 4] == [
        f"{URL}/404.html",
        *(
            f"{URL}/{code}/{name}.html"
            for code in ("en", "kk", "ru")
            for name in ("open-net/embed", "search")
        ),
    ]


def test_all_else_is_the_same_with_and_without_an_address(placed, unplaced):
    pattern = re.compile(
        r'<link rel="(?:canonical|alternate)"[^>]*>\n?|<meta property="[^>]*>\n?'
        r'|<script type="application/ld\+json">.*</script>\n?'
        r'|<p class="address">.*</p>\n?|<section [^>]*id="part-share">(?:.|\n)*?</section>\n*'
        r'|<li><a href="[^"]*feed.atom">.*</li>\n|<li><a href="first.atom">.*</li>\n'
        # what has its own rules, and their digest
        r"|<style>.*</style>|'sha256-[^']*'"
    )
    plain = {path: pattern.sub("", text) for path, text in html_of(placed).items()}
    texts = html_of(unplaced).items()
    differing = [path for path, text in texts if plain[path] != pattern.sub("", text)]
    # Code to copy leads to an address.
    embed = [f"{code}/open-net/embed.html" for code in ("en", "kk", "ru")]
    assert differing == ["404.html", *embed]
