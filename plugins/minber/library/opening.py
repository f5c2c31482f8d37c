"""The library from settings: what both a build and an editor's check begin with."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import PoFileError

from plugins.minber.languages.settings import Language, languages_from
from plugins.minber.languages.words import MissingWord, Words, read_words
from plugins.minber.library.assembly import Plan, assemble
from plugins.minber.library.editions import Convert
from plugins.minber.library.model import Library
from plugins.minber.markup.convert import Markup, convert
from plugins.minber.problems import Problem, SiteRefused
from plugins.minber.schema.days import build_day


@dataclass(frozen=True, slots=True)
class Opened:
    library: Library
    words: Mapping[str, Words]
    """The interface words by language."""
    problems: tuple[Problem, ...]
    """All that is wrong with the content; with any, nothing may be published."""


def open_library(content: Path, theme: Path, rows: object, *, with_drafts: bool = False) -> Opened:
    """Read everything below `content` in the languages of `rows`.

    Raises SiteRefused when the settings or the interface words cannot be used.
    """
    languages = languages_of(rows)
    words = {language.code: _words(theme, language) for language in languages}
    plan = Plan(content, languages, build_day(os.environ), with_drafts)
    library, problems = assemble(plan, _converter(languages, words))
    return Opened(library, words, tuple(problems))


def languages_of(rows: object) -> tuple[Language, ...]:
    """The languages that settings name; raises SiteRefused when a row is wrong."""
    try:
        if isinstance(rows, (list, tuple)) and all(isinstance(row, Mapping) for row in rows):
            return languages_from(rows)
    except ValueError as error:
        raise SiteRefused([_in_settings(str(error))]) from None
    raise SiteRefused([_in_settings("LANGUAGES must be a list of rows {code, name, locale}")])


def _in_settings(rule: str) -> Problem:
    return Problem("pelicanconf.py", 1, rule, "", "Correct it; README.md says how.")


def _words(theme: Path, language: Language) -> Words:
    path = theme / "translations" / f"{language.code}.po"
    shown = f"{theme.name}/translations/{path.name}"
    try:
        words = read_words(path, language)
        words.gettext("footnote.back")
    except FileNotFoundError:
        rule = f"a language of the site must have its interface words ({language.name})"
        remedy = "Copy the .po file of another language and translate its entries."
        raise SiteRefused([Problem(shown, 1, rule, "", remedy)]) from None
    except MissingWord as error:
        raise SiteRefused([Problem(shown, 1, str(error).partition(": ")[2])]) from None
    except (PoFileError, ValueError, LookupError) as error:
        line = (getattr(error, "lineno", 0) or 0) + 1
        rule = "the interface words must be a valid .po file in UTF-8"
        raise SiteRefused([Problem(shown, line, rule, str(error))]) from None
    return words


def _converter(languages: tuple[Language, ...], words: Mapping[str, Words]) -> Convert:
    by_code = {language.code: language for language in languages}
    back = {code: words[code].gettext("footnote.back") for code in by_code}

    def converted(text: str, code: str) -> Markup:
        return convert(text, by_code[code], back[code])

    return converted
