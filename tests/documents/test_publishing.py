"""Documents are made once, apart from this process, and kept."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.minber.cache.store import Store
from plugins.minber.documents import Manuscript, Order, Press, bytes_of, keys_of, publish
from plugins.minber.documents.codes import code_of
from plugins.minber.problems import SiteRefused
from tests.conftest import ROOT
from tests.documents.documents import words_in

TEMPLATE = """#set text(font: "Noto Sans")
#set document(title: "Title", date: none)
#let data = json(bytes(sys.inputs.data))
#data.view.text
"""


@dataclass(frozen=True)
class View:
    text: str


@pytest.fixture
def press(tmp_path):
    """A theme with the fonts of ours and one small template."""
    (tmp_path / "theme/documents").mkdir(parents=True)
    shutil.copytree(ROOT / "theme/fonts", tmp_path / "theme/fonts")
    (tmp_path / "theme/documents/note.typ").write_text(TEMPLATE)
    return Press(tmp_path / "theme")


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


WORDS = (("content/x/kk.md", Path("kk.md")),)


def order(text, key="1", files=()):
    def write(_):
        return Manuscript(View(text), "")

    return Order("note", "kk", f"kk/{key}.pdf", key, "content/x", files or WORDS, write)


def untold(*_):
    """Nobody is told how it goes."""


def printed(orders, press, store):
    return publish(orders, press, store, untold)


def test_documents_come_in_their_order_with_their_sizes(press, store):
    orders = [order(f"Сөз {number}", str(number)) for number in range(9)]
    documents, problems = printed(orders, press, store)
    assert problems == []
    assert [document.path for document in documents] == [f"kk/{number}.pdf" for number in range(9)]
    for number, document in enumerate(documents):
        data = bytes_of(document, press, store)
        assert (document.size, words_in(data)) == (len(data), f"Сөз {number}")


def test_what_is_kept_is_not_written_again(press, store):
    printed([order("first")], press, store)
    [again], _ = printed([order("second")], press, store)
    assert words_in(bytes_of(again, press, store)) == "first"


def test_bytes_that_are_lost_are_made_anew_and_are_the_same(press, store):
    [document], _ = printed([order("x")], press, store)
    before = bytes_of(document, press, store)
    store.delete(keys_of([document]))
    assert bytes_of(document, press, store) == before


def test_words_are_composed_before_they_are_set(press, store):
    [document], problems = printed([order("и\u0306е\u0308")], press, store)
    assert problems == []
    assert words_in(bytes_of(document, press, store)) == "йё"


def test_each_character_that_is_missing_is_a_problem_where_it_stands(press, store, tmp_path):
    (tmp_path / "kk.md").write_text("---\ntitle: 漢\n---\n", "utf-8")
    (tmp_path / "facts.yaml").write_text("x: 😀\n", "utf-8")
    files = tuple((f"content/x/{name}", tmp_path / name) for name in ("kk.md", "facts.yaml"))
    documents, problems = printed([order("漢 😀 ☃", files=files)], press, store)
    assert documents == []
    assert sorted((problem.path, problem.line, problem.found) for problem in problems) == [
        ("content/x/facts.yaml", 1, "😀 U+1F600 GRINNING FACE"),
        ("content/x/kk.md", 1, "☃ U+2603 SNOWMAN"),
        ("content/x/kk.md", 2, "漢 U+6F22 CJK UNIFIED IDEOGRAPH-6F22"),
    ]


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("#panic()", "panicked"),
        ("#gone", "unknown variable: gone"),
        ('#set text(font: "Gone")\n#set document(title: "x")\nx', "unknown font family: gone"),
        ('#import "gone.typ"', "file not found (searched at documents/gone.typ)"),
    ],
)
def test_a_template_that_cannot_be_used_is_a_problem(press, store, template, found):
    (press.templates / "note.typ").write_text(template)
    documents, problems = printed([order("x")], press, store)
    assert documents == []
    rule = "the template must be able to make a document"
    assert [str(problem) for problem in problems] == [
        f"theme/documents/note.typ:1: {rule}, found “{found}”."
    ]


def test_a_theme_without_templates_or_fonts_is_told_once(press, store):
    shutil.rmtree(press.templates)
    shutil.rmtree(press.fonts)
    documents, problems = printed([order("x", "1"), order("y", "2")], press, store)
    rest = (
        ":1: a theme must have what documents are made with. Take it over from the theme of this "
        "repository, or write PAPER = False."
    )
    assert documents == []
    assert [str(each) for each in problems] == [
        f"theme/{path}{rest}" for path in ("documents/note.typ", "fonts")
    ]


def test_a_document_that_can_no_longer_be_made_stops_the_build(press, store):
    [document], _ = printed([order("x")], press, store)
    store.delete(keys_of([document]))
    (press.templates / "note.typ").write_text("#panic()")
    with pytest.raises(SiteRefused):
        bytes_of(document, press, store)


def test_what_documents_are_made_with_is_not_loaded_into_this_process(press, store):
    done = []

    def write(_):
        done.append(os.getpid())
        return Manuscript(View("x"), "")

    made = order("x")
    apart = Order(made.kind, "kk", "a.pdf", "a", "content/x", made.places, write)
    assert len(printed([apart], press, store)[0]) == 1
    assert done == []


def test_a_press_is_another_one_when_a_template_or_a_font_changes(press):
    first = press.digest()
    (press.templates / "more.typ").write_text("")
    second = press.digest()
    (press.fonts / "NotoSans-Bold.ttf").write_bytes(b"")
    assert len({first, second, press.digest()}) == 3


def test_there_is_no_code_without_an_address():
    assert code_of("") == ""
    assert code_of("https://example.org/kk/net/first.html").startswith("<svg ")
