"""What pages weigh on their way to a reader, compressed as a host does it beforehand."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

import brotli
import pytest

from plugins.minber.pages.sheet import style_sheet
from tests.conftest import ROOT
from tests.document import document, with_class, words_of

LETTERS = 4_000
"""Up to so many characters a page counts as one with a text."""
TEXT = 7_000
"""The most bytes of a page with a text."""
PAGE, SHEET = 14_000, 3_000
"""The most bytes of any page without pictures, and of the style sheet."""
PACKED = {
    "brotli": lambda data: brotli.compress(data, quality=11),
    "gzip": lambda data: gzip.compress(data, compresslevel=9, mtime=0),
}


@dataclass(frozen=True, slots=True)
class Weighed:
    path: str
    letters: int
    """Of the text of an item; 0 on other pages."""
    raw: int
    brotli: int
    gzip: int
    is_pictured: bool

    def __str__(self) -> str:
        figures = (self.brotli, self.gzip, self.raw, self.letters)
        return " ".join(f"{figure:>7,}" for figure in figures) + f"  {self.path}"


@pytest.fixture(scope="module")
def weighed(published_site):
    """All pages, the heaviest first."""
    found = [
        weigh(path, published_site.text(path))
        for path in published_site.files
        if path.endswith(".html")
    ]
    return sorted(found, key=lambda page: (-page.brotli, page.path))


def weigh(path, text):
    page, data = document(text), text.encode()
    kinds = {name: len(packed(data)) for name, packed in PACKED.items()}
    letters = sum(len(words_of(part)) for part in with_class(page, "text") if is_item(path))
    return Weighed(path, letters, len(data), **kinds, is_pictured=any(page.iter("img")))


def is_item(path):
    """An item stands in a campaign's folder."""
    return path.count("/") == 2 and not path.endswith("/index.html")


def table(pages):
    """A line a page, beneath the names of the figures."""
    return "\n".join(["", " brotli    gzip    page letters", *map(str, pages)])


@pytest.mark.parametrize("host", PACKED)
def test_a_page_with_a_text_is_light(weighed, host):
    texts = [page for page in weighed if 0 < page.letters <= LETTERS]
    assert texts
    print(table(texts[:12]))
    too_heavy = [str(page) for page in texts if getattr(page, host) > TEXT]
    assert too_heavy == [], table(texts)


@pytest.mark.parametrize("host", PACKED)
def test_every_page_fits_into_the_first_answer_of_a_host(weighed, host):
    plain = [page for page in weighed if not page.is_pictured]
    print(table(plain[:12]))
    assert [str(page) for page in plain if getattr(page, host) > PAGE] == [], table(plain)


@pytest.mark.parametrize("host", PACKED)
def test_the_style_sheet_is_light(host):
    sheet = style_sheet(ROOT / "theme/css").encode()
    assert len(PACKED[host](sheet)) <= SHEET
