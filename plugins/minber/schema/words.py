"""<lang>.md: what a person reads, in one language: YAML between `---` lines, then Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Document, Loc
from plugins.minber.schema.marks import Checked, Wrong, written
from plugins.minber.schema.types import (
    Day,
    FileName,
    Flag,
    Id,
    Text,
    at_most,
)

_FIRST_FENCE = re.compile(r"---[ \t]*\n")
_LAST_FENCE = re.compile(r"\n---[ \t]*(?:\n|\Z)")
_LOST = re.compile(r"\s*(?:- )*(?:[\w.-]+:\s+(?=\S)|(?<=- ))(?![\"'|>#\[{])[^#]*?\s(#.*)")
_MARK = re.compile(r"[a-z]{2,3}(@[0-9a-f]{12})?")
_FORM = "must be the language translated from, @, and 12 hexadecimal digits"


def _checked_mark(value: str) -> str:
    if not _MARK.fullmatch(value):
        raise Wrong(_FORM, "Run `python3 tasks.py translate` on the file: it writes the mark.")
    return value


def _one_line(value: str) -> str:
    return " ".join(value.split())


Title = Annotated[Text, at_most(200), Checked(_one_line)]


@written
class QuestionWords:
    ask: Text
    answer: Text


@written
class Words:
    """The front matter of a words file of any kind."""

    title: Title
    summary: Annotated[Text, at_most(600), Checked(_one_line)]
    translates: Annotated[str, Checked(_checked_mark)] | None = None
    translator: Text | None = None
    reviewer: Text | None = None
    machine: Flag = False
    alt: dict[FileName, str] = field(default_factory=dict)
    caption: dict[FileName, Text] = field(default_factory=dict)
    dateline: Text | None = None
    corrections: dict[Day, Text] = field(default_factory=dict)
    withdrawn: Text | None = None

    @property
    def source_language(self) -> str:
        """The language translated from; "" in the original."""
        return self.translates.partition("@")[0] if self.translates else ""

    @property
    def source_digest(self) -> str:
        """Of the words that were translated; "" where only the language is written yet."""
        return self.translates.partition("@")[2] if self.translates else ""


@written
class StatementWords(Words):
    recommendations: dict[Id, Text] = field(default_factory=dict)


@written
class CauseWords(Words):
    """What campaigns and petitions share."""

    demands: dict[Id, Text] = field(default_factory=dict)
    stages: dict[Id, Text] = field(default_factory=dict)
    thresholds: dict[Id, Text] = field(default_factory=dict)
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


@dataclass(frozen=True, slots=True)
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
    if "#" not in front:
        return None
    for number, line in enumerate(front.split("\n"), start=first_line):
        if found := _LOST.match(line):
            rule = "a # behind a space must stand in quotation marks: it would end the text"
            remedy = "Put the whole value into quotation marks, or the comment on its own line."
            return Problem(path, number, rule, found.group(1), remedy)
    return None


def split_front_matter(path: str, text: str) -> tuple[str, str, int] | Problem:
    """The YAML, the Markdown and the line where the Markdown begins."""
    first = _FIRST_FENCE.match(text)
    # The end of the first line may be the start of the last.
    last = _LAST_FENCE.search(text, first.end() - 1) if first else None
    if not (first and last):
        rule = "a words file must begin with its title and summary between two lines of `---`"
        remedy = "Put `---` on the first line and on a line of its own above the text."
        return Problem(path, 1, rule, "", remedy)
    front = text[first.end() : last.start() + 1]
    return front, text[last.end() :], text.count("\n", 0, last.end()) + 1


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
