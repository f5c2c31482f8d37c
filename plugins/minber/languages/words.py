"""The words of the interface in one language, from its .po file, compiled in memory."""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NoReturn

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from plugins.minber.languages.settings import Language

_MARKUP = re.compile(r"[<>&]")


class MissingWord(LookupError):
    """There is no such entry in the words of a language."""


class UnsafeWord(ValueError):
    """An entry holds markup, which templates would let through."""


class _Missing(gettext.NullTranslations):
    """Stands where gettext would answer with the id itself."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def gettext(self, message: str) -> NoReturn:
        raise MissingWord(f"{self._path}: there must be an entry {message!r}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:
        raise MissingWord(f"{self._path}: there must be an entry {msgid1!r} with plural forms")


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language; `gettext` and `ngettext` are what Jinja's i18n asks for.

    Everything that looks a word up raises MissingWord when there is none.
    """

    language: Language
    ids: frozenset[str]
    _catalog: gettext.NullTranslations

    def gettext(self, key: str) -> str:
        """The entry as it is written, %(placeholders)s included."""
        return self._catalog.gettext(key)

    def ngettext(self, key: str, plural_key: str, n: int) -> str:
        """The form of the entry that goes with the number n."""
        return self._catalog.ngettext(key, plural_key, n)

    def filled(self, key: str, **values: object) -> str:
        """The entry with its placeholders filled; raises KeyError when a value is not given."""
        return self.gettext(key) % values

    def joined(self, items: Sequence[str]) -> str:
        """`A, B және C`: all but the last by commas, the last as the entry `list.and` says."""
        *all_but_last, last = items or [""]
        if not all_but_last:
            return last
        return self.filled("list.and", all=", ".join(all_but_last), last=last)


def read_words(path: Path, language: Language) -> Words:
    """The words of a language from its .po file; raises PoFileError when that cannot be read.

    Raises UnsafeWord where an entry holds markup.

    Fuzzy and empty entries are left out, so asking for one raises as for a missing one.
    """
    with path.open("rb") as file:
        catalog = read_po(file, locale=language.locale, abort_invalid=True)
    for message in catalog:
        if _MARKUP.search(f"{message.string}") and message.id:
            raise UnsafeWord(f"{id_of(message.id)!r} must be plain words, without < > or &")
    ids = frozenset(id_of(message.id) for message in catalog if message.id)
    compiled = gettext.GNUTranslations(_mo(catalog))
    compiled.add_fallback(_Missing(path))
    return Words(language, ids, compiled)


def id_of(msgid: str | Sequence[str]) -> str:
    """The symbolic id of an entry with or without plural forms."""
    return msgid if isinstance(msgid, str) else msgid[0]


def _mo(catalog: Catalog) -> BytesIO:
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return file
