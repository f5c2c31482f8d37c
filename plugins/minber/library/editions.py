"""An item's editions and what each is worth: original, current or outdated."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plugins.minber.library.model import Edition, Item
from plugins.minber.markup.convert import Markup
from plugins.minber.problems import Problem
from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.records import Record
from plugins.minber.schema.words import CauseWords, WordsFile

Convert = Callable[[str, str], Markup]
"""From Markdown and a language code."""


def item_of(record: Record, convert: Convert) -> Item:
    """The linked item of a record whose files agree with each other."""
    folder = record.folder
    digests = {language: words_digest(words) for language, words in record.words.items()}
    editions = {
        language: _edition(words, _state(words, record.words, digests), digests[language], convert)
        for language, words in record.words.items()
    }
    return Item(
        kind=folder.kind,
        campaign=folder.campaign,
        slug=folder.slug,
        path=folder.path,
        facts=record.facts,
        editions=editions,
        signatures=tuple(row.data for row in record.signatures),
        signatories=tuple(row.data for row in record.signatories),
        pictures={name: f.digest for name, f in sorted(folder.files.items()) if not f.text},
    )


def _edition(words: WordsFile, state: str, digest: str, convert: Convert) -> Edition:
    front = words.front
    actions = front.actions if isinstance(front, CauseWords) else ()
    questions = front.questions if isinstance(front, CauseWords) else ()
    return Edition(
        language=words.language,
        words=front,
        text=convert(words.body, words.language),
        actions=tuple(convert(action, words.language) for action in actions),
        answers=tuple(convert(question.answer, words.language) for question in questions),
        state=state,
        digest=digest,
    )


def _state(words: WordsFile, all_words: Mapping[str, WordsFile], digests: Mapping[str, str]) -> str:
    """A translation of an outdated translation is outdated too."""
    source = words.front.source_language
    if not source:
        return "original"
    if digests[source] != words.front.source_digest:
        return "outdated"
    is_behind = _state(all_words[source], all_words, digests) == "outdated"
    return "outdated" if is_behind else "current"


def markup_problems(record: Record, item: Item) -> list[Problem]:
    """What an author may not write in Markdown, at the line where it stands."""
    problems = []
    for language, edition in item.editions.items():
        words = record.words[language]
        for markup in (edition.text, *edition.actions, *edition.answers):
            for rule, found, remedy in markup.faults:
                line = line_of(words, found)
                problems.append(Problem(words.document.path, line, rule, found, remedy))
    return problems


def line_of(words: WordsFile, snippet: str) -> int:
    """The line of the file where a snippet stands: in the body, else in the front matter."""
    if snippet in words.body:
        return words.line_of(snippet)
    folded = " ".join(snippet.split())
    for loc, line in sorted(words.document.lines.items(), key=lambda pair: -len(pair[0])):
        value = _value_at(words.document.data, loc)
        if isinstance(value, str) and folded in " ".join(value.split()):
            return line
    return words.body_line


def _value_at(data: object, loc: tuple[object, ...]) -> object:
    for part in loc:
        try:
            data = data[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return data
