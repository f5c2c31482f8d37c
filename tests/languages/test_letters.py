from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.letters import (
    _CYRILLIC_LETTER,
    _LATIN_LETTER,
    MixedWord,
    OtherLanguage,
    _by_letters,
    _is_surely_in,
    may_hold_mixed_words,
    mixed_words,
    other_language,
    spelled_in,
)
from plugins.minber.languages.settings import languages_from
from tests.languages.rows import LANGUAGES

KAZAKH = (
    "Біз төменде қол қойғандар ашық интернетті және сөз бостандығын қорғауды талап етеміз."
    " Желіні бұғаттау балаларды қорғамайды, ол барлығымызды үнсіз қалдырады."
)
RUSSIAN = (
    "Мы, нижеподписавшиеся, требуем сохранить открытый интернет и свободу слова."
    " Блокировка сети не защищает детей, она лишает голоса всех нас, ещё и надолго."
)
ENGLISH = (
    "We, the undersigned, ask that the internet stay open and speech stay free."
    " Blocking a network does not protect children, it silences every one of us."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cебебі", [MixedWord("Cебебі", 0, "Себебі")]),
        ("бұл əлем", [MixedWord("əлем", 4, "әлем")]),
        ("өтiнiш", [MixedWord("өтiнiш", 0, "өтініш")]),
        ("Сovid", [MixedWord("Сovid", 0, "Covid")]),
        ("1,5 MБ", [MixedWord("MБ", 4, "МБ")]),
        ("Н1N1", [MixedWord("Н1N1", 0, "H1N1")]),
        # No look-alike for ъ or W.
        ("Wъ", [MixedWord("Wъ", 0, "")]),
        # Roman numerals are Latin.
        ("№ 118-VІІ", [MixedWord("VІІ", 6, "VII")]),
        ("ХХІ ғасыр, ІІ бөлім", [MixedWord("ХХІ", 0, "XXI"), MixedWord("ІІ", 11, "II")]),
        # A hyphen divides.
        ("IT-сообщество, Google-дың, Facebook-ты, XXI-ғасыр", []),
        ("Х класс, І топ, ХІА, КХР", []),
        ("Қазақстан, Казахстан, Kazakhstan, 2021", []),
    ],
)
def test_words_of_two_scripts(text, found):
    assert mixed_words(text) == found


@given(st.text("aсVІХqъ- 1."))
def test_a_suggestion_is_of_one_script(text):
    assert not any(mixed_words(word.suggestion) for word in mixed_words(text))


EVERY_CHARACTER = [chr(code) for code in range(0x110000)]


@given(st.text("aсВІХqъ-_ 1.…«“") | st.text())
def test_no_word_of_two_scripts_is_missed_at_the_first_glance(text):
    assert may_hold_mixed_words(text) or mixed_words(text) == []


def test_no_letter_of_two_scripts_is_missed_at_the_first_glance():
    latin = re.findall(f"[{_LATIN_LETTER}]", "".join(EVERY_CHARACTER))
    cyrillic = re.findall(f"[{_CYRILLIC_LETTER}]", "".join(EVERY_CHARACTER))
    assert all(may_hold_mixed_words(f"{letter}ж") for letter in latin)
    assert all(may_hold_mixed_words(f"a{letter}") for letter in cyrillic)


def test_no_letter_between_two_scripts_hides_them_at_the_first_glance():
    within_words = (char for char in EVERY_CHARACTER if re.match(r"\w", char))
    assert all(may_hold_mixed_words(f"a{char}ж") for char in within_words)


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN, ENGLISH, "IT-маман, «Kaspi» банкі, XXI ғасыр"])
def test_an_ordinary_text_is_done_with_at_the_first_glance(text):
    assert not may_hold_mixed_words(text)


@pytest.mark.parametrize(
    ("code", "text", "seems"),
    [
        ("kk", KAZAKH, None),
        ("ru", RUSSIAN, None),
        ("en", ENGLISH, None),
        ("kk", RUSSIAN, "ru"),
        ("kk", ENGLISH, "en"),
        ("ru", KAZAKH, "kk"),
        ("ru", ENGLISH, "en"),
        ("en", KAZAKH, "kk"),
        ("en", RUSSIAN, "ru"),
        # Quoted at length, but not for the most part.
        ("en", ENGLISH + RUSSIAN[:90], None),
        ("ru", RUSSIAN + ENGLISH[:90], None),
        ("kk", KAZAKH + RUSSIAN, None),
        ("ru", RUSSIAN + "«Әділсөз»", None),
    ],
)
def test_a_text_in_another_language_than_it_says(language, languages, code, text, seems):
    found = other_language(text * 3, language[code], languages)
    assert (found and found.seems) == seems


def test_what_is_found_names_both_languages_and_the_length(language, languages):
    found = other_language("Б" * 250, language["en"], languages)
    assert found == OtherLanguage("en", "ru", 250)


def test_a_short_text_is_not_judged(language, languages):
    assert other_language("ж" * 199, language["en"], languages) is None


def test_a_language_without_an_alphabet_is_not_judged(languages):
    (turkish,) = languages_from([{"code": "tr", "name": "Türkçe", "locale": "tr"}])
    assert other_language(RUSSIAN * 3, turkish, (*languages, turkish)) is None


PIECES = st.sampled_from(
    [KAZAKH, RUSSIAN, ENGLISH, KAZAKH.upper(), RUSSIAN[:40], ENGLISH[:40], "әіңғүұқөһ", "Kaspi "]
)
# Letters with a mark, in one piece and two, of no alphabet here, and what grows when it is small.
ODD = st.text("еёйи\u0306\u0308e\u0301éñßİK\u212bᄀ\u1161가ΣςЂљ中…—1 ", max_size=40)
TEXTS = st.lists(PIECES | ODD | st.text(max_size=20), max_size=12).map("".join)


@given(TEXTS, st.sampled_from(["kk", "ru", "en"]))
def test_a_text_that_is_surely_in_its_language_is_in_no_other(language, languages, text, code):
    others = tuple(each.alphabet for each in languages)
    is_sure = _is_surely_in(text, language[code].alphabet, others)
    assert not is_sure or _by_letters(text, language[code], languages) is None


@pytest.mark.parametrize(("code", "text"), [("kk", KAZAKH), ("ru", RUSSIAN), ("en", ENGLISH)])
def test_an_ordinary_text_is_surely_in_its_language(language, languages, code, text):
    others = tuple(each.alphabet for each in languages)
    assert _is_surely_in(text, language[code].alphabet, others)


def test_alphabets_of_more_letters_than_a_byte_has_values_are_judged_too(language):
    many = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 200))
    rows = [{"code": "zh", "name": "中文", "locale": "zh", "alphabet": many}]
    (chinese,) = languages_from(rows)
    length = sum(map(str.isalpha, ENGLISH * 3))
    found = other_language(ENGLISH * 3, chinese, [chinese, language["en"]])
    assert found == OtherLanguage("zh", "en", length)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # of several the first
        ("Алматы", "kk"),
        ("Абай даңғылы 1", "kk"),
        # by letters alone, with or without a mark
        ("Zoë, 12 Abay Avenue", "en"),
        ("Щётка", "kk"),
        # of none
        ("Алматы, Abay Avenue", None),
        ("Ћирилица", None),
        # without letters
        ("17-25", "kk"),
    ],
)
def test_a_text_is_in_the_first_language_that_has_all_its_letters(text, code):
    found = spelled_in(text, languages_from(LANGUAGES))
    assert (found and found.code) == code
