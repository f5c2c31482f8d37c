"""A further language is one row of settings and one .po file; the code knows nothing of it."""

from __future__ import annotations

import re

import pytest

from plugins.minber.desk.settings import Settings
from plugins.minber.library.opening import languages_of, open_library
from plugins.minber.pictures import FORMATS
from tests.conftest import build_site, content_of, theme_in
from tests.content import ABOUT, CAMPAIGN, add, digest_of, edit, workroom
from tests.languages.rows import LANGUAGES

UZ = {"code": "uz", "name": "O‘zbekcha", "locale": "uz"}
ROWS = [*LANGUAGES, UZ]
NAMES = {
    "registry/bodies.yaml": [
        ("en: President\n", "en: President\n  uz: Prezident\n"),
        ("the President", "the President, uz: Prezidentga"),
    ],
    "registry/organisations.yaml": [("en: Fair Union", "en: Fair Union, uz: Adolatli uyushma")],
    "registry/platforms.yaml": [
        ("en: Avaaz\n", "en: Avaaz\n  uz: Avaaz\n"),
        ("the Avaaz foundation", "the Avaaz foundation, uz: Avaaz fondi"),
    ],
    "registry/topics.yaml": [("en: The internet", "en: The internet, uz: Internet")],
    f"{CAMPAIGN}/statements/letter/signatories.csv": [
        ("name_en,", "name_en,name_uz,"),
        ("Hope,,", "Hope,Umid,,"),
        ("Century,,", "Century,,,"),
        ("Serik,,,", "Serik,,,,"),
    ],
}
WORDS = "---\ntitle: Biz haqimizda\nsummary: Biz kimmiz.\ntranslates: kk@{}\n---\nBiz.\n"


def uzbek_theme(folder):
    """The theme with words for the fourth language, taken over from English."""
    theme = theme_in(folder)
    text = (theme / "translations/en.po").read_text("utf-8")
    head = re.sub(r'("Language: )en\w*(\\n")', r"\1uz\2", text)
    (theme / "translations/uz.po").write_text(head, "utf-8")
    return theme


@pytest.fixture(scope="module")
def uzbek(tmp_path_factory):
    """A site in four languages, with one text translated into the fourth."""
    folder = tmp_path_factory.mktemp("uzbek")
    content = content_of("three-languages", folder)
    for path, changes in NAMES.items():
        edit(content, path, *changes)
    theme = uzbek_theme(folder)
    add(content, f"{ABOUT}/uz.md", WORDS.format(digest_of(content, ABOUT, "kk")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1650000000")
        return build_site(content, folder / "output", THEME=str(theme), LANGUAGES=ROWS)


def test_a_site_builds_in_four_languages(uzbek):
    assert uzbek.problems == ()
    assert {path.split("/")[0] for path in uzbek.files if "/" in path} >= {"kk", "ru", "en", "uz"}


def test_a_fourth_language_has_the_same_pages_as_the_others(uzbek):
    pages = {
        code: [p[3:] for p in uzbek.files if p.startswith(f"{code}/")] for code in ("kk", "uz")
    }
    assert pages["uz"] == pages["kk"]


def test_the_switcher_leads_to_the_fourth_language(uzbek):
    assert re.search(r'<a [^>]*href="\.\./uz/about\.html"[^>]*>', uzbek.text("kk/about.html"))


def test_a_text_in_the_fourth_language_is_shown_in_it(uzbek):
    page = uzbek.text("uz/about.html")
    assert '<html lang="uz"' in page
    assert "Biz kimmiz." in page


def test_a_text_without_the_fourth_language_is_shown_in_its_original(uzbek):
    page = uzbek.text("uz/open-net/first.html")
    assert re.search(r'lang="ru"[^>]*>[^<]*Первая петиция', page)


def test_names_are_required_in_the_fourth_language(site, tmp_path):
    opening = open_library(site("three-languages"), uzbek_theme(tmp_path), ROWS, workroom())
    assert sorted(map(str, opening.problems)) == [
        (
            f"content/{CAMPAIGN}/statements/letter/signatories.csv:1: the first line must be "
            "kind,name_kk,name_ru,name_en,name_uz,detail,country,url, found "
            "“kind,name_kk,name_ru,name_en,detail,country,url”. Name the columns in this order."
        ),
        *(
            f"content/registry/{path}: `{name}` must be named in each language of the site. "
            "Add `uz: …` to it."
            for path, name in [
                ("bodies.yaml:1", "president"),
                ("bodies.yaml:5", "president.to"),
                ("organisations.yaml:1", "union"),
                ("platforms.yaml:1", "avaaz"),
                ("platforms.yaml:5", "avaaz.receives"),
                ("topics.yaml:1", "internet"),
            ]
        ),
    ]


def test_the_desk_knows_the_fourth_language(tmp_path):
    settings = Settings(tmp_path, tmp_path, ROWS, languages_of(ROWS), tmp_path, FORMATS)
    assert settings.codes == ("kk", "ru", "en", "uz")
