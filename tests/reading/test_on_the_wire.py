"""What a page costs a reader, by the browser's own figures."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.reading.conftest import PressingHost
from tests.reading.kinds import OF_ALL_LANGUAGES, REAL, WITH_SCRIPTS, paths_of
from tests.reading.test_weight import PAGE

LEFT_BEHIND = """async () => [
  document.cookie,
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({name}) => name),
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map(({scope}) => scope),
].filter(Boolean)"""
"""What a page could leave with the reader."""
PATHS = [*OF_ALL_LANGUAGES, *paths_of(REAL)]
WITHOUT_SCRIPTS = [path for path in PATHS if path not in paths_of(WITH_SCRIPTS)]


# A block of data is an element called script too, which browsers do not run.
SCRIPTS_AND_FONTS = """() =>
  document.querySelectorAll('script:not([type="application/ld+json"])').length
  + document.fonts.size"""


@dataclass(slots=True)
class Visit:
    """What the browser said of one page."""

    asked: dict[str, str] = field(default_factory=dict)
    """The addresses that it asked for, by the numbers of their requests."""
    bytes: dict[str, int] = field(default_factory=dict)
    """What came over the wire for each, with its headers."""
    left: list[str] = field(default_factory=list)
    """What is kept of the page when it is open no more."""
    scripts_and_fonts: int = 0


@pytest.fixture(scope="module")
def visits(published_site, serve, browser):
    """The visits to all pages by their paths."""
    base = serve(published_site.output, PressingHost)
    page = browser.new_page()
    wire = page.context.new_cdp_session(page)
    visits = {path: Visit() for path in PATHS}
    latest = [Visit()]
    wire.on("Network.requestWillBeSent", lambda event: asked(latest[0], event, base))
    wire.on("Network.loadingFinished", lambda event: arrived(latest[0], event))
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    for path, visit in visits.items():
        latest[0] = visit
        # What a script asks for later belongs to its own page.
        page.goto(base + path, wait_until="load" if path in WITHOUT_SCRIPTS else "networkidle")
        visit.left = [*page.evaluate(LEFT_BEHIND), *map(str, page.context.cookies())]
        visit.scripts_and_fonts = page.evaluate(SCRIPTS_AND_FONTS)
    page.context.close()
    return visits


def asked(visit, event, base):
    visit.asked[event["requestId"]] = event["request"]["url"].removeprefix(base)


def arrived(visit, event):
    visit.bytes[event["requestId"]] = event["encodedDataLength"]


def test_every_page_is_one_request_but_for_the_badges_it_shows(visits):
    asked = {path: [*visits[path].asked.values()] for path in WITHOUT_SCRIPTS}
    plain = {path: urls for path, urls in asked.items() if "embed" not in path}
    assert plain == {path: [path] for path in plain}
    shown = {path: {url[-4:] for url in asked[path][1:]} for path in asked.keys() - plain.keys()}
    assert shown == {f"{code}/open-internet/embed.html": {".svg"} for code in ("kk", "ru", "en")}


def test_no_page_asks_anybody_else(visits):
    asked = {url for visit in visits.values() for url in visit.asked.values()}
    assert [url for url in asked if "://" in url] == []


def test_every_page_fits_into_the_first_answer_with_its_headers(visits):
    weights = {path: sum(visits[path].bytes.values()) for path in WITHOUT_SCRIPTS}
    print("", *sorted(((w, path) for path, w in weights.items()), reverse=True)[:12], sep="\n")
    assert {path: weight for path, weight in weights.items() if not 0 < weight <= PAGE} == {}


def test_no_page_leaves_anything_with_the_reader(visits):
    assert {path: visit.left for path, visit in visits.items() if visit.left} == {}


def test_no_page_has_a_script_or_a_font(visits):
    counts = {path: visits[path].scripts_and_fonts for path in WITHOUT_SCRIPTS}
    assert counts == dict.fromkeys(WITHOUT_SCRIPTS, 0)
