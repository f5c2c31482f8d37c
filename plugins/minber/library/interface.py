"""The interface words of a theme, read once and kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from plugins.minber.cache.digests import digest_of, digest_of_bytes
from plugins.minber.cache.store import Store
from plugins.minber.languages.settings import Language
from plugins.minber.languages.words import MissingWord, Words, WordsData, words_data, words_from
from plugins.minber.problems import Problem, SiteRefused


@dataclass(frozen=True, slots=True)
class Interface:
    words: Words
    digest: str
    """Of the file of the words."""
    key: str
    """Where they are kept."""


def read_interface(theme: Path, language: Language, code: str, store: Store) -> Interface:
    """The words of a language; `code` is the digest of the code that reads them.

    Raises SiteRefused when they cannot be used.
    """
    path = theme / "translations" / f"{language.code}.po"
    shown = f"{theme.name}/translations/{path.name}"
    try:
        interface = _read(path, language, code, store)
        interface.words.gettext("footnote.back")
    except FileNotFoundError:
        rule = f"a language of the site must have its interface words ({language.name})"
        remedy = "Copy the .po file of another language and translate its entries."
        raise SiteRefused([Problem(shown, 1, rule, "", remedy)]) from None
    except MissingWord as error:
        raise SiteRefused([Problem(shown, 1, str(error).partition(": ")[2])]) from None
    except (ValueError, LookupError) as error:
        rule = "the interface words must be a valid .po file in UTF-8"
        raise SiteRefused([Problem(shown, getattr(error, "line", 1), rule, str(error))]) from None
    return interface


def _read(path: Path, language: Language, code: str, store: Store) -> Interface:
    po = path.read_bytes()
    digest = digest_of_bytes(po)
    key = f"words:{digest_of(code, repr(language), digest)}"
    data = _kept(key, store)
    if data is None:
        data = words_data(po, language)
        store.put_many([(key, msgspec.json.encode(data))])
    return Interface(words_from(data, path, language), digest, key)


def _kept(key: str, store: Store) -> WordsData | None:
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(store.get(key) or b"", type=WordsData)
    return None
