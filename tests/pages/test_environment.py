"""Templates in the words of each language, compiled once for all."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context

from plugins.minber.languages.settings import languages_from
from plugins.minber.languages.words import MissingWord, read_words
from plugins.minber.pages.environment import environments
from tests.languages.rows import LANGUAGES

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "name"
msgstr "{code} 100%% %%(x)s"

msgid "greeting"
msgstr "{code}, %(name)s"

msgid "hands"
msgid_plural "hands"
msgstr[0] "%(num)s {code}"
msgstr[1] "%(num)s {code}s"
"""


class Sources(dict[str, str]):
    """Notes which templates are asked for."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.asked: list[str] = []

    def __contains__(self, name: object) -> bool:
        self.asked.append(str(name))
        return super().__contains__(name)


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    folder = tmp_path_factory.mktemp("translations")
    made = {}
    for language in languages_from(LANGUAGES):
        path = folder / f"{language.code}.po"
        path.write_text(PO.replace("{code}", language.code), "utf-8")
        made[language.code] = read_words(path, language)
    return made


@pytest.fixture
def made(words):
    """The environments of all languages with templates by name."""

    def of(sources):
        base = Environment(
            loader=DictLoader(sources),
            autoescape=True,
            extensions=["jinja2.ext.i18n"],
            undefined=StrictUndefined,
        )
        base.globals["path"] = pass_context(lambda context: context["view"])
        return environments(base, tuple(each.language for each in words.values()), words)

    return of


@pytest.fixture
def rendered(made):
    """A template in the words of all languages."""

    def render(source, view=None, **others):
        by_code = made(
            {"page.html": source, **{f"{key}.html": text for key, text in others.items()}}
        )
        return [each.get_template("page.html").render(view=view) for each in by_code.values()]

    return render


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # words and their values
        ("{{ _('name') }}", ["kk 100% %(x)s", "ru 100% %(x)s", "en 100% %(x)s"]),
        ("{{ _('greeting', name='<b>') }}", ["kk, &lt;b&gt;", "ru, &lt;b&gt;", "en, &lt;b&gt;"]),
        ("{{ _('greeting', name='<b>'|safe) }}", ["kk, <b>", "ru, <b>", "en, <b>"]),
        ("{{ ngettext('hands', 'hands', 1) }}", ["1 kk", "1 ru", "1 en"]),
        ("{{ ngettext('hands', 'hands', 2, num='<') }}", ["&lt; kks", "&lt; rus", "&lt; ens"]),
        ("{% trans %}name{% endtrans %}", ["kk 100% %(x)s", "ru 100% %(x)s", "en 100% %(x)s"]),
        # filters of a language, of a constant too
        ("{{ 9000|number }}", ["9\u00a0000", "9\u00a0000", "9,000"]),
        ("{{ 'kk'|language_name }} {{ view|number }}", ["Қазақша 5", "Қазақша 5", "Қазақша 5"]),
        # what asks for the page
        ("{{ path() }}", ["5", "5", "5"]),
    ],
)
def test_a_template_speaks_each_language(rendered, source, expected):
    assert rendered(source, 5) == expected


def test_a_template_is_looked_for_once_and_only_when_a_page_needs_it(made):
    sources = Sources({"page.html": "{% include 'part.html' %}", "part.html": "", "other.html": ""})
    for environment in made(sources).values():
        for _ in range(2):
            environment.get_template("page.html").render()
    assert sources.asked == ["page.html", "part.html"]


# What is remembered

MACRO = "{% macro time(when, x='') %}<{{ when }}{{ x }}>{% endmacro %}"
IMPORT = "{% from 'time.html' import time %}"


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ("{{ time('a') }}{{ time('b') }}{{ time('a') }}", "<a><b><a>"),
        # equal, and yet another thing
        ("{{ time('&') }}{{ time('&'|safe) }}{{ time('&') }}", "<&amp;><&><&amp;>"),
        ("{{ time(1) }}{{ time(true) }}{{ time(1.0) }}", "<1><True><1.0>"),
        ("{{ time('a', 'b') }}{{ time('ab') }}{{ time('a', x='b') }}", "<ab><ab><ab>"),
        # what cannot be looked up
        ("{{ time([1]) }}{{ time([2]) }}", "<[1]><[2]>"),
        ("{{ time(view) }}{{ time(view, [2]) }}", "<&lt;><&lt;[2]>"),
    ],
)
def test_an_answer_is_given_again_to_the_same_question_only(rendered, calls, expected):
    assert rendered(f"{IMPORT}{calls}", "<", time=MACRO) == [expected] * 3


def test_a_macro_of_the_page_itself_is_asked_anew_for_each_page(made):
    source = "{% macro time(when) %}{{ when }}{{ view }}{% endmacro %}{{ time('a') }}"
    environment = made({"page.html": source})["kk"]
    template = environment.get_template("page.html")
    assert [template.render(view=view) for view in (1, 2)] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("source", "error", "message"),
    [
        ("{{ _('gone') }}", MissingWord, "kk.po: there must be an entry 'gone'"),
        ("{{ ngettext('name', 'name', 2) }}", MissingWord, "an entry 'name' with plural forms"),
        ("{{ _('greeting') }}", KeyError, "name"),
        (
            "{% from 'time.html' import time %}{{ time(gone) }}",
            UndefinedError,
            "'gone' is undefined",
        ),
        (
            "{% from 'time.html' import time %}{{ time(1, 2, 3) }}",
            TypeError,
            "takes not more than 2",
        ),
        ("{{ gone() }}", UndefinedError, "'gone' is undefined"),
    ],
)
def test_what_goes_wrong_is_told(rendered, source, error, message):
    with pytest.raises(error, match=message):
        rendered(source, time=MACRO)
