"""A reader searches, in a real browser and in a real index."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.search.reader import LANGUAGES, MANY, answered, lists_in, results, status

NBSP = "\u00a0"
FIRST = "open-net/first.html"


@pytest.mark.parametrize(
    ("language", "query", "said", "told", "marked"),
    [
        (
            "kk",
            "құқық",
            "Табылды: 1.",
            ["Петиция 2021 ж. 1 қазан", "Бірінші петиция", "Ашық желі"],
            ["құқығы"],
        ),
        ("kk", "кукыктар", "Табылды: 1.", ["Бірінші петиция"], ["құқығы"]),
        ("kk", "Азаматтарға", "Табылды: 1.", ["Бірінші петиция"], ["азаматтың"]),
        (
            "ru",
            "ребенка",
            "Найдено: 1.",
            ["Петиция 1 октября 2021 г.", "Первая петиция", "Открытая сеть"],
            ["ребёнка"],
        ),
        ("ru", "права ребёнка", "Найдено: 1.", ["Первая петиция"], ["Право", "ребёнка"]),
        ("ru", "ребёнка сеть", "Найдено: 1.", ["ребёнка на сеть."], ["ребёнка", "сеть"]),
        (
            "en",
            "networks",
            "Found: 1.",
            [
                "Petition 1 October 2021",
                "First petition",
                "Open net",
                "right to the network & <b>",
            ],
            ["network"],
        ),
    ],
)
def test_a_query_finds_the_text_with_kind_date_and_campaign(
    searching, language, query, said, told, marked
):
    page, faults = searching(language, query)
    [result] = results(page).all()
    text = " ".join(result.inner_text().replace(NBSP, " ").split())
    assert (status(page), [each for each in told if each not in text]) == (said, [])
    assert result.locator("mark").all_inner_texts() == marked
    assert result.locator("a").get_attribute("href").endswith(f"/{language}/{FIRST}")
    assert faults == []


def test_a_result_leads_to_its_page_and_back_to_the_results(searching, base):
    page, faults = searching("kk", "құқық")
    results(page).locator("a").click()
    page.wait_for_url(f"{base}kk/{FIRST}")
    page.go_back()
    answered(page)
    assert (status(page), faults) == ("Табылды: 1.", [])


def test_nothing_that_is_typed_is_nonsense(searching):
    page, faults = searching("kk", "абракадабра")
    assert status(page) == "Ештеңе табылмады. Басқа сөздермен немесе азырақ сөзбен іздеп көріңіз."
    assert (results(page).count(), faults) == (0, [])


def test_where_nothing_is_found_the_same_words_lead_to_the_other_languages(searching, base):
    page, faults = searching("kk", "networks")
    assert lists_in(page, "kk") == ["all.html", "topics/internet.html"]
    links = page.locator("main [hreflang]")
    assert links.evaluate_all("all => all.map(a => [a.lang, a.hreflang, a.textContent])") == [
        ["ru", "ru", "Русский"],
        ["en", "en", "English"],
    ]
    page.get_by_role("main").get_by_role("link", name="English").click()
    answered(page)
    assert page.url == f"{base}en/search.html#q=networks"
    assert (status(page), faults) == ("Found: 1.", [])


def test_beside_results_there_are_the_lists_of_texts_but_no_other_languages(searching):
    page, _ = searching("en", "network")
    assert page.locator("main [hreflang]:visible").count() == 0
    assert lists_in(page, "en") == ["all.html", "topics/internet.html"]


def test_a_word_that_no_text_has_is_named_and_left_out(searching):
    page, _ = searching("en", "network abracadabra")
    assert status(page) == (
        "Found: 1. "
        "Not in any text in this language: abracadabra. Only the other words were searched."
    )


def test_beginnings_are_searched_and_named_where_the_words_find_little(searching):
    page, _ = searching("ru", "ребёнок")
    assert status(page) == (
        "Найдено: 1. Точных совпадений мало, поэтому искали и слова, которые начинаются на: ребён…"
    )


@pytest.mark.parametrize("query", ["Закиева", "закиевой"])
def test_a_name_finds_the_texts_that_have_it_and_none_of_words_that_begin_alike(searching, query):
    page, _ = searching("ru", query)
    assert results(page).get_by_role("link").all_inner_texts() == ["Событие"]
    assert results(page).locator("mark").all_inner_texts() == ["Закиева"]


def test_a_page_about_the_site_has_no_empty_line_for_kind_and_campaign(searching):
    page, _ = searching("en", "about")
    result = results(page).filter(has=page.get_by_role("link", name="About"))
    assert result.locator("p").evaluate_all("all => all.map(p => p.textContent.trim())") == [
        "Who we are. … We."
    ]


def test_more_results_come_when_asked_for(searching):
    page, faults = searching("en", "rally")
    assert (status(page), results(page).count()) == (f"Found: {MANY}.", 10)
    page.get_by_role("button", name="More results").click()
    expect(results(page).nth(10).get_by_role("link")).to_be_focused()
    assert results(page).count() == MANY
    assert not page.get_by_role("button", name="More results").is_visible()
    assert faults == []


def test_the_form_is_for_keyboards_and_the_query_stands_in_the_address(base, opened):
    page, faults = opened(base)
    page.goto(f"{base}en/search.html")
    field = page.get_by_role("searchbox", name="Search for")
    field.fill("rally")
    field.press("Enter")
    answered(page)
    assert page.url == f"{base}en/search.html#q=rally"
    field.fill("network")
    page.get_by_role("search").get_by_role("button", name="Search").click()
    page.get_by_text("Found: 1.").wait_for()
    page.go_back()
    page.get_by_text(f"Found: {MANY}.").wait_for()
    assert (field.input_value(), faults) == ("rally", [])


def test_whoever_skips_to_the_content_keeps_the_query_and_its_results(searching, base):
    page, faults = searching("en", "rally")
    page.get_by_role("link", name="Skip to main content").press("Enter")
    page.wait_for_url(f"{base}en/search.html#part-main")
    assert page.get_by_role("searchbox").input_value() == "rally"
    assert (status(page), results(page).count(), faults) == (f"Found: {MANY}.", 10, [])


def test_words_of_a_reader_are_no_markup(searching):
    page, faults = searching("en", "<img onerror=alert()> network")
    assert status(page).startswith(
        "Found: 1. Not in any text in this language: img, onerror, alert."
    )
    assert (page.locator("main img").count(), faults) == (0, [])


def test_nothing_is_kept_in_the_browser(searching):
    page, _ = searching("ru", "петиция")
    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, document.cookie,"
        " (await indexedDB.databases()).length, (await caches.keys()).length]"
    )
    assert kept == [0, 0, "", 0, 0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_fit_on_the_smallest_screen(base, opened, language):
    page, _ = opened(base, viewport={"width": 320, "height": 600})
    page.goto(f"{base}{language}/search.html#q=2021 net петиция")
    answered(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_ring_around_the_field_covers_no_letter_of_its_label(searching):
    page, _ = searching("kk", "құқық")
    page.get_by_role("searchbox").focus()
    between, ring = page.locator("label").evaluate(
        """label => {
          const field = label.querySelector("input"), words = document.createRange();
          words.selectNodeContents(label.firstChild);
          const { outlineOffset, outlineWidth } = getComputedStyle(field);
          const bottom = words.getBoundingClientRect().bottom;
          return [
            field.getBoundingClientRect().top - bottom,
            parseFloat(outlineOffset) + parseFloat(outlineWidth),
          ];
        }"""
    )
    assert between >= ring > 0


@pytest.mark.parametrize(("language", "scheme"), [("kk", "light"), ("ru", "dark")])
def test_results_are_accessible_to_all(base, opened, language, scheme):
    page, _ = opened(base, color_scheme=scheme)
    page.goto(f"{base}{language}/search.html#q=петиция")
    answered(page)
    found = Axe().run(page).response
    assert [violation["id"] for violation in found["violations"]] == []
