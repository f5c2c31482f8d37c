from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.problems import Problem
from plugins.minber.schema.words import lost_comment, split_front_matter, texts
from tests.content import ABOUT, edit, told

BOUNDS = (
    "a.md:1: a words file must begin with its title and summary between two lines of `---`. "
    "Put `---` on the first line and on a line of its own above the text."
)
KK = f"content/{ABOUT}/kk.md"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nText\n", ("a: b\n", "Text\n", 4)),
        ("--- \na: b\n---\t\nText", ("a: b\n", "Text", 4)),
        ("---\n---", ("", "", 2)),
        # three hyphens in the text belong to it
        ("---\na: b\n---\nc\n\n---\n\nd\n", ("a: b\n", "c\n\n---\n\nd\n", 4)),
        # a front matter whose text has a line of hyphens within it
        ("---\na: |\n  ---\n---\nc", ("a: |\n  ---\n", "c", 5)),
    ],
)
def test_front_matter_stands_between_two_lines_of_hyphens(text, parts):
    assert split_front_matter("a.md", text) == parts


@pytest.mark.parametrize(
    "text", ["", "Text", "\n---\na: b\n---\n", "---\na: b\n", "----\na: b\n---\n"]
)
def test_a_file_without_front_matter_is_a_problem(text):
    assert str(split_front_matter("a.md", text)) == BOUNDS


@given(st.text(st.sampled_from("-\na: ")))
def test_any_text_has_front_matter_or_a_problem(text):
    found = split_front_matter("a.md", text)
    assert isinstance(found, Problem) or text.endswith(found[1])


def test_texts_come_by_the_alphabet_of_their_keys_without_marks():
    front = {
        "title": "t",
        "translates": "ru@0",
        "questions": ({"ask": "q", "answer": "a"},),
        "alt": {"b.jpg": "b", "a.jpg": ""},
    }
    assert list(texts(front)) == [
        (("alt", "a.jpg"), ""),
        (("alt", "b.jpg"), "b"),
        (("questions", 0, "answer"), "a"),
        (("questions", 0, "ask"), "q"),
        (("title",), "t"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "title: Біз туралы",
            "title:",
            f"{KK}:2: `title` must not be empty. Write it, or delete the key.",
        ),
        ("title: Біз туралы\n", "", f"{KK}:2: `title` must be given. Add a line `title: …`."),
        (
            "summary: Біз кімбіз.\n",
            "",
            f"{KK}:2: `summary` must be given. Add a line `summary: …`.",
        ),
        (
            "title: Біз туралы",
            "title: " + "ә" * 201,
            f"{KK}:2: `title` must have at most 200 characters, found “{'ә' * 79}…”. Shorten it.",
        ),
        (
            "title",
            "lang: kk\ntitle",
            (
                f"{KK}:2: only known keys may be used, found “lang”. Keys that may stand here: "
                "alt, "
                "caption, corrections, dateline, machine, reviewer, summary, title, translates, "
                "translator, withdrawn."
            ),
        ),
        (
            "title",
            "corrections: {soon: Түзету}\ntitle",
            f"{KK}:2: `corrections.soon` must be a date, found “soon”. Write it as 2021-10-01.",
        ),
        (
            "title",
            "translates: 1f3a\ntitle",
            (
                f"{KK}:2: `translates` must be the language translated from, @, and 12 hexadecimal "
                "digits, found “1f3a”. Run `python3 tasks.py translate` on the file: "
                "it writes the mark."
            ),
        ),
    ],
)
def test_a_wrong_key_of_words_is_a_problem_at_its_line(site, old, new, said):
    content = site("three-languages")
    edit(content, f"{ABOUT}/kk.md", (old, new))
    assert told(content) == [said]


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("summary: Пункт 1 # и другое", "# и другое"),
        ("summary: Пункт 1 #и другое", "#и другое"),
        ("actions:\n  - Позвоните # завтра", "# завтра"),
    ],
)
def test_a_text_is_not_cut_short_by_a_comment(line, lost):
    found = lost_comment("content/pages/about/ru.md", f"title: О нас\n{line}", 2)
    assert found is not None
    assert found.found == lost


@pytest.mark.parametrize(
    "line",
    [
        "# a comment on its own line",
        'summary: "Пункт 1 # и другое"',
        "summary: Пункт№1#2",
        "alt: {a.jpg: x}  # what it shows",
        "summary: >",
        "demands:",
    ],
)
def test_other_signs_of_number_are_no_problem(line):
    assert lost_comment("content/pages/about/ru.md", line, 2) is None
