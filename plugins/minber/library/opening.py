"""The library from settings: what both a build and an editor's check begin with."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from plugins.minber.cache.digests import code_digest, digest_of
from plugins.minber.cache.store import Store
from plugins.minber.languages.settings import Language, languages_from
from plugins.minber.languages.words import Words
from plugins.minber.library.assembly import Plan, assemble
from plugins.minber.library.interface import read_interface
from plugins.minber.library.model import Item, Library
from plugins.minber.library.reading import Convert, Means
from plugins.minber.library.shelving import Workroom, body_of
from plugins.minber.problems import Problem, SiteRefused, in_settings
from plugins.minber.schema.days import build_day
from plugins.minber.source.addresses import address_fault

if TYPE_CHECKING:
    from plugins.minber.ledger.working_days import WorkCalendar
    from plugins.minber.markup.convert import Converter

CODE = Path(__file__).parents[1]
OURS = tuple(
    "CARDS COUNT_IS_STALE_AFTER FEED_ID LANGUAGES OFFLINE OPEN_DATA PAPER PICTURE_FORMATS SEARCH"
    " SECURITY_CONTACT SITEURL WITH_DRAFTS".split()
)
"""The settings that are read here besides those of Pelican, and the address, which is both's."""
_BEHIND_A_SITE = re.compile(r"[?#]|\.html?$")


@dataclass(frozen=True, slots=True)
class Opened:
    library: Library
    words: Mapping[str, Words]
    """The interface words by language."""
    word_digests: Mapping[str, str]
    """Of the files of the interface words."""
    problems: tuple[Problem, ...]
    """All that is wrong with the content; with any, nothing may be published."""
    body_of: Callable[[Item, str, Store], str]
    """The HTML of an item's text in a language, from a store of this process."""
    basis: str
    """The digest of the code, of what it runs on and of the languages."""
    read: int
    """Folders that had to be read, as nothing was kept of them."""
    converted: int
    """Texts in them."""
    used: tuple[str, ...]
    """The keys of all that the store keeps of this library."""


def open_library(
    content: Path,
    theme: Path,
    rows: object,
    workroom: Workroom,
    *,
    with_drafts: bool = False,
) -> Opened:
    """Everything below `content` in the languages of `rows`; what is kept is not read again.

    Raises SiteRefused when the settings or the interface words cannot be used.
    """
    languages = languages_of(rows)
    code = code_digest(CODE)
    found = {each.code: read_interface(theme, each, code, workroom.store) for each in languages}
    words = {code: interface.words for code, interface in found.items()}
    means = _means(languages, words, code)
    done = assemble(Plan(content, means, with_drafts), workroom)

    def body(item: Item, language: str, store: Store) -> str:
        return body_of(item, language, done.plots, means, store)

    return Opened(
        library=done.library,
        words=words,
        word_digests={code: interface.digest for code, interface in found.items()},
        problems=done.problems,
        body_of=body,
        basis=means.basis,
        read=done.read,
        converted=done.converted,
        used=(*done.used, *(interface.key for interface in found.values())),
    )


def _means(languages: tuple[Language, ...], words: Mapping[str, Words], code: str) -> Means:
    backs = {code: each.gettext("footnote.back") for code, each in words.items()}
    settings = (repr(language) for language in languages)
    basis = digest_of(code, *settings, *backs.values())
    convert = _converter(languages, backs)
    return Means(languages, build_day(os.environ), convert, cache(_calendar), basis)


def _calendar() -> WorkCalendar | list[Problem]:
    # Only now: most sites have no term to count, and nothing is counted that is kept.
    from plugins.minber.ledger.working_days import own_calendar

    return own_calendar()


def languages_of(rows: object) -> tuple[Language, ...]:
    """The languages that settings name; raises SiteRefused when a row is wrong."""
    try:
        if isinstance(rows, (list, tuple)) and all(isinstance(row, Mapping) for row in rows):
            return languages_from(rows)
    except ValueError as error:
        raise SiteRefused([in_settings(str(error))]) from None
    raise SiteRefused([in_settings("LANGUAGES must be a list of rows {code, name, locale}")])


def misspelt_settings(names: Iterable[str], others: Container[str]) -> Iterator[Problem]:
    """Names that are neither ours nor among others, but nearly one of ours: nothing reads them."""
    for name in names:
        if name in OURS or name in others or not name.isupper():
            continue
        for meant in get_close_matches(name, OURS, n=1, cutoff=0.8):
            remedy = f"Write {meant}, or take a name that is less like it."
            yield in_settings("a setting must be one that there is", name, remedy)


def days_of_setting(settings: Mapping[str, object], name: str) -> int | None:
    """A number of days in the settings, None where it is not there; raises SiteRefused."""
    match settings.get(name):
        case None:
            return None
        case int(days) if days > 0 and not isinstance(days, bool):
            return days
        case found:
            rule = f"{name} must be a whole number of days above 0, or None"
            raise SiteRefused([in_settings(rule, found)])


def flag_of_setting(settings: Mapping[str, object], name: str, *, default: bool) -> bool:
    """True or False in the settings, the default where it is not there; raises SiteRefused."""
    found = settings.get(name, default)
    if not isinstance(found, bool):
        raise SiteRefused([in_settings(f"{name} must be True or False", found)])
    return found


def uuid_of_setting(settings: Mapping[str, object], name: str) -> str:
    """A UUID in the settings, "" where it is None or not there; raises SiteRefused."""
    found = settings.get(name)
    if found is None:
        return ""
    try:
        return str(UUID(found if isinstance(found, str) else ""))
    except ValueError:
        rule = f"{name} must be a UUID, such as `uuidgen` makes, or None for no feeds"
        raise SiteRefused([in_settings(rule, found)]) from None


def url_of_setting(settings: Mapping[str, object], name: str) -> str:
    """The address of the site without a slash at its end, "" where it has none; raises SiteRefused.

    Paths are put behind it, so it must end where the site begins.
    """
    found = settings.get(name) or ""
    url = str(found).rstrip("/")
    fault = address_fault(_in_latin_letters(url)) if found else ""
    if not fault and _BEHIND_A_SITE.search(url):
        fault = "must end where the site begins, before any page, ? or #"
    if fault:
        remedy = "Write it as in https://example.org, or leave it empty."
        raise SiteRefused([in_settings(f"{name} {fault}", found, remedy)])
    return url


def _in_latin_letters(url: str) -> str:
    """An address with its host as computers write it (RFC 3490); people write it as it is read."""
    host = re.search(r"(?<=//)[^/@:?#\\\s]+", url)
    try:
        return url.replace(host[0], host[0].encode("idna").decode(), 1) if host else url
    except UnicodeError:
        return url


def names_of_setting(
    settings: Mapping[str, object], name: str, known: tuple[str, ...]
) -> tuple[str, ...]:
    """Some of the known names, in their order, all where nothing is set; raises SiteRefused."""
    found = settings.get(name, known)
    if not (isinstance(found, (list, tuple)) and found and set(found) <= set(known)):
        raise SiteRefused([in_settings(f"{name} must be a list of {', '.join(known)}", found)])
    return tuple(each for each in known if each in found)


def _converter(languages: tuple[Language, ...], backs: Mapping[str, str]) -> Convert:
    by_code = {language.code: language for language in languages}

    @cache
    def converter(code: str) -> Converter:
        # Only now: where nothing is to be converted, half of the start would be for nothing.
        from plugins.minber.markup.convert import Converter

        return Converter(by_code[code], backs[code])

    return lambda text, code: converter(code).convert(text)
