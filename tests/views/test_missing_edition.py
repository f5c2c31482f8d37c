"""An item without words in a language: it keeps its page there, and says so."""

from __future__ import annotations

import pytest

from tests.document import document, with_class, words_of
from tests.texts import built_once, replace_in

EVENT = "open-net/event.html"
URL = "https://example.org/site"


def without_russian_news(content):
    (content / "campaigns/open-net/news/event/ru.md").unlink()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, without_russian_news, SITEURL=URL)


@pytest.fixture(scope="module")
def page(built):
    return document(built.text(f"ru/{EVENT}"))


def test_nothing_else_breaks(built):
    assert built.problems == ()


def test_the_notice_says_in_the_readers_language_which_language_is_shown(page, say, named):
    [notice] = with_class(page, "notice")
    assert words_of(notice) == " ".join(
        [
            say("ru", "translation.missing"),
            say("ru", "translation.shown", language=named("ru", "language_in", "kk")),
            say("ru", "translation.read-original", language=named("ru", "language_in", "kk")),
        ]
    )


def test_the_notice_leads_to_the_original(page):
    [notice] = with_class(page, "notice")
    assert [link.get("href") for link in notice.iter("a")] == [f"../../kk/{EVENT}"]


def test_the_page_is_in_the_readers_language_and_the_text_in_its_own(page):
    [heading], [text] = page.iter("h1"), with_class(page, "text")
    assert [page.get("lang"), heading.get("lang"), text.get("lang")] == ["ru", "kk", "kk"]
    assert words_of(heading) == "Оқиға"


def test_the_title_and_description_of_the_page_have_their_language(page):
    [title] = page.iter("title")
    [description] = [meta for meta in page.iter("meta") if meta.get("name") == "description"]
    assert [title.get("lang"), description.get("lang")] == ["kk", "kk"]


def test_the_page_is_not_for_search_engines(page):
    assert [meta.get("content") for meta in page.iter("meta") if meta.get("name") == "robots"] == [
        "noindex"
    ]


def test_the_page_names_the_originals_address_and_no_alternates(page):
    links = [(link.get("rel"), link.get("href")) for link in page.iter("link")]
    feed = ("alternate", "feed.atom")
    assert links == [("icon", "data:,"), feed, ("canonical", f"{URL}/kk/{EVENT}")]


@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_other_editions_do_not_name_it_as_an_alternate(built, language):
    found = document(built.text(f"{language}/{EVENT}")).iter("link")
    assert {link.get("hreflang"): link.get("href") for link in found if link.get("hreflang")} == {
        "kk": f"{URL}/kk/{EVENT}",
        "en": f"{URL}/en/{EVENT}",
        "x-default": f"{URL}/kk/{EVENT}",
    }


@pytest.mark.parametrize("path", ["ru/news.html", "ru/index.html", "ru/open-net/index.html"])
def test_lists_show_it_with_the_language_that_it_is_in(built, path, say, named):
    teasers = with_class(document(built.text(path)), "teaser")
    [teaser] = [each for each in teasers if "Оқиға" in words_of(each)]
    note = say("ru", "teaser.text-in", language=named("ru", "language_in", "kk"))

    assert note in words_of(teaser)
    assert [link.get("lang") for link in teaser.iter("a")] == ["kk"]


def test_the_list_of_all_texts_shows_it_with_its_language(built, say, named):
    [entry] = [
        each for each in document(built.text("ru/all.html")).iter("li") if "Оқиға" in words_of(each)
    ]
    assert say("ru", "teaser.text-in", language=named("ru", "language_in", "kk")) in words_of(entry)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_switcher_warns_of_it_in_the_readers_language(built, language, say):
    [switcher] = with_class(document(built.text(f"{language}/{EVENT}")), "languages")
    assert [words_of(link) for link in switcher.iter("a")] == [
        "Қазақша",
        f"Русский {say(language, 'edition.missing')}",
        "English",
    ]


def test_facts_are_shown_in_the_readers_language(tmp_path_factory):
    def change(content):
        (content / "campaigns/open-net/statements/letter/ru.md").unlink()

    text = built_once(tmp_path_factory, change).text("ru/open-net/letter.html")
    names = [words_of(each) for each in document(text).iter("li")]
    assert {"Президенту", "Честный союз Казахстан", "Алия Серик"} <= set(names)


def test_a_link_to_a_heading_that_the_readers_edition_lacks_leads_to_its_page(tmp_path_factory):
    """The original's link is written for the original's neighbours."""

    def change(content):
        folder = content / "campaigns/open-net"
        (folder / "news/event/ru.md").unlink()
        replace_in(folder / "petitions/first/ru.md", " {#demands}", "")
        replace_in(folder / "news/event/en.md", "en.md#demands", "en.md")

    built = built_once(tmp_path_factory, change)
    [text] = with_class(document(built.text(f"ru/{EVENT}")), "text")
    assert built.problems == ()
    assert [link.get("href") for link in text.iter("a")] == ["first.html"]
