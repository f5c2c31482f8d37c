"""A reader searches, in a real browser and in a real index."""

from __future__ import annotations

import gzip
import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import write_files
from tests.content import NEWS, PETITION, STATEMENT, add
from tests.texts import built_once, facts, words

LANGUAGES = ("kk", "ru", "en")
MANY = 12
NBSP = "\u00a0"


def furnish(content):
    add(content, f"{PETITION}/kk.md", "\nӘр азаматтың желіге құқығы бар.\n")
    add(content, f"{PETITION}/ru.md", "\nПраво ребёнка на сеть.\n")
    add(content, f"{PETITION}/en.md", "\nA right to the network & `<b>` of it.\n")
    add(content, f"{NEWS}/ru.md", "\nДепутат Закиева.\n")
    add(content, f"{STATEMENT}/ru.md", "\nЗаконопроект законных норм.\n")
    folder = content / NEWS
    for number in range(MANY):
        files = {"facts.yaml": facts(f"2021-01-{number + 1:02}"), "en.md": words(f"Rally {number}")}
        write_files(folder.with_name(f"rally-{number}"), files)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    built = built_once(tmp_path_factory, furnish, SEARCH=True)
    assert built.problems == ()
    return built


@pytest.fixture(scope="module")
def base(built, serve):
    return serve(built.output)


@pytest.fixture
def searching(base, opened):
    """A page on which something was searched, and what went wrong."""

    def search(language, query):
        page, faults = opened(base)
        page.goto(f"{base}{language}/search.html#q={quote(query)}")
        answered(page)
        return page, faults

    return search


ANSWERED = re.compile("^(Табылды|Ештеңе|Найдено|Ничего|Found|Nothing)")


def answered(page):
    """Wait until the results of a query are all there."""
    expect(page.get_by_role("status")).to_have_text(ANSWERED)


def status(page):
    return page.get_by_role("status").inner_text()


def results(page):
    return page.locator("[data-search=list] > li")


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


# Where nothing can be searched

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


def lists_in(page, language):
    """The pages that the page leads to below the results."""
    links = page.locator("#part-ways").get_by_role("link")
    paths = links.evaluate_all("links => links.map(a => a.pathname)")
    return [path.rpartition(f"/{language}/")[2] for path in paths]


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
