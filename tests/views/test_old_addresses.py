"""An alias is a page that leads on to where an item stands now."""

from __future__ import annotations

import pytest

from tests.conftest import write_files
from tests.document import document, words_of
from tests.texts import add_to_facts, built_once, item

FACTS = "campaigns/open-net/news/event/facts.yaml"


def refreshes(root):
    metas = [meta for meta in root.iter("meta") if meta.get("http-equiv") == "refresh"]
    return [meta.get("content") for meta in metas]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    aliases = ["2021/10/old.html", "ru/old.html"]
    return built_once(
        tmp_path_factory,
        lambda content: add_to_facts(content / FACTS, aliases=aliases),
        SITEURL="https://example.org",
    )


def test_an_old_address_of_no_language_offers_all_editions(built):
    page = document(built.text("2021/10/old.html"))
    links = [(link.get("hreflang"), link.get("href")) for link in page.iter("a")]
    assert refreshes(page) == []
    assert links[1:] == [(code, f"../../{code}/open-net/event.html") for code in ("kk", "ru", "en")]


def test_an_old_address_of_a_language_leads_on_at_once(built):
    page = document(built.text("ru/old.html"))
    links = [(link.get("href"), words_of(link)) for link in page.iter("a")]
    assert refreshes(page) == ["0; url=open-net/event.html"]
    assert links[1:] == [("open-net/event.html", "Событие")]


@pytest.mark.parametrize("path", ["2021/10/old.html", "ru/old.html"])
def test_an_old_address_is_not_for_search_engines(built, path):
    metas = document(built.text(path)).iter("meta")
    assert [meta.get("content") for meta in metas if meta.get("name") == "robots"] == ["noindex"]


@pytest.mark.parametrize(
    "alias",
    [
        # out of the site
        "../evil.html",
        "a/../../evil.html",
        "//evil.html",
        "C:/evil.html",
        "https://example.org/x.html",
        # no page, no lasting name
        "robots.txt",
        "old",
        "old/",
        ".html",
        ".htaccess.html",
        "a//b.html",
        "a\\b.html",
        "мекен.html",
        "a b.html",
        "a%2fb.html",
        "<b>.html",
    ],
)
def test_an_alias_is_a_path_of_a_page_within_the_site(site, build, alias):
    content = site("three-languages")
    add_to_facts(content / FACTS, aliases=[alias])
    [problem] = build(content).problems
    assert problem.partition(": ")[2] == (
        f"`aliases.0` must be a path within the site that ends in .html, found “{alias}”. "
        "Write it as kk/old/path.html, in a–z, A–Z, 0–9, - and _."
    )


@pytest.mark.parametrize(
    "alias", ["index.html", "404.html", "kk/news.html", "KK/News.html", "en/open-net/first.html"]
)
def test_an_alias_is_no_address_of_another_page(site, build, alias):
    content = site("three-languages")
    add_to_facts(content / FACTS, aliases=[alias])
    [problem] = build(content).problems
    assert problem == (
        f"content/{FACTS}:1: an address must belong to one page only, found “{alias}”. "
        "Change the alias."
    )


def test_two_items_have_no_alias_in_common(site, build):
    content = site("three-languages")
    write_files(content, item("open-net/news/other", aliases=["old.html"]))
    add_to_facts(content / FACTS, aliases=["old.html"])
    assert [problem.partition(": ")[0] for problem in build(content).problems] == [
        f"content/{FACTS}:1",
        "content/campaigns/open-net/news/other/facts.yaml:1",
    ]
