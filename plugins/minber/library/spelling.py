"""Letters that are not what they seem, in the words of editors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.minber.languages.letters import (
    MixedWord,
    may_hold_mixed_words,
    mixed_words,
    other_language,
)
from plugins.minber.languages.settings import Language
from plugins.minber.problems import Problem
from plugins.minber.schema.records import Record
from plugins.minber.schema.signatories import NAME
from plugins.minber.schema.words import WordsFile, texts

_ONE_SCRIPT = "a word must not mix Latin and Cyrillic letters"
_NOT_PROSE = re.compile(r"`[^`]*`|https?://\S+|\]\([^()\n]*\)|\{#[^{}\n]*\}")


def spelling_problems(record: Record, languages: tuple[Language, ...]) -> list[Problem]:
    """Words of two scripts, and texts that are in another language than their file says."""
    problems = [*_signatories(record)]
    for words in record.words.values():
        language = next(each for each in languages if each.code == words.language)
        problems += _mixed(words)
        problems += _language(words, language, languages)
    return problems


def _mixed(words: WordsFile) -> list[Problem]:
    places = (*texts(dict(words.document.data)), ((), words.body))
    if not may_hold_mixed_words("\n".join(text for _, text in places)):
        return []
    return [
        words.text_problem(loc, _ONE_SCRIPT, mixed.word, _remedy(mixed))
        for loc, text in places
        for mixed in mixed_words(_prose(text))
    ]


def _signatories(record: Record) -> Iterator[Problem]:
    path = record.folder.path_of(NAME)
    for row in record.signatories:
        text = "\n".join((*row.data.names.values(), row.data.detail or ""))
        for mixed in mixed_words(_prose(text)) if may_hold_mixed_words(text) else ():
            yield Problem(path, row.line, _ONE_SCRIPT, mixed.word, _remedy(mixed))


def _remedy(mixed: MixedWord) -> str:
    return f"Write {mixed.suggestion}." if mixed.suggestion else "Type the word anew."


def _language(
    words: WordsFile, language: Language, languages: tuple[Language, ...]
) -> list[Problem]:
    other = other_language(_prose(words.body), language, languages)
    if other is None:
        return []
    name = next(each.name for each in languages if each.code == other.seems)
    rule = f"{language.code}.md must be in its language ({language.name})"
    remedy = f"Rename the file to {other.seems}.md or translate the text."
    found = f"a text that reads as {name}"
    return [Problem(words.document.path, words.body_line, rule, found, remedy)]


def _prose(text: str) -> str:
    """The text with everything that is not prose blanked out, so that places stay."""
    return _NOT_PROSE.sub(lambda found: " " * len(found.group()), text)
