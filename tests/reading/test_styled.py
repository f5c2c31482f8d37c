"""A page carries every rule of the style sheet that matches one of its elements, and its tokens."""

from __future__ import annotations

import re

import pytest

from plugins.minber.pages.sheet import style_sheet
from tests.conftest import ROOT
from tests.reading.kinds import MADE, MOVED, OF_ALL_LANGUAGES, REAL, paths_of

LACKING = r"""(css) => {
  const OF_THE_MOMENT = /::[\w-]+|:(hover|focus-visible|focus|active|target)(?!\))/g;
  const named = (rules, within) => [...rules].flatMap((rule) => rule.selectorText
    ? rule.selectorText.split(/, (?![^(]*\))/).map((text) =>
      `${within}${text} { ${text === ":root" ? "" : rule.style.cssText}`)
    : named(rule.cssRules, `${within}${rule.conditionText} { `));
  const whole = new CSSStyleSheet();
  whole.replaceSync(css);
  const own = new Set(named(document.styleSheets[0].cssRules, ""));
  const matches = (selector) => document.querySelector(
    selector.split(" { ").at(-2).replace(OF_THE_MOMENT, "") || "*");
  return named(whole.cssRules, "").filter((each) => !own.has(each) && matches(each));
}"""


@pytest.fixture
def lacking(opened):
    """The rules that match an element of a page and are not on it, by page."""

    def look(site, paths):
        base = f"{site.output.as_uri()}/"
        page, _ = opened(base)
        css = style_sheet(ROOT / "theme/css")
        found = {}
        for path in paths:
            page.goto(base + path)
            found[path] = page.evaluate(LACKING, css)
        return {path: rules for path, rules in found.items() if rules}

    return look


def test_pages_of_every_kind_carry_all_rules_that_match(published_site, lacking):
    assert lacking(published_site, paths_of(REAL, "kk")) == {}


def test_pages_in_every_state_carry_all_rules_that_match(made_site, lacking):
    paths = [*paths_of(MADE, "en"), *OF_ALL_LANGUAGES, MOVED]
    assert lacking(made_site, paths) == {}


def test_every_token_that_a_page_uses_is_defined_on_it(published_site, made_site):
    sites = (published_site, made_site)
    texts = [site.text(path) for site in sites for path in site.files if path.endswith(".html")]
    used = [{*re.findall(r"var\((--[\w-]+)", text)} for text in texts]
    defined = [{*re.findall(r"[{;](--[\w-]+):", text)} for text in texts]
    assert all(used)
    assert [lost for some, all_ in zip(used, defined, strict=True) if (lost := some - all_)] == []
