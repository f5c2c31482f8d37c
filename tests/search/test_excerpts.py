"""What of a text a result shows."""

from __future__ import annotations

import pytest

from plugins.minber.search.records import BETWEEN

EXCERPT = """async ([content, locations, isStemmed]) => {
  const { excerpt } = await import("/search/excerpts.js");
  const { isCutBefore, pieces, isCutBehind } = excerpt({ content, locations }, isStemmed);
  const words = pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text));
  return [...(isCutBefore ? ["…"] : []), ...words, ...(isCutBehind ? ["…"] : [])].join(" ");
}"""


def numbered(name, count):
    """A passage of so many words: a0 a1 a2 …"""
    return " ".join(f"{name}{number}" for number in range(count))


@pytest.fixture(scope="module")
def excerpt(modules):
    def run(content, locations, *, is_stemmed=False):
        return modules.evaluate(EXCERPT, [content, locations, is_stemmed])

    return run


def test_a_short_text_is_shown_whole(excerpt):
    assert excerpt("one two three", [1]) == "one [two] three"


def test_a_long_passage_is_cut_around_what_was_found(excerpt):
    shown = " ".join(f"a{number}" for number in range(31, 70))
    assert excerpt(numbered("a", 100), [35]) == f"… a30 {shown} …".replace("a35", "[a35]")


def test_the_place_with_most_of_what_was_found_is_shown(excerpt):
    shown = excerpt(numbered("a", 200), [3, 120, 125])
    assert [word for word in shown.split() if "[" in word] == ["[a120]", "[a125]"]


def test_an_excerpt_ends_with_its_passage(excerpt):
    content = BETWEEN.join((numbered("summary", 12), numbered("text", 30)))
    assert excerpt(content, [2, 20]) == numbered("summary", 12).replace("summary2", "[summary2]")


def test_an_excerpt_begins_with_its_passage(excerpt):
    content = BETWEEN.join((numbered("summary", 12), numbered("text", 12)))
    assert excerpt(content, [15]) == numbered("text", 12).replace("text2", "[text2]")


def test_a_heading_is_followed_by_its_text_behind_an_ellipsis(excerpt):
    content = BETWEEN.join((numbered("a", 20), "Head", numbered("text", 12), numbered("b", 20)))
    assert excerpt(content, [21]) == f"[Head] … {numbered('text', 12)}"


def test_where_only_the_title_has_it_the_text_is_shown_from_its_beginning(excerpt):
    assert excerpt(f"{numbered('a', 12)}{BETWEEN}b", []) == numbered("a", 12)


def test_a_stem_marks_the_piece_that_it_is_of(excerpt):
    assert excerpt("Заңды қабылдамаңыз. зан кабилдама", [2], is_stemmed=True) == (
        "[Заңды] қабылдамаңыз."
    )
