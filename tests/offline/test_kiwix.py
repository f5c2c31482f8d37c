"""The book for Kiwix, as Kiwix reads it."""

from __future__ import annotations

import hashlib
import io

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from PIL import Image

from plugins.minber.languages.names import three_letters
from plugins.minber.views.addresses import KIWIX

MD5 = 16


@pytest.fixture(scope="module")
def path(offered):
    return offered.output / KIWIX


@pytest.fixture(scope="module")
def book(path):
    return Archive(path)


def test_a_book_is_whole(book, path):
    data = path.read_bytes()
    assert book.check()
    total = hashlib.md5(data[:-MD5], usedforsecurity=False).hexdigest()
    assert book.checksum == total == data[-MD5:].hex()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Title", "Еркін желі"),
        ("Description", "Қазақстанда интернет ашық әрі еркін болсын."),
        ("Language", "kaz,rus,eng"),
        ("Creator", "Еркін желі"),
        ("Publisher", "Еркін желі"),
        ("Name", "example.org"),
        ("Date", "2022-04-15"),
    ],
)
def test_a_book_says_what_it_is(book, name, value):
    assert book.get_metadata(name).decode() == value


def test_a_book_has_a_picture_for_the_shelf(book):
    data = bytes(book.get_illustration_item(48).content)
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (48, 48))


def test_a_book_begins_with_the_choice_of_language(book):
    assert book.main_entry.get_item().path == "index.html"


def test_a_book_holds_every_page_but_those_that_need_a_network(book, offered):
    paths = [book._get_entry_by_id(at).path for at in range(book.entry_count)]
    shown = {path for path in offered.files if path.endswith(".html")}
    own = {"404.html", "kk/open-net/old.html"}
    own |= {f"{code}/{name}.html" for code in ("kk", "ru", "en") for name in ("offline", "search")}
    own |= {path for path in shown if path.endswith("/embed.html")}
    singles = {path for path in shown if path.startswith("offline/")}
    assert {path for path in paths if path.endswith(".html")} == shown - own - singles


@pytest.mark.parametrize(
    ("word", "page"),
    [
        ("Бірінші", "kk/open-net/first.html"),
        ("петиция", "kk/open-net/first.html"),
        ("Первая", "ru/open-net/first.html"),
        ("happened", "en/open-net/event.html"),
        # A word is whole where a part of it is bold.
        ("unheard", "en/clean-air/smog.html"),
    ],
)
def test_a_word_of_each_language_finds_its_page(book, word, page):
    found = Searcher(book).search(Query().set_query(word))
    assert page in found.getResults(0, 50)


def test_words_of_menus_find_nothing(book):
    # «Негізгі мазмұнға өту» stands at the top of every page.
    assert Searcher(book).search(Query().set_query("мазмұнға")).getEstimatedMatches() == 0


def test_the_title_of_a_chart_is_not_in_that_of_its_page(book, offered):
    page = "ru/open-net/first.html"
    assert offered.text(page).count("<title") == 2
    assert book.get_entry_by_path(page).title == "Первая петиция — Свободная сеть"


def test_the_beginning_of_a_title_is_completed(book):
    found = SuggestionSearcher(book).suggest("Перв")
    assert "ru/open-net/first.html" in found.getResults(0, 9)


@pytest.mark.parametrize(
    ("code", "long"), [("kk", "kaz"), ("ru", "rus"), ("en", "eng"), ("de", "deu"), ("zh", "zho")]
)
def test_a_language_has_a_code_of_three_letters(code, long):
    assert three_letters(code) == long
