"""An item's editions and what each is worth: original, current or outdated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from plugins.minber.languages.settings import Language
from plugins.minber.library.links import target_of
from plugins.minber.library.model import Edition
from plugins.minber.library.reading import Convert
from plugins.minber.markup.markup import Markup
from plugins.minber.markup.typography import tidy_text
from plugins.minber.problems import Problem, listed
from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.records import Record
from plugins.minber.schema.registry import Registry
from plugins.minber.schema.words import TRANSLATION_KEYS, CauseWords, QuestionWords, WordsFile
from plugins.minber.source.files import is_file_name, is_picture

W = TypeVar("W", bound=Any)
E = TypeVar("E", bound=Any)


def editions_of(
    record: Record, languages: Mapping[str, Language], convert: Convert
) -> tuple[dict[str, Edition], dict[str, str]]:
    """The editions of a record and the HTML of their texts, by language.

    The states of the editions hold when the marks of the record agree.
    """
    sources = {words.front.source_language for words in record.words.values()}
    digests = {c: words_digest(words) for c, words in record.words.items() if c in sources}
    editions, bodies = {}, {}
    for code, words in record.words.items():
        state = _state(words, record.words, digests)
        text = convert(words.body, code)
        edition = _edition(record.folder.path, words, languages[code], text, convert)
        editions[code] = replace(edition, state=state)
        bodies[code] = text.html
    return editions, bodies


def _edition(
    folder: str, words: WordsFile, language: Language, text: Markup, convert: Convert
) -> Edition:
    front = words.front
    actions = front.actions if isinstance(front, CauseWords) else ()
    questions = front.questions if isinstance(front, CauseWords) else ()
    edition = Edition(
        language=words.language,
        words=tidied(front, language),
        text=replace(text, html=""),
        has_text=bool(text.html.strip()),
        actions=tuple(convert(action, words.language) for action in actions),
        answers=tuple(convert(question.answer, words.language) for question in questions),
        state="",
        leads_to=(),
    )
    links = {link for _, markup in edition.passages() for link in markup.links}
    return replace(edition, leads_to=tuple(sorted(target_of(folder, link) for link in links)))


def tidied(words: W, language: Language) -> W:
    """Front matter with the spaces and quotes of its language in all that readers see."""
    names = [field.name for field in fields(words) if field.name not in TRANSLATION_KEYS]
    return replace(words, **{name: _tidy(getattr(words, name), language) for name in names})


def _tidy(value: Any, language: Language) -> Any:
    match value:
        case str():
            return tidy_text(value, language)
        case tuple():
            return tuple(_tidy(each, language) for each in value)
        case dict():
            return {key: _tidy(each, language) for key, each in value.items()}
        case QuestionWords():
            return tidied(value, language)
    return value


def tidied_registry(registry: Registry, languages: Iterable[Language]) -> Registry:
    """The registry with the spaces and quotes of each language in its names."""
    by_code = {language.code: language for language in languages}

    def tidied_entry(entry: E) -> E:
        keys = ("names", "to", "receives")
        texts = {key: getattr(entry, key) for key in keys if hasattr(entry, key)}
        return replace(
            entry,
            **{
                key: {code: tidy_text(name, by_code[code]) for code, name in names.items()}
                for key, names in texts.items()
            },
        )

    registers = {field.name: getattr(registry, field.name) for field in fields(registry)}
    return Registry(
        **{
            name: {id_: tidied_entry(entry) for id_, entry in register.items()}
            for name, register in registers.items()
        }
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


def markup_problems(record: Record, editions: Mapping[str, Edition]) -> list[Problem]:
    """What an author may not write in Markdown, at the line where it stands."""
    problems = []
    for language, edition in editions.items():
        words = record.words[language]
        for loc, markup in edition.passages():
            problems += [words.text_problem(loc, *fault) for fault in markup.faults]
            problems += _pictures(record, words, loc, markup)
            problems += _fragments(words, loc, markup, edition.text.headings)
    return problems


def _pictures(record: Record, words: WordsFile, loc: Loc, markup: Markup) -> Iterator[Problem]:
    here = {*record.folder.files, *record.faulty}
    for name in markup.pictures:
        if loc:
            rule = f"a picture must stand in the text, not in `{loc[0]}`"
            yield words.text_problem(loc, rule, name, "Put it on a line of its own in the text.")
        elif record.folder.kind == "page":
            rule = "a page must not show pictures"
            yield words.text_problem(loc, rule, name, "Delete it, or show it in an item.")
        elif not (is_file_name(name) and is_picture(name) and name in here) and "/" not in name:
            rule = "a picture in the text must be a file of this folder"
            pictures = set(record.facts.pictures) if record.facts else set()
            yield words.text_problem(loc, rule, name, f"There are: {listed(pictures) or 'none'}.")


def _fragments(
    words: WordsFile, loc: Loc, markup: Markup, headings: Collection[str]
) -> Iterator[Problem]:
    """Links within the text."""
    for fragment in markup.fragments:
        if fragment not in headings:
            rule = "a link within the text must lead to one of its headings"
            remedy = f"There are: {listed(headings) or 'none'}."
            yield words.text_problem(loc, rule, f"#{fragment}", remedy)
