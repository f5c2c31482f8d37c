"""A few pages are known to the byte.

After a change that is meant: `python3 tasks.py test -- tests/generator/test_goldens.py
--accept-goldens` writes them anew; look at the difference before you commit it.
"""

from __future__ import annotations

import re

import pytest

from tests.conftest import SITES
from tests.interface import INTERFACE
from tests.texts import built_once

GOLDEN = SITES / "three-languages" / "golden"
KEYS = ("site.name", "site.tagline")
SITE_WORDS = [(key, words.gettext(key)) for words in INTERFACE.values() for key in KEYS]
PAGES = ("index.html", "ru/index.html", "kk/open-net/first.html", "en/open-net/letter.html")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_golden_one(built, path, pytestconfig):
    page = without_style(built.text(path))
    if pytestconfig.getoption("accept_goldens"):
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(page, "utf-8")
    assert page == (GOLDEN / path).read_text("utf-8")


def without_style(text):
    """The page without what the owner of a site changes: colours, name and motto."""
    text = re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)
    text = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-", text)
    for key, words in SITE_WORDS:
        text = text.replace(words, key)
    return text


def test_every_golden_page_is_compared():
    found = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html")}
    assert found == set(PAGES)
