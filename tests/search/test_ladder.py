"""From what a reader typed to results, step by step, in an index of a few words."""

from __future__ import annotations

import pytest

LADDER = r"""async ([language, texts, query, stems]) => {
  const { found, wayOf } = await import("/search/ladder.js");
  const rules = await (await fetch("/search/stems.json")).json();
  const asked = [];
  const words = (text) => text.replace(/[^\p{L} ]/gu, "").split(" ");
  const begins = (term) => (word) => word.startsWith(stems[term] ?? term);
  const result = (text) => {
    const locations = Object.keys(text.split(" ")).map(Number);
    return { id: text, data: async () => ({ content: text, locations, meta: { title: "" } }) };
  };
  // As Pagefind does: words are stemmed, those that no text has passed over, all others must be in
  // a text.
  const search = async (line) => {
    asked.push(line);
    const terms = line.split(" ").filter((term) => words(texts.join(" ")).some(begins(term)));
    const has = (text) => terms.every((term) => words(text).some(begins(term)));
    return { results: terms.length ? texts.filter(has).map(result) : [] };
  };
  const { results, beginnings, left } = await found(query, wayOf(rules[language]), search);
  const marked = [];
  for (const { content, locations } of await Promise.all(results.map((each) => each.data()))) {
    marked.push(locations.map((place) => content.split(" ")[place]).join(" "));
  }
  return { asked, results: results.map(({ id }) => id), beginnings, left, marked };
}"""
THREE = ["open letter", "open net", "open law"]


@pytest.fixture(scope="module")
def climb(modules):
    """What is found in texts, and what was asked for it."""

    def run(texts, query, language="en"):
        found = modules.evaluate(LADDER, [language, texts, query, {}])
        del found["marked"]
        return found

    return run


@pytest.fixture(scope="module")
def marked(modules):
    """What is marked in each text that is found, where words have these stems."""

    def run(texts, query, stems):
        return modules.evaluate(LADDER, ["ru", texts, query, stems])["marked"]

    return run


def answer(asked, results, beginnings=(), left=()):
    lists = {"beginnings": list(beginnings), "left": list(left)}
    return {"asked": asked, "results": results, **lists}


def test_three_results_are_enough(climb):
    assert climb(THREE, "open") == answer(["open"], THREE)


def test_fewer_are_followed_by_what_begins_alike_none_of_it_twice(climb):
    assert climb(["petitions", "petitioners"], "petitioners") == answer(
        ["petitioners", "petition"], ["petitioners", "petitions"], beginnings=["petition"]
    )


def test_beginnings_are_told_as_they_were_typed(climb):
    assert climb(["бугатта", "бугатти"], "БҰҒАТТАУ", "kk")["beginnings"] == ["БҰҒАТТ"]


def test_where_beginnings_find_nothing_more_they_are_not_told(climb):
    assert climb(["petitioners"], "petitioners") == answer(
        ["petitioners", "petition"], ["petitioners"]
    )


def test_a_short_word_is_not_cut(climb):
    assert climb(["letters"], "letter")["asked"] == ["letter", "letter"]


def test_a_word_that_no_text_has_is_left_out_and_told(climb):
    assert climb(THREE, "open abracadabra") == answer(
        ["open abracadabra", "open"], THREE, left=["abracadabra"]
    )


def test_words_that_no_text_has_together_find_nothing(climb):
    assert climb(THREE, "letter net")["results"] == []


@pytest.mark.parametrize("query", ["", " ", "«» — …"])
def test_without_a_word_nothing_is_asked(climb, query):
    assert climb(THREE, query) == answer([], [])


@pytest.mark.parametrize(
    "query",
    [
        "«open letter»",
        "“open” “letter”",
        '"open letter"',
        "„open“ letter",
        "‘open’ 'letter'",
        "‹open› (letter)",
    ],
)
def test_quotation_marks_of_any_kind_make_no_difference(climb, query):
    assert climb(THREE, query) == climb(THREE, "open letter")
    assert climb(["ашик хат"], query.replace("open", "ашық").replace("letter", "хат"), "kk") == (
        climb(["ашик хат"], "ашық хат", "kk")
    )


@pytest.mark.parametrize("query", ["author’s", "author's"])
def test_a_word_with_an_apostrophe_is_one_as_in_the_index(climb, query):
    assert climb(["author’s"] * 3, query) == answer(["authors"], ["author’s"] * 3)


NAME = {"закиева": "закиев", "закие": "зак"}


def test_a_beginning_that_was_cut_once_more_finds_only_what_has_it_whole(marked):
    assert marked(["закон", "речь закиева", "законный"], "закиева", NAME) == ["закиева"]


def test_of_what_a_beginning_finds_each_must_be_in_a_text(marked):
    stems = {"закиевой": "нет", "поправками": "нет", "закиев": "зак", "поправк": "поправк"}
    texts = ["закиева поправка", "закон поправка", "закиева"]
    assert marked(texts, "закиевой поправками", stems) == ["закиева поправка"]


def test_where_all_that_were_looked_at_have_it_none_is_left_out(marked):
    texts = [f"ребёнка {'и' * number}" for number in range(1, 25)]
    assert marked(texts, "ребёнок", {}) == ["ребёнка"] * 24


@pytest.mark.parametrize(
    ("text", "query", "stems", "expected"),
    [
        ("право правом прочее", "права", {"права": "пр"}, "право правом"),
        ("мая марте материалов", "мая", {"мая": "ма"}, "мая"),
        ("и или интернет", "и", {}, "и"),
        ("закиева закон", "закиева", {"закиева": "зак"}, "закиева"),
    ],
)
def test_only_forms_of_what_was_typed_are_marked(marked, text, query, stems, expected):
    assert marked([text] * 3, query, stems) == [expected] * 3
