from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.documents import Document, parse_yaml
from plugins.minber.schema.words import WordsFile

FRONT = {
    "title": "Бірінші петиция",
    "summary": "Заңды қабылдамаңыз.",
    "demands": {"no-law": "Заңды қабылдамау", "openness": "Ашық талқылау"},
    "actions": ["Қол қойыңыз", "Айтыңыз"],
    "questions": [{"ask": "Неге?", "answer": "Себебі маңызды."}],
}
BODY = "Мәтін «дәйексөз».\n\n- бір\n- екі\n"
WORD = st.from_regex("[а-яa-z]{1,8}", fullmatch=True)
SPACE = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "\u00a0"])


def digest(front=FRONT, body=BODY):
    document = parse_yaml("kk.md", yaml.safe_dump(front, sort_keys=False, allow_unicode=True))
    assert isinstance(document, Document)
    words: Any = None  # The digest is of the words as they are written.
    return words_digest(WordsFile("kk", words, document, body, 1))


def test_the_digest_of_known_words_never_changes():
    # Marks of translations stand in content: another digest would make all of them outdated.
    assert digest() == "ecefbd7bd514"


@given(st.lists(st.tuples(WORD, SPACE), min_size=1), SPACE)
def test_white_space_never_matters(words, other):
    body = "".join(word + space for word, space in words)
    assert digest(body=body) == digest(body=other + other.join(word for word, _ in words) + other)


@given(st.permutations(list(FRONT)))
def test_the_order_of_keys_never_matters(keys):
    assert digest({key: FRONT[key] for key in keys}) == digest()


@given(st.text(max_size=20))
def test_the_form_of_the_letters_never_matters(text):
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
    assert digest(body=forms[0]) == digest(body=forms[1])


@given(st.lists(WORD), st.lists(WORD))
def test_any_change_of_words_matters(before, after):
    assume(before != after)
    assert digest(body=" ".join(before)) != digest(body=" ".join(after))


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Екінші петиция"},
        {"summary": "Заңды қабылдаңыз."},
        {"demands": {"no-law": "Заңды қабылдау", "openness": "Ашық талқылау"}},
        {"demands": {"no-law": "Ашық талқылау", "openness": "Заңды қабылдамау"}},
        {"actions": ["Айтыңыз", "Қол қойыңыз"]},
        {"questions": [{"ask": "Неге?", "answer": "Себебі керек."}]},
        {"dateline": "Алматы"},
    ],
)
def test_every_text_of_the_front_matter_counts(changed):
    assert digest({**FRONT, **changed}) != digest()


@pytest.mark.parametrize(
    "key", [{"translates": "ru@1f3a9c0b72de"}, {"translator": "Ә. С."}, {"machine": True}]
)
def test_how_a_text_came_about_does_not_count(key):
    assert digest({**FRONT, **key}) == digest()


def test_a_word_that_moves_from_the_summary_to_the_body_is_a_change():
    moved = {**FRONT, "summary": "Заңды"}
    assert digest(moved, f"қабылдамаңыз. {BODY}") != digest()
