"""The stems in the browser are those of the build, and find forms of a word in a real index."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from plugins.minber.search import Record
from plugins.minber.search.indexer import index_files
from plugins.minber.search.stems import words_of
from tests.conftest import ROOT
from tests.search.conftest import write_search
from tests.search.pairs import PAIRS, TYPED_IN_RUSSIAN_LETTERS, kazakh

BLANKS = "".join(
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp")
)
"""All that is no letter and leaves no ink: Python and browsers differ in which of it is space."""
FORMS = sorted({form for form, _ in [*PAIRS, *TYPED_IN_RUSSIAN_LETTERS]})
TEXTS = [*FORMS, "".join(f"заң{blank}сот" for blank in BLANKS) + " кітапханада"]


def record(number, text):
    return Record(f"kk/{number}.html", "kk", "", "", "", "", "", text)


@pytest.fixture(scope="module")
def base(tmp_path_factory, serve):
    """A site whose every text is one form of a word, but for the last."""
    folder = tmp_path_factory.mktemp("forms")
    write_search(folder, index_files(record(at, text) for at, text in enumerate(TEXTS)))
    return serve(folder)


@pytest.fixture
def page(base, opened):
    page, _ = opened(base)
    page.goto(base)
    return page


FIND = """async (queries) => {
  const { search } = await import("/search/engine.js");
  const { excerpt } = await import("/search/excerpts.js");
  const { found, wayOf } = await import("/search/ladder.js");
  const rules = await (await fetch("/search/stems.json")).json();
  const way = wayOf(rules.kk);
  const marked = (data) => excerpt(data, way.isStemmed).pieces.filter((piece) => piece.isMarked);
  const answers = [];
  for (const query of queries) {
    const { results } = await found(query, way, search);
    const all = await Promise.all(results.map((result) => result.data()));
    const shown = (data) => [JSON.parse(data.raw_url).path, marked(data).map(({ text }) => text)];
    answers.push(Object.fromEntries(all.map(shown)));
  }
  return answers;
}"""
"""What queries find: by path what is marked."""


def missed(page, pairs):
    """The pairs of which what was typed does not find what stands in a text."""
    answers = page.evaluate(FIND, [typed for _, typed in pairs])
    paths = [f"kk/{TEXTS.index(form)}.html" for form, _ in pairs]
    return [
        pair for pair, path, found in zip(pairs, paths, answers, strict=True) if path not in found
    ]


def test_nine_in_ten_forms_are_found_by_another_form(page):
    assert len(missed(page, PAIRS)) <= len(PAIRS) // 10


def test_words_are_found_without_kazakh_letters(page):
    assert missed(page, TYPED_IN_RUSSIAN_LETTERS) == []


def test_what_leaves_no_ink_does_not_move_what_is_marked(page):
    assert page.evaluate(FIND, ["кітапхана"]) == [{f"kk/{len(FORMS)}.html": ["кітапханада"]}]


# Stems in the browser and in the build

STEMS = """async (text) => {
  const { stemmer, wordsOf } = await import("/search/stems.js");
  const rules = await (await fetch("/search/stems.json")).json();
  const { stem, beginning } = stemmer(rules.kk);
  return wordsOf(text).map((word) => [word, stem(word), beginning(stem(word))]);
}"""
PIECES = """async (texts) => {
  const { piecesOf } = await import("/search/stems.js");
  return texts.map(piecesOf);
}"""


def stems_of(text):
    """Each word of a text with its stem and its beginning, as the build has them."""
    stemmer = kazakh()
    stems = [(word, stemmer.stem(word)) for word in words_of(text)]
    return [[word, stem, stemmer.beginning(stem)] for word, stem in stems]


def test_browser_and_build_stem_all_shipped_words_alike(page):
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "content").rglob("*.md"))]
    shipped = " ".join(sorted({word for text in texts for word in words_of(text)}))
    assert shipped.count(" ") > 2000
    assert page.evaluate(STEMS, shipped) == stems_of(shipped)


def test_browser_and_build_part_words_alike_at_what_leaves_no_ink(page):
    text = "".join(f"заңды{blank}сотқа " for blank in BLANKS)
    assert {"\ufeff", "\x85", "\x1c", "\x1d", "\x1e", "\x1f"} < set(BLANKS)
    assert page.evaluate(STEMS, text) == stems_of(text)


def test_in_the_browser_the_stems_stand_in_the_places_of_their_pieces(page):
    contents = [record(0, f"заңды{blank}сотқа  тілі").request()["content"] for blank in BLANKS]
    for pieces in page.evaluate(PIECES, contents):
        half = len(pieces) // 2
        assert pieces[half:] == [kazakh().stems(piece) for piece in pieces[:half]]
