"""When an archive is made anew."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.minber.offline import archives
from plugins.minber.offline.archives import Stock

SITE: Any = SimpleNamespace(library=SimpleNamespace(today=date(2026, 1, 1)))
LATER: Any = SimpleNamespace(library=SimpleNamespace(today=date(2026, 1, 2)))
STOCK = Stock(SITE, {"kk/a.html": "1"}, {"kk/a.pdf": "1", "pictures/a.png": "1"}, {}, "look")


def key(stock):
    return archives._book(stock).key


@pytest.mark.parametrize(
    "other",
    [
        Stock(LATER, STOCK.pages, STOCK.files, {}, "look"),
        Stock(SITE, {"kk/a.html": "2"}, STOCK.files, {}, "look"),
        Stock(SITE, STOCK.pages, {"kk/a.pdf": "2", "pictures/a.png": "1"}, {}, "look"),
        Stock(SITE, STOCK.pages, STOCK.files, {}, "another look"),
    ],
    ids=["day", "page", "file", "fonts of the cover"],
)
def test_a_book_is_made_anew_when_what_it_shows_has_changed(other):
    assert key(other) != key(STOCK)


def test_a_book_stays_when_nothing_has_changed():
    assert key(Stock(SITE, dict(STOCK.pages), dict(STOCK.files), {}, "look")) == key(STOCK)
