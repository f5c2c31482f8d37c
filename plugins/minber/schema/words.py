"""<lang>.md: what a person reads, in one language: YAML between `---` lines, then Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass as plain_dataclass
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Document, Loc
from plugins.minber.schema.types import CONFIG, Day, FileName, Flag, Id, Text, wrong

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LOST = re.compile(r"\s*(?:- )*(?:[\w.-]+:\s+(?=\S)|(?<=- ))(?![\"'|>#\[{])[^#]*?\s(#.*)")
_MARK = re.compile(r"[a-z]{2,3}(@[0-9a-f]{12})?")
_FORM = "must be the language translated from, @, and 12 hexadecimal digits"


def _checked_mark(value: str) -> str:
    if not _MARK.fullmatch(value):
        raise wrong(_FORM, "Run `python3 tasks.py translate` on the file: it writes the mark.")
    return value


def _one_line(value: str) -> str:
    return " ".join(value.split())


Title = Annotated[Text, Field(max_length=200), AfterValidator(_one_line)]
words = dataclass(frozen=True, kw_only=True, slots=True, config=CONFIG)


@words
class QuestionWords:
    ask: Text
    answer: Text


@words
class Words:
    """The front matter of a words file of any kind."""

    title: Title
    summary: Annotated[Text, Field(max_length=600), AfterValidator(_one_line)]
    translates: Annotated[str, AfterValidator(_checked_mark)] | None = None
    translator: Text | None = None
    reviewer: Text | None = None
    machine: Flag = False
    alt: dict[FileName, str] = Field(default_factory=dict)
    caption: dict[FileName, Text] = Field(default_factory=dict)
    dateline: Text | None = None
    corrections: dict[Day, Text] = Field(default_factory=dict)
    withdrawn: Text | None = None

    @property
    def source_language(self) -> str:
        """The language translated from; "" in the original."""
        return self.translates.partition("@")[0] if self.translates else ""

    @property
    def source_digest(self) -> str:
        """Of the words that were translated; "" where only the language is written yet."""
        return self.translates.partition("@")[2] if self.translates else ""


@words
class StatementWords(Words):
    recommendations: dict[Id, Text] = Field(default_factory=dict)


@words
class CauseWords(Words):
    """What campaigns and petitions share."""

    demands: dict[Id, Text] = Field(default_factory=dict)
    stages: dict[Id, Text] = Field(default_factory=dict)
    thresholds: dict[Id, Text] = Field(default_factory=dict)
    answer: Text | None = None
    actions: tuple[Text, ...] = ()
    questions: tuple[QuestionWords, ...] = ()


WORDS_OF_KIND: dict[str, type[Words]] = {
    "campaign": CauseWords,
    "petition": CauseWords,
    "statement": StatementWords,
    "news": Words,
    "page": Words,
}

TRANSLATION_KEYS = frozenset({"translates", "translator", "reviewer", "machine"})
"""Keys that tell how a text came about; all others are words of it."""


@plain_dataclass(frozen=True, slots=True)
class WordsFile:
    """One words file: its front matter, its Markdown and where they stand."""

    language: str
    front: Words
    document: Document
    body: str
    body_line: int
    """The line of the file at which the body begins."""

    def problem(self, loc: Loc, rule: str, found: object = "", remedy: str = "") -> Problem:
        return self.document.problem(loc, rule, found, remedy)

    def text_problem(self, loc: Loc, rule: str, found: str, remedy: str) -> Problem:
        """A problem with something in a text of the front matter, or of the body: loc is ()."""
        line = self.document.line(*loc) if loc else self._line_in_body(found)
        return Problem(self.document.path, line, rule, found, remedy)

    def _line_in_body(self, snippet: str) -> int:
        """Where a snippet first stands, whole or else word by word; else where the body begins."""
        # Not as a part of a longer address or word.
        found = re.search(rf"(?<![\w/.-]){re.escape(snippet)}(?![\w/-])", self.body)
        at = found.start() if found else self.body.find(snippet)
        if at >= 0:
            return self.body_line + self.body.count("\n", 0, at)
        words = snippet.split()
        lines = enumerate(self.body.split("\n"), start=self.body_line)
        return next((n for n, line in lines if all(w in line for w in words)), self.body_line)


def lost_comment(path: str, front: str, first_line: int) -> Problem | None:
    """Where YAML would cut a text short: a # behind a space begins a comment."""
    for number, line in enumerate(front.split("\n"), start=first_line):
        if found := _LOST.match(line):
            rule = "a # behind a space must stand in quotation marks: it would end the text"
            remedy = "Put the whole value into quotation marks, or the comment on its own line."
            return Problem(path, number, rule, found.group(1), remedy)
    return None


def split_front_matter(path: str, text: str) -> tuple[str, str, int] | Problem:
    """The YAML, the Markdown and the line where the Markdown begins."""
    found = _FRONT.match(text)
    if not found:
        rule = "a words file must begin with its title and summary between two lines of `---`"
        remedy = "Put `---` on the first line and on a line of its own above the text."
        return Problem(path, 1, rule, "", remedy)
    return found.group(1), text[found.end() :], text.count("\n", 0, found.end()) + 1


def texts(data: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of front matter with its place (`questions`, 0, `ask`), by key."""
    if isinstance(data, dict):
        for key in sorted(data):
            if loc or key not in TRANSLATION_KEYS:
                yield from texts(data[key], (*loc, key))
    elif isinstance(data, tuple):
        for number, value in enumerate(data):
            yield from texts(value, (*loc, number))
    elif isinstance(data, str):
        yield loc, data
