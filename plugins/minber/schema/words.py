"""<lang>.md: what a person reads, in one language: YAML between `---` lines, then Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass as plain_dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Document, Loc
from plugins.minber.schema.types import CONFIG, FileName, Flag, Id, Text, wrong

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"([a-z]{2,3})@([0-9a-f]{12})")
_FORM = "must be the language translated from, @, and 12 hexadecimal digits"


def _checked_mark(value: str) -> str:
    if not _MARK.fullmatch(value):
        raise wrong(_FORM, "Run `invoke translate` on the file: it writes the mark.")
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
    corrections: dict[date, Text] = Field(default_factory=dict)
    withdrawn: Text | None = None

    @property
    def source_language(self) -> str:
        """The language translated from; "" in the original."""
        return self.translates.partition("@")[0] if self.translates else ""

    @property
    def source_digest(self) -> str:
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

    def line_of(self, snippet: str) -> int:
        """The line where `snippet` first stands in the body, else where the body begins."""
        at = self.body.find(snippet)
        return self.body_line + (self.body.count("\n", 0, at) if at >= 0 else 0)


def split_front_matter(path: str, text: str) -> tuple[str, str, int] | Problem:
    """The YAML, the Markdown and the line where the Markdown begins."""
    found = _FRONT.match(text)
    if not found:
        rule = "a words file must begin with its title and summary between two lines of `---`"
        remedy = "Put `---` on the first line and on a line of its own above the text."
        return Problem(path, 1, rule, "", remedy)
    return found.group(1), text[found.end() :], text.count("\n", 0, found.end()) + 1


def texts(data: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of front matter with its name (`questions.0.ask`), by key."""
    if isinstance(data, dict):
        for key in sorted(data, key=str):
            if name or key not in TRANSLATION_KEYS:
                yield from texts(data[key], f"{name}.{key}" if name else str(key))
    elif isinstance(data, tuple):
        for number, value in enumerate(data):
            yield from texts(value, f"{name}.{number}")
    elif isinstance(data, str):
        yield name, data
