from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages import (
    MixedWord,
    OtherLanguage,
    languages_from,
    mixed_words,
    other_language,
)

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
