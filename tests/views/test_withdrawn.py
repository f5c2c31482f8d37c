"""A withdrawn item keeps its address, says so, and leaves the lists."""

from __future__ import annotations

from datetime import date

import pytest

from tests.document import document, with_class, words_of
from tests.texts import add_to_facts, built_once, replace_in

PETITION = "open-net/first.html"


def withdraw(content):
    folder = content / "campaigns/open-net/petitions/first"
    add_to_facts(folder / "facts.yaml", withdrawn="2022-04-01", aliases=["old.html"])
    replace_in(folder / "ru.md", "thresholds", "withdrawn: Отозвано авторами.\nthresholds")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, withdraw, SITEURL="https://example.org")


@pytest.fixture(scope="module")
def page(built):
    return document(built.text(f"ru/{PETITION}"))


def test_other_texts_may_still_link_to_it_and_to_its_headings(built):
    [text] = with_class(document(built.text("ru/open-net/event.html")), "text")
    assert built.problems == ()
    assert [link.get("href") for link in text.iter("a")] == ["first.html"]


def test_the_page_says_when_and_why(page, say, named):
    [notice] = with_class(page, "notice")
    day = named("ru", "date", date(2022, 4, 1))
    assert words_of(notice) == f"{say('ru', 'withdrawal.notice', date=day)} Отозвано авторами."


@pytest.mark.parametrize("name", ["text", "action", "demands", "count"])
def test_the_page_shows_no_more_than_its_head(page, name):
    assert with_class(page, name) == []


def test_the_page_is_in_no_search_engine_and_no_set_of_alternates(page):
    robots = [meta.get("content") for meta in page.iter("meta") if meta.get("name") == "robots"]
    alternates = [link for link in page.iter("link") if link.get("hreflang")]
    assert (robots, alternates) == (["noindex"], [])


@pytest.mark.parametrize(
    "path",
    ["index.html", "all.html", "petitions.html", "topics/internet.html", "open-net/index.html"],
)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_list_has_it(built, language, path):
    page = document(built.text(f"{language}/{path}"))
    titles = {"Бірінші петиция", "Первая петиция", "First petition"}
    assert [link for link in page.iter("a") if words_of(link) in titles] == []


def test_its_old_address_leads_to_it(built):
    links = document(built.text("old.html")).iter("a")
    assert [link.get("href") for link in links if link.get("hreflang")] == [
        f"kk/{PETITION}",
        f"ru/{PETITION}",
        f"en/{PETITION}",
    ]
