from __future__ import annotations

from runpy import run_path

import pytest
from pelican.settings import DEFAULT_CONFIG

from plugins.minber.library.opening import (
    OURS,
    days_of_setting,
    flag_of_setting,
    languages_of,
    misspelt_settings,
    open_library,
    url_of_setting,
)
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
    assert refusal(languages_of, rows) == [f"settings: {said}. Correct it; README.md says how."]


@pytest.mark.parametrize("days", ["30", 0, -1, 1.5, True])
def test_days_in_the_settings_are_whole_and_above_none(days):
    rule = "OLD_AFTER must be a whole number of days above 0, or None"
    assert refusal(days_of_setting, {"OLD_AFTER": days}, "OLD_AFTER") == [
        f"settings: {rule}, found “{days}”. Correct it; README.md says how."
    ]


@pytest.mark.parametrize(("settings", "days"), [({"OLD_AFTER": 30}, 30), ({}, None)])
def test_days_may_be_set(settings, days):
    assert days_of_setting(settings, "OLD_AFTER") == days


@pytest.mark.parametrize("default", [True, False])
def test_a_flag_that_is_not_set_is_what_its_reader_says(default):
    assert flag_of_setting({}, "WITH_MUSIC", default=default) == default


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SERACH", "SEARCH"),
        ("SERCH", "SEARCH"),
        ("OFLINE", "OFFLINE"),
        ("SITE_URL", "SITEURL"),
        ("FEEDID", "FEED_ID"),
        ("CARD", "CARDS"),
    ],
)
def test_a_name_that_is_nearly_a_setting_is_told(name, meant):
    [problem] = misspelt_settings([name], ())
    assert str(problem) == (
        f"settings: a setting must be one that there is, found “{name}”. "
        f"Write {meant}, or take a name that is less like it."
    )


@pytest.mark.parametrize("name", ["SEARCH", "CARD_GAMES", "ONLINE", "NBSP", "search_", "SITEURLS"])
def test_other_names_may_stand_in_settings(name):
    assert [*misspelt_settings([name], {"SITEURLS"})] == []


def test_all_settings_of_the_repository_are_pelicans_or_known_here():
    names = {name for name in run_path(str(ROOT / "pelicanconf.py")) if name.isupper()}
    of_pelican = {*DEFAULT_CONFIG, "FEED_ATOM", "FEED_RSS", "TIMEZONE"}
    assert names - of_pelican - {"NBSP"} == {*OURS} - {"SITEURL"}


WHOLE = "must be a whole web address"
PLAIN = "must have a plain host: Latin letters (xn--… for others), no @ and no backslash"
ROOT_ONLY = "must end where the site begins, before any page, ? or #"


@pytest.mark.parametrize(
    ("found", "rule"),
    [
        ("example.org", WHOLE),
        ("//example.org", WHOLE),
        ("https:/example.org", WHOLE),
        ("ftp://example.org", WHOLE),
        ("https://example.org:port", WHOLE),
        ("https://exa mple.org", WHOLE),
        ("/", WHOLE),
        (7, WHOLE),
        ("https://editor@example.org", PLAIN),
        ("https://example.org\\kk", PLAIN),
        ("https://example.org/?a=1", ROOT_ONLY),
        ("https://example.org?", ROOT_ONLY),
        ("https://example.org/#top", ROOT_ONLY),
        ("https://example.org/kk/index.html", ROOT_ONLY),
    ],
)
def test_what_is_no_address_of_a_site_is_told_in_a_sentence(found, rule):
    remedy = "Write it as in https://example.org, or leave it empty."
    assert refusal(url_of_setting, {"PLACE": found}, "PLACE") == [
        f"settings: PLACE {rule}, found “{found}”. {remedy}"
    ]


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({}, ""),
        ({"PLACE": ""}, ""),
        ({"PLACE": None}, ""),
        ({"PLACE": "https://example.org"}, "https://example.org"),
        ({"PLACE": "https://example.org/mirror/"}, "https://example.org/mirror"),
        ({"PLACE": "http://127.0.0.1:8000"}, "http://127.0.0.1:8000"),
        ({"PLACE": "https://науқан.қаз/a"}, "https://науқан.қаз/a"),
    ],
)
def test_a_site_may_have_an_address(settings, url):
    assert url_of_setting(settings, "PLACE") == url


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
    assert [line[:63] for line in built.problems] == [
        "settings: LANGUAGES[0]: code must be a language's own code of B"
    ]
    assert not built.output.exists()


def test_a_build_is_refused_where_the_address_of_the_site_is_none(site, build):
    remedy = "Write it as in https://example.org, or leave it empty."
    assert build(site("three-languages"), SITEURL="example.org").problems == (
        f"settings: SITEURL must be a whole web address, found “example.org”. {remedy}",
    )


def test_a_build_with_a_misspelt_setting_is_refused(site, build):
    [problem] = build(site("three-languages"), SERACH=True).problems
    assert problem == (
        "settings: a setting must be one that there is, found “SERACH”. "
        "Write SEARCH, or take a name that is less like it."
    )


def test_a_build_of_nothing_is_refused(tmp_path, build):
    (tmp_path / "content").mkdir()
    built = build(tmp_path / "content")
    assert [line[:53] for line in built.problems] == [
        "content:1: content must hold a campaign or a page. Ru"
    ]
    assert not built.output.exists()
