"""A book for Kiwix (ZIM, openzim.org): the pages of all languages in one file that is searched."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from libzim.writer import Creator, Hint, IndexData, Item, StringProvider

from plugins.minber.offline.stamps import stamp
from plugins.minber.offline.types import type_of
from plugins.minber.search import words_of_html

MARK = 48
"""Pixels of a side of the picture that a shelf of books shows."""

_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a book says of itself."""

    metadata: Mapping[str, str]
    """By the names that openZIM gives them."""
    language: str
    """Of three letters, by whose rules words are searched; words as they stand are found always."""
    mark: bytes
    """A PNG."""


class _Words(IndexData):  # type: ignore[misc]
    """What is searched of a page: its title and its text, without the menus."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def has_indexdata(self) -> bool:
        return True

    def get_title(self) -> str:
        return self._title

    def get_content(self) -> str:
        return self._text

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self._text.split())

    def get_geoposition(self) -> None:
        return None


_NOT_FOUND = b'<meta name="robots" content="noindex">'


class _Entry(Item):  # type: ignore[misc]
    def __init__(self, name: str, data: bytes) -> None:
        super().__init__()
        self._name, self._data = name, data
        self._words = _words(data.decode()) if name.endswith(".html") else None
        # What search engines are not to find, such as a withdrawn text, no reader finds by words.
        if _NOT_FOUND in data:
            self._words = None

    def get_path(self) -> str:
        return self._name

    def get_title(self) -> str:
        return self._words.get_title() if self._words else ""

    def get_mimetype(self) -> str:
        return type_of(self._name)

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._data)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: self._words is not None}

    def get_indexdata(self) -> _Words | None:
        return self._words


def _words(page: str) -> _Words:
    # A chart has a title too; that of the page stands before it, in the head.
    return _Words(words_of_html(_TITLE.findall(page)[:1]), words_of_html(_MAIN.findall(page)))


def write_book(path: Path, cover: Cover, start: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files by name as a book that begins with one of them; raises OSError."""
    creator = Creator(path).config_indexing(True, cover.language).config_nbworkers(1)  # noqa: FBT003
    with _quiet(), _as_of_a_disk(), creator.set_mainpath(start) as book:
        for name, text in sorted(cover.metadata.items()):
            book.add_metadata(name, text)
        book.add_illustration(MARK, cover.mark)
        for name, data in files:
            book.add_item(_Entry(name, data))
    stamp(path)


@contextmanager
def _as_of_a_disk() -> Iterator[None]:
    """What libzim says in its own way, such as that there is no room left."""
    try:
        yield
    except RuntimeError as error:
        raise OSError(str(error)) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """The library tells its progress whatever it is asked for."""
    sys.stdout.flush()
    kept, nothing = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nothing)
