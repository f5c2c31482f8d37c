"""The index: the same texts give the same files, and nothing new is no work."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from dataclasses import replace

import pytest

from plugins.minber.search import Record, indexer, publishing, words_of_html
from plugins.minber.search.indexer import CannotIndex, index_files
from tests.conftest import build_site
from tests.content import NEWS, PETITION, STATEMENT, add, edit

MARK = b"pagefind_dcd"
RECORD = Record(
    path="kk/open-net/first.html",
    language="kk",
    title="Бірінші петиция",
    kind="Петиция",
    day="2021-10-01",
    date="2021 ж. 1 қазан",
    campaign="Науқан",
    text="Заңды қабылдамаңыз.",
)
RECORDS = [
    replace(RECORD, path=f"{code}/open-net/{number}.html", language=code, text=f"сөз word {number}")
    for number in range(20)
    for code in ("kk", "ru", "en")
]


def words_in(files):
    """Everything that the files of an index say."""
    unpacked = (gzip.decompress(data) for data in files if data[:2] == b"\x1f\x8b")
    return b"\n".join(unpacked).replace(MARK, b"").decode("utf-8", "replace")


def index_of(built):
    return {path: built.output.joinpath(path).read_bytes() for path in in_folder(built)}


def in_folder(built):
    return [path for path in built.files if path.startswith("search/")]


@pytest.fixture
def content(site):
    return site("three-languages")


@pytest.fixture
def runs(monkeypatch):
    """How many records each index was made of."""
    counts = []

    def counted(records):
        counts.append(len(records))
        return index_files(records)

    monkeypatch.setattr(publishing, "index_files", counted)
    return counts


def test_the_same_records_give_the_same_bytes_in_any_order():
    assert index_files(RECORDS) == index_files(RECORDS[::-1])


def test_a_site_built_in_two_folders_has_the_same_index(content, tmp_path):
    first, second = (
        build_site(content, tmp_path / name / "output", SEARCH=True) for name in ("a", "b")
    )
    assert index_of(first) == index_of(second) != {}


def test_only_what_a_search_asks_for_is_published():
    names = {re.sub(r"[a-z]{2}_[0-9a-f]{6,}", "…", path) for path in index_files(RECORDS)}
    assert names == {
        "fragment/….pf_fragment",
        "index/….pf_index",
        "pagefind-entry.json",
        "pagefind.js",
        "pagefind.….pf_meta",
        "wasm.en.pagefind",
        "wasm.ru.pagefind",
        "wasm.unknown.pagefind",
    }


def test_stems_follow_the_text_piece_by_piece():
    request = RECORD.request()
    assert (request["content"], request["meta"]) == (
        "Заңды қабылдамаңыз. зан кабилдама",
        {"title": "биринш петиция"},
    )


def test_a_record_shows_only_what_there_is():
    about = replace(RECORD, language="ru", kind="", day="", date="", campaign="")
    shown = json.loads(str(about.request()["url"]))
    assert shown == {"path": "kk/open-net/first.html", "title": "Бірінші петиция"}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One · two"),
        ("<h2>Head</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "Head · one · two"),
        ('<p>note<sup id="fn"><a href="#fn1">1</a></sup> on</p>', "note 1 on"),
        ("<p>wo<b>r</b>d<br>next</p>", "word next"),
        ('<p><a href="x.html">li</a>nk &lt;b&gt; &amp;c</p>', "link <b> &c"),
        ('<figure><img src="picture:a.jpg"></figure>\n\nEnd', "End"),
    ],
)
def test_a_text_is_searched_without_its_markup(html, text):
    assert words_of_html([html]) == text


def test_a_summary_does_not_run_into_the_text():
    assert words_of_html(["A summary", "<p>A text.</p>", ""]) == "A summary · A text."


# What a build does


def test_without_the_setting_there_is_no_index_and_no_script(content, build):
    built = build(content)
    assert in_folder(built) == []
    page = built.text("kk/search.html")
    assert [piece for piece in ("<script", "<form", "<template") if piece in page] == []


def test_nothing_new_makes_no_index(content, build, runs):
    first = build(content, SEARCH=True)
    again = build(content, SEARCH=True)
    assert runs == [15]
    assert index_of(again) == index_of(first)


def test_a_new_text_makes_the_index_anew_as_from_nothing(content, build, tmp_path, runs):
    before = index_of(build(content, SEARCH=True))
    add(content, f"{NEWS}/kk.md", "\nЖаңа сөйлем.\n")
    again = index_of(build(content, SEARCH=True))
    assert runs == [15, 15]
    assert again != before
    assert again == index_of(build_site(content, tmp_path / "fresh/output", SEARCH=True))


def test_what_is_in_no_record_makes_no_index(content, build, runs):
    build(content, SEARCH=True)
    edit(content, f"{PETITION}/facts.yaml", ("goal: 10000", "goal: 20000"))
    assert build(content, SEARCH=True, SITEURL="https://example.org").problems == ()
    assert runs == [15]


def test_an_index_that_was_lost_is_made_again(content, build, runs):
    first = index_of(build(content, SEARCH=True))
    output = build(content, SEARCH=True).output
    shutil.rmtree(output)
    assert index_of(build(content, SEARCH=True)) == first
    shutil.rmtree(output)
    shutil.rmtree(output.with_name("cache"))
    assert index_of(build(content, SEARCH=True)) == first
    assert runs == [15, 15]


def test_drafts_and_what_was_withdrawn_are_in_no_file(content, build):
    add(content, f"{STATEMENT}/facts.yaml", "draft: true\n")
    add(content, f"{PETITION}/facts.yaml", "withdrawn: 2022-04-01\n")
    built = build(content, SEARCH=True)
    found = words_in(index_of(built).values())
    assert [word for word in ("letter.html", "first.html", "дәйексөз") if word in found] == []
    assert "event.html" in found


def test_a_text_is_found_only_in_the_languages_that_it_is_in(content, build):
    (content / NEWS / "en.md").unlink()
    found = words_in(index_of(build(content, SEARCH=True)).values())
    assert [code for code in ("kk", "ru", "en") if f"{code}/open-net/event.html" in found] == [
        "kk",
        "ru",
    ]


# What goes wrong

RULE = "settings: with SEARCH the index of all texts must come about, found"
REMEDY = "Install the packages of requirements.txt anew (delete .venv), or write SEARCH = False."


def not_there():
    raise CannotIndex("the package pagefind_bin is not installed")


@pytest.mark.parametrize(
    ("executable", "found"),
    [
        (not_there, "the package pagefind_bin is not installed"),
        (lambda: "/nowhere", "Pagefind does not start: No such file or directory"),
        (lambda: shutil.which("true"), "Pagefind ended before it had answered"),
        (lambda: shutil.which("pwd"), "Pagefind ended before it had answered"),
    ],
    ids=["missing", "gone", "ends", "says something else"],
)
def test_without_pagefind_the_site_that_stands_stays(
    content, build, monkeypatch, executable, found
):
    before = index_of(build(content, SEARCH=True))
    add(content, f"{NEWS}/kk.md", "\nЖаңа сөйлем.\n")
    monkeypatch.setattr(indexer, "executable", executable)
    again = build(content, SEARCH=True)
    assert again.problems == (f"{RULE} “{found}”. {REMEDY}",)
    assert index_of(again) == before
