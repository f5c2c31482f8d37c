"""What a reader sees of a search."""

from __future__ import annotations

import re

from playwright.sync_api import expect

LANGUAGES = ("kk", "ru", "en")
MANY = 12
"""More texts with a word than are shown at once."""
ANSWERED = re.compile("^(Табылды|Ештеңе|Найдено|Ничего|Found|Nothing)")


def answered(page):
    """Wait until the results of a query are all there."""
    expect(page.get_by_role("status")).to_have_text(ANSWERED)


def status(page):
    return page.get_by_role("status").inner_text()


def results(page):
    return page.locator("[data-search=list] > li")


def lists_in(page, language):
    """The pages that the page leads to below the results."""
    links = page.locator("#part-ways").get_by_role("link")
    paths = links.evaluate_all("links => links.map(a => a.pathname)")
    return [path.rpartition(f"/{language}/")[2] for path in paths]
