from __future__ import annotations

import pytest

from plugins.minber.languages.settings import languages_from

KK = {"code": "kk", "name": "Қазақша", "locale": "kk"}
KEYS = (
    "code, name, locale, og, alphabet, quotes, long_day, long_month, medium_day, medium_month,"
    " proclitics, enclitics"
)
CODE = (
    "LANGUAGES[0]: code must be a language's own code of BCP 47, two or three small letters"
    " such as 'kk', not "
)


def test_languages_keep_the_order_of_their_rows(languages):
    assert [language.code for language in languages] == ["kk", "ru", "en"]


def test_code_name_and_locale_are_enough():
    (uzbek,) = languages_from([{"code": "uz", "name": "O‘zbekcha", "locale": "uz"}])
    assert (uzbek.og, uzbek.long_day, uzbek.quotes) == ("uz_UZ", "d-MMMM, y", ("“", "”", "‘", "’"))


def test_a_date_pattern_of_cldr_has_the_space_that_fonts_have():
    (kazakh,) = languages_from([KK])
    assert kazakh.long_day == "y\u00a0'ж'. d MMMM"


def test_a_region_of_the_locale_is_that_of_open_graph():
    (english,) = languages_from([{"code": "en", "name": "English", "locale": "en_GB"}])
    assert english.og == "en_GB"


def test_words_are_written_with_spaces_between():
    (kazakh,) = languages_from([{**KK, "enclitics": "да де"}])
    assert kazakh.enclitics == ("да", "де")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({**KK, "code": "kz"}, f"{CODE}'kz'; the language is 'kk'"),
        ({**KK, "code": "kk-KZ"}, f"{CODE}'kk-KZ'"),
        ({**KK, "code": "KK"}, f"{CODE}'KK'"),
        (
            {"code": "kk", "name": "Қазақша"},
            "LANGUAGES[0]: locale is missing; a row needs code, name, locale",
        ),
        ({**KK, "name": ""}, "LANGUAGES[0]: name is missing; a row needs code, name, locale"),
        ({**KK, "nmae": "x"}, f"LANGUAGES[0]: 'nmae' is not a key; the keys are {KEYS}"),
        ({**KK, "og": None}, "LANGUAGES[0]: og must be text, not None"),
        (
            {**KK, "locale": "kz"},
            "LANGUAGES[0]: locale must be one that Babel knows, such as 'kk' or 'en_GB', not 'kz'",
        ),
        ({**KK, "locale": "ru"}, "LANGUAGES[0]: the locale 'ru' is not of the language 'kk'"),
        # Babel would silently give Cyrillic, or Arabic letters.
        (
            {**KK, "locale": "kk_Latn"},
            "LANGUAGES[0]: Babel has no locale 'kk_Latn', the nearest is 'kk_Cyrl'",
        ),
        (
            {**KK, "locale": "kk_CN"},
            "LANGUAGES[0]: Babel has no locale 'kk_CN', the nearest is 'kk_Arab_CN'",
        ),
        (
            {**KK, "quotes": "«»"},
            (
                "LANGUAGES[0]: quotes are four characters"
                " (outer open, outer close, inner open, inner close), not '«»'"
            ),
        ),
        (
            {**KK, "alphabet": "абва"},
            "LANGUAGES[0]: alphabet is small letters in order, each once; see 'а'",
        ),
        (
            {**KK, "alphabet": "аБ"},
            "LANGUAGES[0]: alphabet is small letters in order, each once; see 'Б'",
        ),
    ],
)
def test_a_wrong_row_is_explained(row, message):
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        languages_from([row])
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "LANGUAGES must have at least one row"),
        ([KK, KK], "LANGUAGES: each language has one row, 'kk' has several"),
    ],
)
def test_each_language_has_one_row(rows, message):
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        languages_from(rows)
    assert str(raised.value) == message
