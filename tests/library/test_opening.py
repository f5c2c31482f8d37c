from __future__ import annotations

import pytest

from plugins.minber.library.opening import days_of_setting, languages_of, open_library
from plugins.minber.problems import SiteRefused
from tests.conftest import SITES, write_files
from tests.content import ROOT, workroom
from tests.languages.rows import LANGUAGES

CONTENT = SITES / "three-languages" / "content"
KK = {"code": "kk", "name": "Қазақша", "locale": "kk"}
ROWS = "LANGUAGES must be a list of rows {code, name, locale}"


def refusal(call, *arguments):
    with pytest.raises(SiteRefused) as refused:
        call(*arguments)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        # no list of rows
        (None, ROWS),
        ("kk", ROWS),
        (["kk", "ru"], ROWS),
        ({"kk": KK}, ROWS),
        ([], "LANGUAGES must have at least one row"),
        # a wrong row
        (
            [{**KK, "code": "kz"}],
            (
                "LANGUAGES[0]: code must be a language's own code of BCP 47, two or three small "
                "letters such as 'kk', not 'kz'; the language is 'kk'"
            ),
        ),
        ([KK, KK], "LANGUAGES: each language has one row, 'kk' has several"),
        ([{"code": "kk"}], "LANGUAGES[0]: name is missing; a row needs code, name, locale"),
    ],
)
def test_wrong_settings_are_told_in_a_sentence(rows, said):
    assert refusal(languages_of, rows) == [
        f"pelicanconf.py:1: {said}. Correct it; README.md says how."
    ]


@pytest.mark.parametrize("days", ["30", 0, -1, 1.5, True])
def test_days_in_the_settings_are_whole_and_above_none(days):
    rule = "OLD_AFTER must be a whole number of days above 0, or None"
    assert refusal(days_of_setting, {"OLD_AFTER": days}, "OLD_AFTER") == [
        f"pelicanconf.py:1: {rule}, found “{days}”. Correct it; README.md says how."
    ]


@pytest.mark.parametrize(("settings", "days"), [({"OLD_AFTER": 30}, 30), ({}, None)])
def test_days_may_be_set(settings, days):
    assert days_of_setting(settings, "OLD_AFTER") == days


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {},
            (
                "theme/translations/kk.po:1: a language of the site must have its interface words "
                "(Қазақша). Copy the .po file of another language and translate its entries."
            ),
        ),
        (
            {"theme/translations/kk.po": "garbage\n"},
            "theme/translations/kk.po:1: the interface words must be a valid .po file in UTF-8",
        ),
        (
            {"theme/translations/kk.po": 'msgid ""\nmsgstr "Plural-Forms: nplurals=x\\n"'},
            "theme/translations/kk.po:1: the interface words must be a valid .po file in UTF-8",
        ),
        (
            {"theme/translations/kk.po": 'msgid ""\nmsgstr ""\n'},
            "theme/translations/kk.po:1: there must be an entry 'footnote.back'.",
        ),
    ],
)
def test_wrong_interface_words_are_told_in_a_sentence(tmp_path, files, said):
    write_files(tmp_path, files)
    [line] = refusal(open_library, CONTENT, tmp_path / "theme", [KK], workroom())
    assert line.startswith(said)


def test_a_site_may_have_one_language(tmp_path):
    write_files(
        tmp_path,
        {"pages/about/kk.md": "---\ntitle: Біз\nsummary: Біз туралы\n---\nБіз.\n"},
    )
    opening = open_library(tmp_path, ROOT / "theme", LANGUAGES[:1], workroom())
    assert opening.problems == ()
    assert [language.code for language in opening.library.languages] == ["kk"]


def test_words_in_a_language_that_the_site_has_not_are_a_problem():
    opening = open_library(CONTENT, ROOT / "theme", LANGUAGES[:2], workroom())
    assert (
        "content/pages/about/en.md:1: only known files may stand in this folder, found “en.md”. "
        "Files that may stand here: kk.md, ru.md."
    ) in map(str, opening.problems)


def test_a_build_tells_of_wrong_settings_in_a_sentence(site, build):
    built = build(site("three-languages"), LANGUAGES=[{**KK, "code": "kz"}])
    assert [line[:71] for line in built.problems] == [
        "pelicanconf.py:1: LANGUAGES[0]: code must be a language's own code of B"
    ]
    assert not built.output.exists()


def test_a_build_of_nothing_is_refused(tmp_path, build):
    (tmp_path / "content").mkdir()
    built = build(tmp_path / "content")
    assert [line[:53] for line in built.problems] == [
        "content:1: content must hold a campaign or a page. Ru"
    ]
    assert not built.output.exists()
