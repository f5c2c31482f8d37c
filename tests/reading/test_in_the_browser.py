"""The real site in a real browser."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

import pytest

from plugins.minber.views.badge import WIDTH
from tests.reading.conftest import watched

ONE_OF_EACH_KIND = (
    "index",
    "all",
    "about",
    "petitions",
    "topics/legislation",
    "open-internet/index",
    "open-internet/2021-amendments",
    "open-internet/2022-elections-internet",
    "open-internet/almaty-rally",
)


NARROWEST = 320
WIDTH_OF_PAGE = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def paths(real_site):
    return [path for path in real_site.files if path.endswith(".html")]


@pytest.fixture(scope="module", params=["http", "file"])
def base(request, real_site, serve):
    """Where the site stands: on a host, and in a folder."""
    return serve(real_site.output) if request.param == "http" else f"{real_site.output.as_uri()}/"


@dataclass(frozen=True, slots=True)
class Visited:
    faults: list[str]
    left: dict[str, list[str]]
    """What the pages left with the reader."""
    widths: dict[str, int]


@pytest.fixture(scope="module")
def visited(browser, base, paths):
    """All pages, each opened once on the narrowest screen."""
    page, faults = watched(browser, base, viewport={"width": NARROWEST, "height": 600})
    widths = {}
    for path in paths:
        page.goto(base + path)
        widths[path] = page.evaluate(WIDTH_OF_PAGE)
    found = Visited(faults, page.context.storage_state(), widths)
    page.context.close()
    return found


def test_every_page_loads_without_a_fault_or_a_request_elsewhere(visited):
    assert visited.faults == []


def test_no_page_leaves_anything_with_the_reader(visited):
    assert visited.left == {"cookies": [], "origins": []}


def test_no_page_is_wider_than_the_narrowest_screen(visited, paths):
    assert [*visited.widths] == paths
    assert {path: width for path, width in visited.widths.items() if width > NARROWEST} == {}


@pytest.mark.parametrize("width", [768, 1280])
def test_no_page_is_wider_than_a_wide_screen(opened, real_site, paths, width):
    base = f"{real_site.output.as_uri()}/"
    page, _ = opened(base, viewport={"width": width, "height": 600})
    widths = {}
    for path in paths[::9]:
        page.goto(base + path)
        widths[path] = page.evaluate(WIDTH_OF_PAGE)
    assert {path: found for path, found in widths.items() if found > width} == {}


def test_all_words_are_there_without_scripts(opened, real_site):
    base = f"{real_site.output.as_uri()}/"
    with_scripts, _ = opened(base)
    without, _ = opened(base, java_script_enabled=False)
    differing = []
    for kind in ONE_OF_EACH_KIND:
        path = f"kk/{kind}.html"
        for page in (with_scripts, without):
            page.goto(base + path)
        if with_scripts.inner_text("body") != without.inner_text("body"):
            differing.append(path)
    assert differing == []


@pytest.mark.parametrize("kind", ONE_OF_EACH_KIND)
def test_the_switcher_leads_to_the_same_item_in_each_language(opened, real_site, kind):
    base = f"{real_site.output.as_uri()}/"
    page, _ = opened(base)
    page.goto(f"{base}kk/{kind}.html")
    reached = []
    for name in ("Русский", "English", "Қазақша"):
        page.click(f".languages a:has-text('{name}')")
        reached.append(unquote(page.url.removeprefix(base)))
    assert reached == [f"ru/{kind}.html", f"en/{kind}.html", f"kk/{kind}.html"]


def test_the_choice_of_language_leads_home(opened, base):
    page, _ = opened(base)
    reached = []
    for name in ("Қазақша", "Русский", "English"):
        page.goto(f"{base}index.html")
        page.click(f"main a:has-text('{name}')")
        reached.append(page.url.removeprefix(base))
    assert reached == ["kk/index.html", "ru/index.html", "en/index.html"]


def test_the_style_sheet_is_applied_under_the_pages_own_policy(opened, base):
    page, _ = opened(base)
    page.goto(f"{base}kk/index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "800"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_lines_of_a_badge_stay_within_it(real_site, browser, language):
    page = browser.new_page()
    widths = {}
    for path in real_site.files:
        if path.startswith(f"{language}/") and path.endswith(".svg"):
            page.set_content(real_site.text(path))
            ends = "es => es.map(e => e.getBBox().x + e.getBBox().width)"
            widths[path] = max(page.eval_on_selector_all("svg text", ends))
    page.close()
    assert widths
    assert {path: width for path, width in widths.items() if width > WIDTH} == {}
