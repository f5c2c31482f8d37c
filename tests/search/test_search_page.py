"""A reader searches, in a real browser and in a real index."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from plugins.minber.search import Record, script_files
from plugins.minber.search.indexer import index_files
from plugins.minber.search.stems import words_of
from tests.conftest import ROOT, write_files
from tests.content import NEWS, PETITION, add
from tests.search.pairs import PAIRS, TYPED_IN_RUSSIAN_LETTERS, kazakh
from tests.texts import built_once, facts, words

LANGUAGES = ("kk", "ru", "en")
MANY = 12
NBSP = "\u00a0"


def furnish(content):
    add(content, f"{PETITION}/kk.md", "\nӘр азаматтың желіге құқығы бар.\n")
    add(content, f"{PETITION}/ru.md", "\nПраво ребёнка на сеть.\n")
    add(content, f"{PETITION}/en.md", "\nA right to the network & `<b>` of it.\n")
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


def answered(page):
    """Wait until the results of a query are all there."""
    page.wait_for_function(
        """() => {
          const status = document.querySelector("[data-search=status]");
          if (!status || !status.textContent || status.textContent === status.dataset.busy)
            return false;
          const none = status.textContent.startsWith(status.dataset.nothing);
          return none || document.querySelector("[data-search=list] a");
        }"""
    )


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


def test_a_word_that_no_text_has_is_named_and_left_out(searching):
    page, _ = searching("en", "network abracadabra")
    assert status(page) == (
        "Found: 1. Found in no text: abracadabra. Only the other words were searched."
    )


def test_beginnings_are_searched_and_named_where_the_words_find_little(searching):
    page, _ = searching("ru", "ребёнок")
    assert status(page) == "Найдено: 1. Искали и слова, которые начинаются так: ребён…"


def test_more_results_come_when_asked_for(searching):
    page, faults = searching("en", "rally")
    assert (status(page), results(page).count()) == (f"Found: {MANY}.", 10)
    page.get_by_role("button", name="More results").click()
    results(page).nth(10).wait_for()
    assert results(page).count() == MANY
    assert page.evaluate("document.activeElement.href") == (
        results(page).nth(10).locator("a").evaluate("link => link.href")
    )
    assert not page.get_by_role("button", name="More results").is_visible()
    assert faults == []


def test_the_form_is_for_keyboards_and_the_query_stands_in_the_address(base, opened):
    page, faults = opened(base)
    page.goto(f"{base}en/search.html")
    field = page.get_by_role("searchbox", name="What to search for")
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


def test_words_of_a_reader_are_no_markup(searching):
    page, faults = searching("en", "<img onerror=alert()> network")
    assert status(page).startswith("Found: 1. Found in no text: img, onerror, alert.")
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


def leads_on(page, language):
    """Tell whether the page says what search needs, and leads to the lists."""
    main = page.locator("main")
    links = main.get_by_role("link").evaluate_all("links => links.map(a => a.pathname)")
    names = [link.rpartition(f"/{language}/")[2] for link in links]
    return NEEDS[language] in main.inner_text() and names == ["all.html", "topics/internet.html"]


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


@pytest.mark.parametrize(
    "lost", ["pagefind-entry.json", "stems.json", "pagefind.js", "*.pf_meta", "wasm.*"]
)
def test_without_its_index_the_page_leads_to_the_lists(base, opened, lost):
    page, _ = opened(base)
    page.route(f"**/search/{lost}*", lambda route: route.abort())
    page.goto(f"{base}kk/search.html#q=x", wait_until="networkidle")
    assert leads_on(page, "kk")


def test_without_a_connection_the_page_does_not_say_that_there_is_nothing(base, opened):
    page, _ = opened(base)
    page.goto(f"{base}en/search.html")
    field = page.get_by_role("searchbox")
    field.fill("network")
    page.context.set_offline(True)
    field.press("Enter")
    page.get_by_text(NEEDS["en"]).wait_for()
    assert leads_on(page, "en")


def test_a_part_of_the_index_that_does_not_come_leads_to_the_lists(base, opened):
    page, _ = opened(base)
    page.route("**/*.pf_fragment", lambda route: route.abort())
    page.goto(f"{base}ru/search.html#q=петиция")
    page.get_by_text(NEEDS["ru"]).wait_for()
    assert leads_on(page, "ru")


def test_only_the_search_page_may_run_anything(built):
    running = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    pages = {path: built.text(path) for path in built.files if path.endswith(".html")}
    searching = {f"{language}/search.html" for language in LANGUAGES}
    assert {path for path, text in pages.items() if running in text} == searching
    assert {path for path, text in pages.items() if "<script" in text} == searching
    assert {path for path, text in pages.items() if "script-src" in text} == searching


# The stems in the browser, and what they find in a real index


@pytest.fixture(scope="module")
def pairs(tmp_path_factory, serve):
    """A site whose every text is one form of a word."""
    folder = tmp_path_factory.mktemp("pairs")
    forms = sorted({form for form, _ in [*PAIRS, *TYPED_IN_RUSSIAN_LETTERS]})
    records = [
        Record(f"kk/{n}.html", "kk", "", "", "", "", "", form) for n, form in enumerate(forms)
    ]
    files = {f"search/{path}": data for path, data in index_files(records).items()}
    files |= script_files(ROOT / "theme/scripts", ["kk"])
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="kk"><link rel=icon href="data:,">'
    )
    return serve(folder), forms


FIND = """async (queries) => {
  const { found, wayOf } = await import("/search/ladder.js");
  const pagefind = await import("/search/pagefind.js");
  await pagefind.options({ noWorker: true });
  const rules = await (await fetch("/search/stems.json")).json();
  const way = wayOf(rules.kk);
  const all = [];
  for (const query of queries) {
    const { results } = await found(query, way, pagefind.search);
    const data = await Promise.all(results.map((result) => result.data()));
    all.push(data.map((each) => JSON.parse(each.raw_url).path));
  }
  return all;
}"""


def missed(pairs, opened, rows):
    """Of pairs those of which what was typed does not find what stands in a text."""
    base, forms = pairs
    page, _ = opened(base)
    page.goto(base)
    answers = page.evaluate(FIND, [typed for _, typed in rows])
    paths = [f"kk/{forms.index(form)}.html" for form, _ in rows]
    return [row for row, path, found in zip(rows, paths, answers, strict=True) if path not in found]


def test_nine_in_ten_forms_are_found_by_another_form(pairs, opened):
    assert len(missed(pairs, opened, PAIRS)) <= len(PAIRS) // 10


def test_words_are_found_without_kazakh_letters(pairs, opened):
    assert missed(pairs, opened, TYPED_IN_RUSSIAN_LETTERS) == []


def test_browser_and_build_stem_all_shipped_words_alike(pairs, opened):
    stemmer = kazakh()
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "content").rglob("*.md"))]
    shipped = sorted({word for text in texts for word in words_of(text)})
    base, _ = pairs
    page, _ = opened(base)
    page.goto(base)
    stems = page.evaluate(
        """async (text) => {
          const { stemmer, wordsOf } = await import("/search/stems.js");
          const rules = await (await fetch("/search/stems.json")).json();
          const { stem, beginning } = stemmer(rules.kk);
          return wordsOf(text).map((word) => [word, stem(word), beginning(stem(word))]);
        }""",
        " ".join(shipped),
    )
    expected = [[word, stem := stemmer.stem(word), stemmer.beginning(stem)] for word in shipped]
    assert len(shipped) > 2000
    assert [pair for pair in zip(stems, expected, strict=True) if pair[0] != pair[1]] == []
