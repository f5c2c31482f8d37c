from __future__ import annotations

from pathlib import Path

import pytest

from plugins.minber.languages.catalogues import OPEN_PREFIXES, catalogue_problems, is_open, used_ids
from plugins.minber.languages.settings import languages_from
from plugins.minber.languages.words import UnsafeWord, read_words
from tests.languages.rows import LANGUAGES

ROOT = Path(__file__).parents[2]
HEADERS = {
    "kk": 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
    "ru": 'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2'
    ' && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n',
}
ADD_FORMS = "Add msgid_plural and msgstr[0], msgstr[1] …"


@pytest.fixture
def problems(tmp_path, language):
    """The problems of the Kazakh and Russian words, each as file:line: rule (remedy)."""

    def found(kk, ru):
        paths = {language[code]: tmp_path / f"{code}.po" for code in ("kk", "ru")}
        for each, text in zip(paths, (kk, ru), strict=True):
            if text is not None:
                paths[each].write_text(f"{HEADERS[each.code]}\n{text}\n", "utf-8")
        return [
            f"{path.name}:{line}: {rule} ({remedy})"
            for path, line, rule, remedy in catalogue_problems(paths)
        ]

    return found


GOOD = 'msgid "a"\nmsgstr "x"'


@pytest.mark.parametrize(
    ("kk", "ru", "expected"),
    [
        (GOOD, GOOD, []),
        (
            'msgid "a"\nmsgstr ""',
            GOOD,
            ["kk.po:4: 'a' has words in every form (Write what is empty.)"],
        ),
        (
            f"#, fuzzy\n{GOOD}",
            GOOD,
            ["kk.po:5: 'a' is sure, it is marked fuzzy (Check it, delete the mark.)"],
        ),
        (
            f'{GOOD}\n\n#~ msgid "b"\n#~ msgstr "x"',
            GOOD,
            ["kk.po:7: 'b' is in use, it is marked obsolete (Delete it.)"],
        ),
        (
            f"{GOOD}\n\n{GOOD}",
            GOOD,
            ["kk.po:4: 'a' stands once (Delete all but one of them.)"],
        ),
        (
            GOOD,
            f'{GOOD}\n\nmsgid "b"\nmsgstr "x"',
            [
                (
                    "kk.po:1: 'b' is in every language, it is missing here"
                    " (Add it as in ru.po:7, or delete it there.)"
                )
            ],
        ),
        (
            'msgid "a"\nmsgstr "%(n)s x"',
            GOOD,
            [
                (
                    "ru.po:4: 'a' has the same values in every language, %(n)s is missing here"
                    " (Add it, or delete it from the other languages.)"
                )
            ],
        ),
        (
            'msgid "a"\nmsgstr "100%"',
            GOOD,
            [
                (
                    "kk.po:4: 'a' can be filled with its values"
                    " (Write %(name)s for a value and %% for a percent sign.)"
                )
            ],
        ),
        (
            'msgid "a"\nmsgid_plural "a"\nmsgstr[0] "x"\nmsgstr[1] "x"',
            GOOD,
            [f"ru.po:4: 'a' has plural forms in every language ({ADD_FORMS})"],
        ),
        (
            'msgid "a"\nmsgid_plural "a"\nmsgstr[0] "%(num)s x"\nmsgstr[1] "x"',
            'msgid "a"\nmsgid_plural "a"\nmsgstr[0] "%(num)s x"\nmsgstr[1] "%(num)s x"',
            [
                "kk.po:4: 'a' has the same %(names)s in every form (Add those missing.)",
                "ru.po:4: 'a' has the same %(names)s in every form (Add those missing.)",
                "ru.po:4: 'a' has words in every form (Write what is empty.)",
            ],
        ),
        (
            'msgid "months.until"\nmsgstr "қаңтарға ақпанға"',
            'msgid "months.until"\nmsgstr "а б в г д е ж з и к л м"',
            [
                (
                    "kk.po:4: 'months.until' has twelve words"
                    " (Write the months from January on with one space between.)"
                )
            ],
        ),
        (
            None,
            GOOD,
            [
                (
                    "kk.po:1: each language has its words, there is no such file"
                    " (Start it from another language's file.)"
                )
            ],
        ),
        (
            'msgid "a"\nmsgstr[7] "x"\nword',
            GOOD,
            ["kk.po:6: a .po file can be read: Unknown or misformatted keyword (Mend the line.)"],
        ),
    ],
)
def test_problems_of_catalogues(problems, kk, ru, expected):
    assert problems(kk, ru) == expected


def test_the_header_has_the_plural_forms_of_the_language(tmp_path, language):
    path = tmp_path / "ru.po"
    path.write_text(f"{HEADERS['kk']}\n{GOOD}\n", "utf-8")
    assert catalogue_problems({language["ru"]: path}) == [
        (
            path,
            1,
            "ru has 3 plural forms, the header says 2",
            (
                'Write "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2'
                ' && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n" in the header.'
            ),
        )
    ]


def test_ids_are_found_in_templates_and_in_python(tmp_path):
    templates, python = tmp_path / "templates", tmp_path / "python"
    (templates / "components").mkdir(parents=True)
    python.mkdir()
    (templates / "a.html").write_text(
        '{{ _("page.title") }}{{ _("state." ~ x) }}{% if y %}{{ ngettext("n", "n", 2) }}{% endif %}'
    )
    (templates / "components" / "b.html").write_text(
        '{% macro m() %}{{ _("b", x=1) }}{% endmacro %}'
    )
    (python / "c.py").write_text(
        'words.filled("list.and", all=1)\nprint("no")\nhere.label("nav.all")\n'
    )
    assert used_ids(templates, [python]) == {"page.title", "n", "b", "list.and", "nav.all"}


@pytest.fixture(scope="module")
def catalogues(languages):
    return {each: ROOT / "theme" / "translations" / f"{each.code}.po" for each in languages}


def test_the_words_of_the_site_are_complete_and_alike(catalogues):
    assert catalogue_problems(catalogues) == []


def test_every_id_used_has_words_and_every_word_is_used(catalogues):
    used = used_ids(ROOT / "theme" / "templates", [ROOT / "plugins"])
    language, path = next(iter(catalogues.items()))
    ids = read_words(path, language).ids
    assert {key for key in ids if not is_open(key)} == {key for key in used if not is_open(key)}
    assert used <= ids


@pytest.mark.parametrize("prefix", OPEN_PREFIXES)
def test_an_open_prefix_has_words(catalogues, prefix):
    language, path = next(iter(catalogues.items()))
    assert any(key.startswith(prefix) for key in read_words(path, language).ids)


def test_a_kazakh_noun_after_a_number_is_singular(catalogues):
    kazakh = next(each for each in catalogues if each.code == "kk")
    words = read_words(catalogues[kazakh], kazakh)
    counted = [key for key in words.ids if "%(num)s" in words.gettext(key)]
    assert [
        key for key in counted if words.ngettext(key, key, 1) != words.ngettext(key, key, 2)
    ] == []


@pytest.mark.parametrize("text", ["<b>x</b>", "a & b", "&lt;script&gt;"])
def test_words_of_the_interface_hold_no_markup(tmp_path, text):
    path = tmp_path / "kk.po"
    path.write_text(f'msgid ""\nmsgstr ""\n\nmsgid "page.skip"\nmsgstr "{text}"\n', "utf-8")
    with pytest.raises(UnsafeWord, match="must be plain words"):
        read_words(path, languages_from(LANGUAGES)[0])
