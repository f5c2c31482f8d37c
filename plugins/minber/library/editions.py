"""An item's editions and what each is worth: original, current or outdated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plugins.minber.library.model import Edition, Item
from plugins.minber.markup.convert import Markup
from plugins.minber.problems import Problem
from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.records import Record
from plugins.minber.schema.words import CauseWords, WordsFile
from plugins.minber.source.files import is_picture

Convert = Callable[[str, str], Markup]
"""From Markdown and a language code."""


def item_of(record: Record, convert: Convert) -> Item:
    """The linked item of a record; the states of its editions hold when its marks agree."""
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
        pictures={name: f.digest for name, f in sorted(folder.files.items()) if is_picture(name)},
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
    if not words.front.translates:
        return "original"
    # No more steps than there are files: marks that lead in a circle are a problem elsewhere.
    for _ in all_words:
        source = words.front.source_language
        if source and digests.get(source) != words.front.source_digest:
            return "outdated"
        words = all_words.get(source, words)
    return "current"


def passages(edition: Edition) -> Iterator[tuple[Loc, Markup]]:
    """Every converted text with its place in the front matter; () is the body."""
    yield (), edition.text
    for number, action in enumerate(edition.actions):
        yield ("actions", number), action
    for number, answer in enumerate(edition.answers):
        yield ("questions", number, "answer"), answer


def markup_problems(record: Record, item: Item) -> list[Problem]:
    """What an author may not write in Markdown, at the line where it stands."""
    return [
        record.words[language].text_problem(loc, rule, found, remedy)
        for language, edition in item.editions.items()
        for loc, markup in passages(edition)
        for rule, found, remedy in markup.faults
    ]
