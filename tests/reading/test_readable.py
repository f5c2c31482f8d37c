"""What everyone needs to read a page, and axe does not look at, on a page of every kind."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.colours import contrast
from tests.reading.kinds import MADE, MOVED, OF_ALL_LANGUAGES, REAL, WITHOUT_FRAME, paths_of
from tests.reading.measured import (
    COLOURS,
    FOCUS,
    LOST,
    RULES,
    SPACING,
    STRUCTURE,
    STYLED,
    TARGETS,
    TWICE,
    measure,
)

PATHS = {
    "published_site": [*OF_ALL_LANGUAGES, *paths_of(REAL)],
    "made_site": [*paths_of(MADE), MOVED],
}
WIDTHS = (320, 1280)
LIGHTS = ("light", "dark")
READ_LARGE = ((320, ""), (320, SPACING), (1280, SPACING), (640, TWICE), (1280, TWICE))
"""Widths and styles of readers; 640 pixels of a text twice as large are as 320 of a zoomed page."""
WITH_MEANING = [
    (".mark", "::before", "borderTopColor"),
    (".steps > li", None, "borderLeftColor"),
    (".timeline > li", None, "borderLeftColor"),
    (".notice", None, "borderLeftColor"),
    (".progress", None, "borderTopColor"),
    (".progress rect", None, "fill"),
    ("figure path", None, "stroke"),
    (".action > div, .button, input[size], textarea", None, "borderTopColor"),
    ("blockquote", None, "borderLeftColor"),
    ("th, td, details", None, "borderBottomColor"),
]
"""Rules and shapes that tell something."""


@pytest.fixture(scope="module", params=PATHS)
def measures(request, browser):
    """What was measured on each page of a site, each page opened once."""
    site = request.getfixturevalue(request.param)
    page = browser.new_page()
    found = {path: visit(page, f"{site.output.as_uri()}/{path}") for path in PATHS[request.param]}
    page.context.close()
    return found


def visit(page, address):
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme="light")
    page.goto(address)
    found = {"structure": measure(page, STRUCTURE), "targets": measure(page, TARGETS), "lost": []}
    for width, style in READ_LARGE:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(STYLED, style)
        found["lost"] += [(width, style, lost) for lost in measure(page, LOST)]
    page.evaluate(STYLED, "")
    found["targets"] += measure(page, TARGETS)
    for light in LIGHTS:
        page.emulate_media(color_scheme=light)
        found[light] = measure(page, COLOURS), measure(page, RULES, WITH_MEANING)
        found[light] += (measure(page, FOCUS),)
    return found


def failing(measures, choose):
    """What `choose` gives of a page's measures, by page."""
    found = {path: choose(each) for path, each in measures.items()}
    return {path: faults for path, faults in found.items() if faults}


def test_every_page_has_its_landmarks_once(measures):
    framed = {path: each["structure"]["landmarks"] for path, each in measures.items()}
    assert framed == {path: [1, 0, 0] if path in WITHOUT_FRAME else [1, 1, 1] for path in framed}


def test_every_navigation_has_a_name_of_its_own(measures):
    names = {path: each["structure"]["navigations"] for path, each in measures.items()}
    assert {
        path: own for path, own in names.items() if not all(own) or len(set(own)) < len(own)
    } == {}


def test_everything_beside_the_text_is_named(measures):
    assert failing(measures, lambda each: not all(each["structure"]["asides"])) == {}


def test_there_is_one_first_heading_and_no_level_is_skipped(measures):
    def faults(each):
        levels = each["structure"]["headings"]
        is_sound = levels[0] == 1 and levels.count(1) == 1
        return not is_sound or [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]

    assert failing(measures, faults) == {}


def test_the_way_past_the_navigation_comes_first(measures):
    first = {each["structure"]["first"] for each in measures.values()}
    assert first == {'<a class="skip" href="#part-main">'}


def test_what_can_be_pressed_is_as_large_as_a_finger(measures):
    def small(each):
        # What stands in a line of text is as high as the line (WCAG 2.2, 2.5.8).
        return [
            (name, width, height)
            for name, is_way, is_inline, width, height in each["targets"]
            if not is_inline and min(width, height) < (44 if is_way else 24)
        ]

    assert failing(measures, small) == {}


@pytest.mark.parametrize("light", LIGHTS)
def test_text_stands_out_seven_to_one(measures, light):
    def faint(each):
        return [pair for pair in each[light][0] if contrast(*pair) < 7]

    assert failing(measures, faint) == {}


@pytest.mark.parametrize("light", LIGHTS)
def test_what_tells_something_without_words_stands_out_three_to_one(measures, light):
    def faint(each):
        return [rule for rule in each[light][1] if contrast(*rule[1:]) < 3]

    assert failing(measures, faint) == {}


@pytest.mark.parametrize("light", LIGHTS)
def test_it_is_seen_where_the_keyboard_is(measures, light):
    def unseen(each):
        return [one for one in each[light][2] if one[1] < 2 or contrast(*one[2:]) < 3]

    assert failing(measures, unseen) == {}


def test_nothing_is_lost_on_narrow_screens_in_large_letters_and_with_wide_spaces(measures):
    assert failing(measures, lambda each: each["lost"]) == {}


# The way past the navigation


@pytest.mark.parametrize("path", ["index.html", "404.html", *paths_of(REAL[:3])])
def test_the_first_key_shows_the_way_to_the_text(opened, published_site, path):
    base = f"{published_site.output.as_uri()}/"
    page, _ = opened(base, viewport={"width": 320, "height": 600})
    page.goto(base + path)
    skip = page.locator(".skip")
    page.keyboard.press("Tab")
    x, y, width, height = skip.bounding_box().values()
    assert height >= 44
    assert skip.evaluate(
        "(el, [x, y]) => el === document.elementFromPoint(x, y)", [x + width / 2, y + height / 2]
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


# Colours of the reader's own

MARK = """els => Object.fromEntries(els.map((el) => {
  const {borderTopWidth, borderTopStyle, borderLeftWidth, backgroundColor, content} =
    getComputedStyle(el, "::before");
  return [el.dataset.mark, [borderTopWidth, borderTopStyle, borderLeftWidth, content].join(" ")];
}))"""
ALIKE = {
    "accepted": "met",
    "done": "met",
    "machine": "planned",
    "outdated": "partly",
    "missing": "ahead",
    "open": "ahead",
}
"""States with the sign of another, which never stand beside it."""


@pytest.mark.parametrize("light", LIGHTS)
def test_states_are_told_apart_in_colours_of_the_readers_own(opened, made_site, light):
    base = f"{made_site.output.as_uri()}/"
    page, _ = opened(base, color_scheme=light, forced_colors="active")
    signs: dict[str, str] = {}
    for name in ("first", "index", "letter", "event", "late", "closed"):
        page.goto(f"{base}ru/open-net/{name}.html")
        signs |= page.eval_on_selector_all(".mark", MARK)
    assert {*signs} >= {"now", "done", "planned", "ahead", "partly", "refused", "machine"}
    own = {ALIKE.get(state, state): sign for state, sign in signs.items()}
    assert len({*own.values()}) == len(own)
