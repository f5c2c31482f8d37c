"""The library from settings: what both a build and an editor's check begin with."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.pofile import PoFileError

from plugins.minber.languages.settings import Language, languages_from
from plugins.minber.languages.words import Words, read_words
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


def open_library(
    content: Path, theme: Path, rows: Sequence[Mapping[str, Any]], *, with_drafts: bool = False
) -> Opened:
    """Read everything below `content` in the languages of `rows`.

    Raises SiteRefused when the settings or the interface words cannot be used.
    """
    languages = _languages(rows)
    words = {language.code: _words(theme, language) for language in languages}
    plan = Plan(content, languages, build_day(os.environ), with_drafts)
    library, problems = assemble(plan, _converter(languages, words))
    return Opened(library, words, tuple(problems))


def _languages(rows: Sequence[Mapping[str, Any]]) -> tuple[Language, ...]:
    try:
        return languages_from(rows)
    except ValueError as error:
        raise SiteRefused([Problem("pelicanconf.py", 1, str(error))]) from None


def _words(theme: Path, language: Language) -> Words:
    path = theme / "translations" / f"{language.code}.po"
    shown = f"{theme.name}/translations/{path.name}"
    try:
        return read_words(path, language)
    except FileNotFoundError:
        rule = f"a language of the site must have its interface words ({language.name})"
        remedy = "Copy the .po file of another language and translate its entries."
        raise SiteRefused([Problem(shown, 1, rule, "", remedy)]) from None
    except PoFileError as error:
        line = (error.lineno or 0) + 1
        rule = "the interface words must be a valid .po file"
        raise SiteRefused([Problem(shown, line, rule, str(error))]) from None


def _converter(languages: tuple[Language, ...], words: Mapping[str, Words]) -> Convert:
    by_code = {language.code: language for language in languages}

    def converted(text: str, code: str) -> Markup:
        return convert(text, by_code[code], words[code].gettext("footnote.back"))

    return converted
