"""Where nothing can be searched, or the search breaks off, the page says so and leads on."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import expect

from tests.search.reader import LANGUAGES, answered, lists_in, results, status

NEEDS = {
    "kk": "Іздеу үшін скриптер мен жарияланған сайтқа қосылу қажет.",
    "ru": "Для поиска нужны скрипты и связь с опубликованным сайтом.",
    "en": "Search needs scripts and a connection to the published site.",
}


FAILED = "Іздеу мүмкін болмады: сайтпен байланыс жоқ. Қайталап көру үшін бетті жаңартыңыз."
LOST = {
    "ru": "Поиск не удался: нет связи с сайтом. Попробуйте ещё раз.",
    "en": "The search failed: no connection to the site. Try again.",
}


def leads_on(page, language):
    """Tell whether the page says what search needs, and leads to the lists."""
    says = NEEDS[language] in page.locator("main").inner_text()
    return says and lists_in(page, language) == ["all.html", "topics/internet.html"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_page_leads_to_the_lists(base, opened, language):
    page, faults = opened(base, java_script_enabled=False)
    page.goto(f"{base}{language}/search.html#q=x")
    assert leads_on(page, language)
    assert (page.locator("form:visible").count(), faults) == (0, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_disk_the_page_leads_to_the_lists(built, opened, language):
    page, faults = opened(built.output.as_uri())
    page.goto(f"{built.output.as_uri()}/{language}/search.html#q=x", wait_until="networkidle")
    assert leads_on(page, language)
    assert faults == []


def refused(route):
    route.abort()


def unanswered(route):
    """As a connection that is throttled until nothing comes."""


def missing(route):
    route.fulfill(status=404)


def replaced(route):
    """As a filter does that answers with a page of its own."""
    route.fulfill(content_type="text/html; charset=utf-8", body="<h1>Blocked</h1>")


def replaced_by_the_way(route):
    """As a filter does that tells no browser what its page is."""
    route.fulfill(headers={}, body=" \n<h1>Blocked</h1>")


def emptied(route):
    route.fulfill(body="")


def halved(route):
    """As a proxy does that was cut off and keeps what it has."""
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2])


NEEDED = ["results.js", "stems.json", "pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*"]


@pytest.mark.parametrize(
    ("lost", "answer"),
    [
        *((lost, refused) for lost in NEEDED),
        ("stems.json", replaced_by_the_way),
        ("pagefind-entry.json", halved),
        ("*.pf_meta", emptied),
        ("wasm.*", halved),
    ],
)
def test_where_the_search_does_not_load_the_page_says_so_and_leads_to_the_lists(
    base, opened, lost, answer
):
    page, _ = opened(base)
    page.route(f"**/search/{lost}*", answer)
    page.goto(f"{base}kk/search.html#q=x")
    expect(page.get_by_role("status")).to_have_text(FAILED)
    assert leads_on(page, "kk")
    assert page.locator("form:visible").count() == 0


def test_a_browser_that_cannot_search_is_told_so_and_not_that_there_is_no_connection(base, opened):
    page, _ = opened(base)
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(f"{base}en/search.html#q=x")
    expect(page.get_by_role("status")).to_have_text("Search does not work in this browser.")
    assert leads_on(page, "en")


def test_while_the_search_loads_the_page_says_so_and_leads_to_the_lists(base, opened):
    page, _ = opened(base)
    page.route("**/wasm.*", unanswered)
    page.goto(f"{base}kk/search.html")
    expect(page.get_by_role("status")).to_have_text("Іздеу жүктеліп жатыр…")
    assert leads_on(page, "kk")


@pytest.mark.parametrize(
    ("lost", "answer"),
    [
        ("*.pf_index", refused),
        ("*.pf_index", missing),
        ("*.pf_index", replaced),
        ("*.pf_index", replaced_by_the_way),
        ("*.pf_index", emptied),
        ("*.pf_index", halved),
        ("*.pf_fragment", refused),
        ("*.pf_fragment", halved),
    ],
)
def test_a_part_of_the_index_that_does_not_come_is_no_empty_answer(base, opened, lost, answer):
    page, _ = opened(base)
    page.route(f"**/search/**/{lost}", answer)
    page.goto(f"{base}ru/search.html#q=петиция")
    expect(page.get_by_role("status")).to_have_text(LOST["ru"])
    assert (results(page).count(), page.get_by_role("searchbox").input_value()) == (0, "петиция")


def test_a_part_of_the_index_that_a_host_unpacks_is_searched(base, opened):
    page, _ = opened(base)
    page.route("**/*.pf_*", lambda route: route.fulfill(body=gzip.decompress(route.fetch().body())))
    page.goto(f"{base}en/search.html#q=network")
    answered(page)
    assert (status(page), results(page).count()) == ("Found: 1.", 1)


def test_a_part_of_the_index_that_never_comes_is_given_up(base, opened):
    page, _ = opened(base)
    page.clock.install()
    page.route("**/*.pf_index", unanswered)
    page.goto(f"{base}en/search.html#q=network")
    expect(page.get_by_role("status")).to_have_text("Searching…")
    page.clock.fast_forward(29_000)
    expect(page.get_by_role("status")).to_have_text("Searching…")
    page.clock.fast_forward(2_000)
    expect(page.get_by_role("status")).to_have_text(LOST["en"])


@pytest.mark.parametrize("lost", ["*.pf_index", "*.pf_fragment"])
def test_once_the_connection_is_back_the_same_search_finds(base, opened, lost):
    page, _ = opened(base)
    page.route(f"**/{lost}", refused)
    page.goto(f"{base}en/search.html#q=network")
    expect(page.get_by_role("status")).to_have_text(LOST["en"])
    page.unroute(f"**/{lost}")
    page.get_by_role("search").get_by_role("button").click()
    answered(page)
    assert (status(page), results(page).count()) == ("Found: 1.", 1)


def test_further_results_that_do_not_come_are_no_end_of_the_results(searching):
    page, _ = searching("en", "rally")
    page.route("**/*.pf_fragment", refused)
    page.get_by_role("button", name="More results").click()
    expect(page.get_by_role("status")).to_have_text(LOST["en"])


def test_without_a_connection_the_page_does_not_say_that_there_is_nothing(base, opened):
    page, _ = opened(base)
    page.goto(f"{base}en/search.html")
    field = page.get_by_role("searchbox")
    field.fill("network")
    page.context.set_offline(True)
    field.press("Enter")
    expect(page.get_by_role("status")).to_have_text(LOST["en"])
    assert lists_in(page, "en") == ["all.html", "topics/internet.html"]


def test_only_the_search_page_may_run_anything(built):
    running = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    pages = {path: built.text(path) for path in built.files if path.endswith(".html")}
    searching = {f"{language}/search.html" for language in LANGUAGES}
    assert {path for path, text in pages.items() if running in text} == searching
    assert {path for path, text in pages.items() if "<script" in text} == searching
    assert {path for path, text in pages.items() if "script-src" in text} == searching
