from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.order import first_letter, order_key
from plugins.minber.languages.settings import languages_from

texts = st.lists(st.text("аәбёеіийЯZaéÉ «»-129ß ℵ", max_size=6) | st.text(max_size=6), max_size=9)
codes = st.sampled_from(["kk", "ru", "en"])


def ordered(items, language):
    return sorted(items, key=lambda text: order_key(text, language))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("kk", list("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")),
        # Numbers by value, guillemets ignored, Latin after Cyrillic.
        (
            "kk",
            ["2 қазан", "10 қазан", "Адам құқықтары", "«Әділсөз» қоры", "Ғалым", "Яблоко", "Avaaz"],
        ),
        ("kk", ["Ұлт", "Үн", "Фото", "Хат", "Һәм", "Цензура"]),
        ("kk", ["Ыстық", "Іс"]),
        # ё is е, unless all else is equal.
        ("ru", ["ёж", "ежик", "ёлка", "ель"]),
        ("ru", ["все", "всё", "всегда"]),
        # Kazakh letters beside their base.
        ("ru", ["аз", "әз", "бог", "газ", "ғаз", "дом", "Avaaz"]),
        ("en", ["2 days", "10 days", "Avaaz", "Éclair", "Эхо"]),
        ("en", ["Zebra", "Адам", "Әділ", "Яблоко"]),
        # Word by word.
        ("ru", ["Адам", "Адам и право", "Адамант"]),
        # Small letters before capital ones.
        ("en", ["news", "News", "newspaper"]),
    ],
)
def test_alphabetical_order(language, code, expected):
    assert ordered(reversed(expected), language[code]) == expected


def test_without_an_alphabet_base_letters_stand_as_in_unicode():
    (turkish,) = languages_from([{"code": "tr", "name": "Türkçe", "locale": "tr"}])
    assert ordered(["Zaman", "Çay", "cam", "Dün"], turkish) == ["cam", "Çay", "Dün", "Zaman"]


@given(texts, codes)
def test_order_does_not_depend_on_where_it_began(language, items, code):
    assert ordered(items, language[code]) == ordered(reversed(items), language[code])


@given(texts, codes)
def test_texts_of_one_first_letter_stand_together(language, items, code):
    letters = [first_letter(text, language[code]) for text in ordered(items, language[code])]
    groups = [letter for letter, _ in groupby(letters)]
    assert len(groups) == len(set(groups))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("kk", "«Әділсөз» қоры", "Ә"),
        ("kk", "ішкі істер", "І"),
        ("kk", "10 қазан", "#"),
        ("kk", "…", "#"),
        ("kk", "Avaaz", "A"),
        ("ru", "Ёлка", "Е"),
        ("ru", "Йод", "Й"),
        ("ru", "Әлем", "Ә"),
        ("en", "Йод", "Й"),
        ("en", "“élan”", "E"),
    ],
)
def test_first_letter(language, code, text, expected):
    assert first_letter(text, language[code]) == expected
