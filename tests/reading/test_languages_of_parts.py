"""Every part of a page says in which language it is: a voice that reads it aloud depends on it."""

from __future__ import annotations

import re

import pytest

from tests.document import by_language, document, with_class

FOREIGN = {"en": re.compile("[\u0400-\u052f]"), "ru": re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")}
"""Letters that a language does not have."""


@pytest.fixture(scope="module", params=["published_site", "made_site"])
def pages(request):
    """The trees of all pages; raises where one of them is not valid."""
    site = request.getfixturevalue(request.param)
    return {path: document(site.text(path)) for path in site.files if path.endswith(".html")}


@pytest.mark.parametrize("language", FOREIGN)
def test_no_text_is_marked_as_another_language_than_it_is_in(pages, language):
    found = {
        text.strip()
        for page in pages.values()
        for code, text in by_language(page)
        if code == language and FOREIGN[language].search(text)
    }
    assert found == set()


def test_every_page_says_in_which_language_it_is(pages):
    spoken = {path: page.get("lang") for path, page in pages.items() if "/" in path}
    known = {"kk", "ru", "en"}
    assert {path: code for path, code in spoken.items() if code not in known} == {}


def test_every_name_in_the_switcher_is_in_its_own_language(pages):
    names = {
        (name.get("lang"), str(name.text).strip())
        for page in pages.values()
        for switcher in with_class(page, "languages")
        for name in switcher.iter("a")
    }
    assert names == {("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")}
