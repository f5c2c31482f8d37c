"""Forms of one word have one stem, however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.search.stems import rules_of, stemmer_of
from tests.search.pairs import PAIRS, TYPED_IN_RUSSIAN_LETTERS, kazakh

KAZAKH = kazakh()
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


def is_found(form, typed):
    """Whether a form has the stem of what was typed, or begins as its root does."""
    stem, sought = KAZAKH.stem(form), KAZAKH.stem(typed)
    return stem.startswith((sought, KAZAKH.beginning(sought)))


def test_nine_in_ten_pairs_of_forms_find_each_other():
    missed = [pair for pair in PAIRS if not is_found(*pair)]
    assert len(set(PAIRS)) >= 150
    assert len(missed) <= len(PAIRS) // 10, missed


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        # relative, case, possessive and plural, each once
        ("заңдарындағы", "зан"),
        ("петицияларымызға", "петиция"),
        # the sound before decides what is an ending
        ("хабар", "хабар"),
        ("министр", "министр"),
        ("Қазақстан", "казакстан"),
        ("Қазақстаннан", "казакстан"),
        ("республика", "республика"),
        # a stem has three letters, and a vowel
        ("суға", "суга"),
        ("ТЖМ", "тжм"),
        # б, г, ғ before a vowel
        ("талабы", "талап"),
        ("өкілдігі", "окилдик"),
        ("құқығы", "кукик"),
        # a vowel that is left out
        ("халқы", "халик"),
        ("орны", "орин"),
        # what is no Kazakh word stays
        ("Facebook", "facebook"),
        ("2022", "2022"),
    ],
)
def test_a_form_gives_its_stem(form, stem):
    assert KAZAKH.stem(form) == stem


@pytest.mark.parametrize(("written", "typed"), TYPED_IN_RUSSIAN_LETTERS)
def test_letters_that_a_russian_keyboard_lacks_may_be_left_out(written, typed):
    for form, word in zip(written.split(), typed.split(), strict=True):
        assert is_found(form, word)


@given(st.text(LETTERS, min_size=1))
def test_a_stem_is_the_word_or_has_three_letters_and_a_vowel(word):
    stem, folded = KAZAKH.stem(word), KAZAKH.folded(word)
    assert stem == folded or (len(stem) >= KAZAKH.least and set(stem) & KAZAKH.vowels)


@given(st.text(LETTERS))
def test_a_letter_is_replaced_by_one_letter(word):
    assert len(KAZAKH.folded(word)) == len(word)


@given(st.text())
def test_each_piece_of_a_text_has_its_stems_in_its_place(text):
    assert len(KAZAKH.stems(text).split(" ")) == max(1, len(text.split()))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_pagefind_stems_has_no_rules_here(language):
    assert (stemmer_of(language), rules_of(language)) == (None, None)
