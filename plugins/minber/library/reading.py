"""One folder of content, read by itself: what is known of it without looking at others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plugins.minber.cache.digests import digest_of
from plugins.minber.languages.settings import Language
from plugins.minber.library.model import Item
from plugins.minber.library.privacy import Finding
from plugins.minber.markup.markup import Markup
from plugins.minber.problems import Problem

if TYPE_CHECKING:
    from plugins.minber.ledger.working_days import WorkCalendar

Convert = Callable[[str, str], Markup]
"""From Markdown and a language code."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a folder is read with, besides its files."""

    languages: tuple[Language, ...]
    today: date
    convert: Convert
    calendar: Callable[[], WorkCalendar | list[Problem]]
    """Of working days, read when it is first asked for; or all that is wrong in its file."""
    basis: str
    """The digest of all that decides what is made of a folder besides its files: the code, the
    languages."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.languages)


@dataclass(frozen=True, slots=True)
class Reading:
    """An item, and what is wrong within its files."""

    item: Item
    findings: tuple[Finding, ...]
    """Private data, unless they are declared somewhere."""
    happened: date | None
    """The newest day of what is said to have happened: no site of an earlier day may have it."""
    problems: tuple[Problem, ...] = ()
    faulty: frozenset[str] = frozenset()
    """Names of files with problems of their own: nothing follows from their lack."""
    is_marked: bool = True
    """Whether the words are one original and its translations."""

    @property
    def is_whole(self) -> bool:
        """Whether the item can be shown."""
        return not self.faulty and bool(self.item.editions) and self.is_marked

    @property
    def has_sound_words(self) -> bool:
        """Whether something follows from what its words lack."""
        return self.is_marked and not any(name.endswith(".md") for name in self.faulty)

    def lacks_words(self, language: str) -> bool:
        """Whether there is no words file in a language, not even a faulty one."""
        return language not in self.item.editions and f"{language}.md" not in self.faulty


def item_digest(basis: str, kind: str, path: str, files: Mapping[str, str]) -> str:
    """What stands for everything that a reading comes from; `files` are digests by name."""
    return digest_of(basis, kind, path, *(part for pair in sorted(files.items()) for part in pair))
