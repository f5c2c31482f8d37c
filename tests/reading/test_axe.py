"""What axe finds on a page of every kind, in both lights and in narrow and wide windows."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.reading.kinds import MADE, MOVED, OF_ALL_LANGUAGES, REAL, paths_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that a change of light alone can break."""
ALL = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": OF_COLOURS}
STATES = (
    (320, "light", ALL),
    (320, "dark", COLOURS),
    (1280, "light", COLOURS),
    (1280, "dark", ALL),
)
"""Widths, lights, and the rules to try: what stands where does not depend on the light."""
FOUND = """async (rules) => {
  const options = {runOnly: rules, resultTypes: ["violations"], selectors: false, preload: false};
  const {violations} = await axe.run(options);
  return violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.html}`));
}"""


@pytest.fixture
def examined(opened):
    """What axe finds on pages of a site, by page and state."""

    def examine(site, paths, states):
        base = f"{site.output.as_uri()}/"
        page, faults = opened(base)
        found = {}
        for path in paths:
            page.goto(base + path)
            page.evaluate(AXE_SCRIPT)
            for width, light, rules in states:
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=light)
                found[path, width, light] = page.evaluate(FOUND, rules)
        assert faults == []
        return {state: findings for state, findings in found.items() if findings}

    return examine


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_axe_finds_nothing_on_pages_of_every_kind(published_site, examined, code):
    assert examined(published_site, paths_of(REAL, code), STATES) == {}


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_axe_finds_nothing_on_pages_in_every_state(made_site, examined, code):
    assert examined(made_site, paths_of(MADE, code), STATES) == {}


def test_axe_finds_nothing_on_pages_of_all_languages(made_site, examined):
    assert examined(made_site, [*OF_ALL_LANGUAGES, MOVED], STATES) == {}
