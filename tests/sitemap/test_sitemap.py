"""What search engines are told of a site, and how that is shared out among files."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from plugins.minber.sitemap import Address, sitemap, sitemap_index
from plugins.minber.views.indexed import Pages, shared_out
from tests.conftest import write_files
from tests.document import document
from tests.feeds.subscribed import URL, furnish, made
from tests.reading.snippets import SNIPPETS
from tests.texts import item

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("sitemap.rng")))

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SEARCH = {f"{URL}/{code}/search.html" for code in ("kk", "ru", "en")}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return furnish(tmp_path_factory.mktemp("sitemap"))


@pytest.fixture(scope="module")
def placed(content):
    return made(content, content.with_name("output"), OFFLINE=True)


@pytest.fixture(scope="module")
def shared(content):
    """The same site where a sitemap may have only 50 addresses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plugins.minber.pages.plan.MOST_ADDRESSES", 50)
        return made(content, content.with_name("shared"))


def tree(text):
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    return root


def listed(text):
    """The alternates of every page by its address."""
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", NAMES)
        }
        for url in tree(text).iterfind("s:url", NAMES)
    }


def heads(built):
    """What every page says of itself: its address, its alternates, whether it may be kept."""
    for path in built.files:
        # A file to be saved names the page that it is of.
        if path.endswith(".html") and not path.startswith("offline/"):
            page = document(built.text(path))
            links = [*page.iter("link")]
            own = [link.get("href") for link in links if link.get("rel") == "canonical"]
            others = {x.get("hreflang"): x.get("href") for x in links if x.get("hreflang")}
            robots = [meta for meta in page.iter("meta") if meta.get("name") == "robots"]
            yield path, own, others, not robots


def test_the_pages_that_may_be_kept_are_listed_each_with_what_it_says_of_itself(placed):
    kept = {
        f"{URL}/{path}": (own, others) for path, own, others, is_kept in heads(placed) if is_kept
    }
    told = {
        address: ([address], others)
        for address, others in listed(placed.text("sitemap.xml")).items()
    }
    # Whether engines may keep the search page is no matter here.
    assert {k: v for k, v in kept.items() if k not in SEARCH} == told


def test_each_edition_names_the_others(placed):
    found = listed(placed.text("sitemap.xml"))
    pairs = [
        (own, o) for own, all_ in found.items() for code, o in all_.items() if code != "x-default"
    ]
    assert [(own, other) for own, other in pairs if found[other] != found[own]] == []
    # The choice of language is named by the home pages, and names them.
    assert found[f"{URL}/index.html"]["x-default"] == f"{URL}/index.html"


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("en/open-net/winter.html", "2024-02-29"),
        ("kk/open-net/spring.html", "2024-03-01"),
        ("kk/open-net/updated.html", "2024-04-01"),
        ("kk/index.html", None),
        ("en/about.html", None),
    ],
)
def test_a_text_is_listed_with_the_day_of_its_words(placed, path, changed):
    assert days_of(placed)[f"{URL}/{path}"] == changed


def test_of_a_text_that_is_dated_to_the_month_no_day_is_listed(site, build):
    content = site("three-languages")
    write_files(content, item("open-net/news/some-day", "2022-02"))
    days = days_of(build(content, SITEURL=URL))
    assert days[f"{URL}/en/open-net/some-day.html"] is None


def days_of(built):
    """The days of change that the sitemap tells, by address."""
    return {
        url.findtext("s:loc", namespaces=NAMES): url.findtext("s:lastmod", namespaces=NAMES)
        for url in tree(built.text("sitemap.xml"))
    }


def test_robots_are_told_where_the_sitemap_is(placed):
    assert placed.text("robots.txt") == f"User-agent: *\nAllow: /\nSitemap: {URL}/sitemap.xml\n"


def test_without_a_place_in_the_web_there_is_none(site, build):
    built = build(site("three-languages"))
    assert "sitemap.xml" not in built.files
    assert built.text("robots.txt") == "User-agent: *\nAllow: /\n"


def test_what_is_too_much_for_one_stands_in_several_that_the_first_names(placed, shared):
    named = tree(shared.text("sitemap.xml")).xpath("//s:loc/text()", namespaces=NAMES)
    parts = [listed(shared.text(name.removeprefix(f"{URL}/"))) for name in named]
    assert named == [f"{URL}/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert len(parts) > 1
    assert max(map(len, parts)) <= 50
    both = {address: others for part in parts for address, others in part.items()}
    whole = listed(placed.text("sitemap.xml"))
    assert both == {a: others for a, others in whole.items() if "offline" not in a}


PAGES = [
    Pages({code: f"{code}/{n}.html" for code in ("kk", "en")}, f"kk/{n}.html") for n in range(9)
]


@pytest.mark.parametrize(
    ("limits", "sizes"),
    [
        ({"most": 18}, [9]),
        ({"most": 17}, [8, 1]),
        ({"most": 4}, [2, 2, 2, 2, 1]),
        # One thing stays together.
        ({"most": 1}, [1] * 9),
        ({"most": 18, "most_bytes": 1}, [1] * 9),
    ],
)
def test_no_share_is_larger_than_it_may_be(limits, sizes):
    shares = shared_out(PAGES, URL, **limits)
    assert [len(share) for share in shares] == sizes
    assert [page for share in shares for page in share] == PAGES


@pytest.mark.parametrize("url", [URL, 'https://кампания.example/"&<'])
def test_pages_take_no_more_bytes_than_is_reckoned(url):
    for pages in PAGES:
        alternates = tuple((each.hreflang, each.address) for each in pages.alternates(url))
        listed_ = [Address(f"{url}/{path}", alternates) for path in pages.listed()]
        text = sitemap(listed_).partition('xhtml">')[2].removesuffix("</urlset>\n")
        assert 0 < len(text.encode()) <= pages.weight(url)


@pytest.mark.parametrize("text", SNIPPETS)
def test_hostile_addresses_come_out_as_they_were_given(text):
    root = etree.fromstring(sitemap([Address(text, (("kk", text),))]).encode())
    [loc], [link] = root.iter("{*}loc"), root.iter("{*}link")
    [named] = etree.fromstring(sitemap_index([text]).encode()).iter("{*}loc")
    # XML reads every line end, and in attributes all white space, as one blank.
    assert (loc.text, named.text, link.get("href")) == (text, text, text)
