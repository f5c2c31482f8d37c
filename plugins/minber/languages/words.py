"""The words of the interface in one language, from its .po file."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.minber.languages.settings import Language

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_MARKUP = re.compile(r"[<>&]")


class MissingWord(LookupError):
    """There is no such entry in the words of a language."""


class UnreadableWords(ValueError):
    """A .po file cannot be read at a line, counted from 1."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


class UnsafeWord(ValueError):
    """An entry holds markup, which templates would let through."""


@dataclass(frozen=True, slots=True)
class WordsData:
    """What a .po file says, as plain data that can be kept."""

    ids: tuple[str, ...]
    """Of all entries, also of those that are fuzzy or empty."""
    entries: Mapping[str, str]
    """Without plural forms, by id."""
    plurals: Mapping[str, tuple[str, ...]]
    """The forms by id; "" where one is not written."""
    rule: str
    """Which form goes with the number n, as gettext's headers write it in C."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The interface words of one language; `gettext` and `ngettext` are what Jinja's i18n asks for.

    Everything that looks a word up raises MissingWord when there is none.
    """

    language: Language
    ids: frozenset[str]
    _path: Path
    _data: WordsData
    _form: Callable[[int], int]

    def gettext(self, key: str) -> str:
        """The entry as it is written, %(placeholders)s included; of several forms that for 1."""
        entry = self._data.entries.get(key) or self._plural(key, 1)
        if not entry:
            raise MissingWord(f"{self._path}: there must be an entry {key!r}")
        return entry

    def ngettext(self, key: str, plural_key: str, n: int) -> str:
        """The form of the entry that goes with the number n."""
        entry = self._plural(key, n)
        if not entry:
            raise MissingWord(f"{self._path}: there must be an entry {key!r} with plural forms")
        return entry

    def filled(self, key: str, **values: object) -> str:
        """The entry with its placeholders filled; raises KeyError when a value is not given."""
        return self.gettext(key) % values

    def joined(self, items: Sequence[str]) -> str:
        """`A, B және C`: all but the last by commas, the last as the entry `list.and` says."""
        *all_but_last, last = items or [""]
        if not all_but_last:
            return last
        return self.filled("list.and", all=", ".join(all_but_last), last=last)

    def _plural(self, key: str, n: int) -> str:
        forms = self._data.plurals.get(key, ())
        at = self._form(n) if forms else 0
        return forms[at] if at < len(forms) else ""


def read_words(path: Path, language: Language) -> Words:
    """The words of a language from its .po file; raises what `words_data` raises.

    Fuzzy and empty entries are left out, so asking for one raises as for a missing one.
    """
    return words_from(words_data(path.read_bytes(), language), path, language)


def words_from(data: WordsData, path: Path, language: Language) -> Words:
    """The words that were read from a .po file; its path is for messages.

    Raises ValueError when the rule of its plural forms cannot be understood.
    """
    return Words(language, frozenset(data.ids), path, data, gettext.c2py(data.rule))


def words_data(po: bytes, language: Language) -> WordsData:
    """What the bytes of a .po file say.

    Raises UnreadableWords, UnsafeWord where an entry holds markup, and LookupError or ValueError
    where its encoding is wrong.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.BytesIO(po), locale=language.locale, abort_invalid=True)
    except PoFileError as error:
        raise UnreadableWords(str(error), error.lineno + 1) from None
    for message in catalog:
        if _MARKUP.search(f"{message.string}") and message.id:
            raise UnsafeWord(f"{id_of(message.id)!r} must be plain words, without < > or &")
    sure = _sure(catalog)
    return WordsData(
        ids=tuple(sorted({id_of(message.id) for message in catalog if message.id})),
        entries={str(each.id): str(each.string or "") for each in sure if not each.pluralizable},
        plurals={id_of(each.id): tuple(each.string or ()) for each in sure if each.pluralizable},
        rule=catalog.plural_expr,
    )


def _sure(catalog: Catalog) -> list[Message]:
    """The entries that may be shown to readers."""
    return [each for each in catalog if each.id and not each.fuzzy and each.context is None]


def id_of(msgid: str | Sequence[str]) -> str:
    """The symbolic id of an entry with or without plural forms."""
    return msgid if isinstance(msgid, str) else msgid[0]
