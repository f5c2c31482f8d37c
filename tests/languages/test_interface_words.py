from __future__ import annotations

import jinja2
import msgspec
import pytest

from plugins.minber.languages.filters import filters
from plugins.minber.languages.names import is_known_language
from plugins.minber.languages.settings import languages_from
from plugins.minber.languages.when import When
from plugins.minber.languages.words import (
    MissingWord,
    WordsData,
    read_words,
    words_data,
    words_from,
)

RU = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && \
(n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "count.hands"
msgid_plural "count.hands"
msgstr[0] "%(num)s подпись"
msgstr[1] "%(num)s подписи"
msgstr[2] "%(num)s подписей"

msgid "greeting"
msgstr "Здравствуйте, %(name)s"

#, fuzzy
msgid "unsure"
msgstr "Наверно"

msgid "empty"
msgstr ""
"""


@pytest.fixture
def russian(tmp_path, language):
    (tmp_path / "ru.po").write_text(RU, "utf-8")
    return read_words(tmp_path / "ru.po", language["ru"])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "подписей"),
        (1, "подпись"),
        (2, "подписи"),
        (5, "подписей"),
        (11, "подписей"),
        (21, "подпись"),
        (22, "подписи"),
        (25, "подписей"),
        (101, "подпись"),
        (111, "подписей"),
    ],
)
def test_russian_numbers(russian, number, expected):
    assert russian.ngettext("count.hands", "count.hands", number) == f"%(num)s {expected}"


def test_values_are_filled_in(russian):
    assert russian.filled("greeting", name="Айгүл") == "Здравствуйте, Айгүл"


@pytest.mark.parametrize("key", ["absent", "unsure", "empty"])
def test_a_missing_word_is_never_its_id(russian, key):
    with pytest.raises(MissingWord, match=f"ru.po: there must be an entry '{key}'"):
        russian.gettext(key)


def test_a_missing_plural_is_never_its_id(russian):
    with pytest.raises(MissingWord, match="an entry 'greeting' with plural forms"):
        russian.ngettext("greeting", "greeting", 2)


def test_words_can_be_kept_as_plain_data(russian, tmp_path, language):
    path = tmp_path / "ru.po"
    kept = msgspec.json.encode(words_data(path.read_bytes(), language["ru"]))
    again = words_from(msgspec.json.decode(kept, type=WordsData), path, language["ru"])
    assert again.ids == russian.ids == {"count.hands", "greeting", "unsure", "empty"}
    assert again.ngettext("count.hands", "count.hands", 3) == "%(num)s подписи"


def test_of_several_forms_that_for_one_stands_alone(russian):
    assert russian.gettext("count.hands") == "%(num)s подпись"


def test_a_form_that_is_not_written_is_missing(tmp_path, language):
    path = tmp_path / "ru.po"
    path.write_text(RU.replace('%(num)s подписи"', '"'), "utf-8")
    with pytest.raises(MissingWord, match=r"an entry 'count.hands' with plural forms"):
        read_words(path, language["ru"]).ngettext("count.hands", "count.hands", 2)


def test_templates_get_words_escaped_and_filled(russian):
    environment = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        russian.gettext, russian.ngettext, newstyle=True
    )
    template = (
        '{{ _("greeting", name="<b>") }}; '
        '{{ ngettext("count.hands", "count.hands", 9000, num="9 000") }}'
    )
    rendered = environment.from_string(template).render()
    assert rendered == "Здравствуйте, &lt;b&gt;; 9 000 подписей"


@pytest.mark.parametrize(
    ("code", "items", "expected"),
    [
        ("kk", [], ""),
        ("kk", ["A"], "A"),
        ("kk", ["A", "B"], "A және B"),
        ("kk", ["A", "B", "C"], "A, B және C"),
        ("ru", ["A", "B", "C"], "A, B и C"),
        ("en", ["A", "B", "C"], "A, B and C"),
        ("en", ["50%", "%(x)s"], "50% and %(x)s"),
    ],
)
def test_a_list_in_a_sentence(words, code, items, expected):
    assert words[code].joined(items) == expected


@pytest.mark.parametrize(
    ("code", "template", "expected"),
    [
        ("kk", "{{ '2021-10'|when|iso }}", "2021-10"),
        ("kk", "{{ '2021-10-15'|when|until }}", "2021 ж. 15 қазанға дейін"),
        ("ru", "{{ '2021-10-12'|when|as_of }}", "на 12 октября 2021 г."),
        ("en", "{{ '2021-09'|when|since }}", "since September 2021"),
        ("en", "{{ '2021-09-01'|when|date('medium') }}", "1 Sept 2021"),
        ("kk", "{{ 9000|number }}", "9 000"),
        ("ru", "{{ ['A', 'B']|joined }}", "A и B"),
        ("ru", "{{ 'https://www.avaaz.org:443/x'|host }}", "avaaz.org"),
        ("ru", "{{ 'text'|host }}", ""),
        ("ru", "{{ 'kk'|language_name }} {{ 'fr'|language_name }}", "Қазақша français"),
        ("ru", "{{ 'kk'|language_in }}", "на казахском языке"),
        ("kk", "{{ 'ru'|language_in }}", "орыс тілінде"),
        ("kk", "{{ 'ru'|language_from }}", "орыс тілінен"),
        # A language of no entry of its own is named by CLDR.
        ("en", "{{ 'uz'|language_in }}", "in Uzbek"),
        ("kk", "{{ 'uz'|language_from }}", "өзбек тілінен"),
        ("ru", "{{ 'fr'|language_in }}", "на языке: французский"),
    ],
)
def test_filters(language, languages, words, code, template, expected):
    environment = jinja2.Environment(autoescape=True)
    environment.filters |= filters(language[code], words[code], languages)
    environment.filters["when"] = When.parse
    assert environment.from_string(template).render().replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("code", "known"), [("kk", True), ("fr", True), ("kz", False), ("", False)]
)
def test_a_language_that_can_be_named(code, known):
    assert is_known_language(code) is known


def test_a_fourth_language_is_a_row_and_a_file(tmp_path):
    (turkish,) = languages_from([{"code": "tr", "name": "Türkçe", "locale": "tr"}])
    (tmp_path / "tr.po").write_text('msgid "list.and"\nmsgstr "%(all)s ve %(last)s"\n', "utf-8")
    words = read_words(tmp_path / "tr.po", turkish)
    made = filters(turkish, words)
    assert [made["joined"](["A", "B"]), made["date"](When(2021, 10, 1)), made["number"](9000)] == [
        "A ve B",
        "1 Ekim 2021",
        "9.000",
    ]
