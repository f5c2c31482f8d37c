"""Who speaks: those who signed, and those who reported."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale

from plugins.minber.schema.facts import SourceFacts
from plugins.minber.schema.registry import Organisation
from plugins.minber.schema.tables import SignatoryRow
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words an item reports."""

    name: Phrase
    url: str
    archived: str
    language: str
    """A language code, or "" where it is not stated."""


@dataclass(frozen=True, slots=True)
class Signatory:
    name: Phrase
    detail: str
    country: str
    """A name in the page's language, or ""."""
    url: str


def source_of(here: Here, facts: SourceFacts | None) -> Source | None:
    """Whose words an item reports."""
    if facts is None:
        return None
    language = facts.language or here.code
    return Source(
        name=Phrase(facts.name, language),
        url=facts.url or "",
        archived=facts.archived or "",
        language=facts.language or "",
    )


def organisation(here: Here, id_: str) -> Signatory:
    """An organisation of the registry as a signatory."""
    entry: Organisation = here.library.registry.organisations[id_]
    return Signatory(here.named(entry.names), "", country(here, entry.country), entry.url or "")


def signatory(here: Here, row: SignatoryRow, original: str) -> Signatory:
    """Under the name in the page's language, else in the original's, else the first given."""
    names = row.names
    language = next(code for code in (here.code, original, *names) if code in names)
    name = here.tidied(names[language], language)
    return Signatory(name, row.detail or "", country(here, row.country), row.url or "")


def country(here: Here, code: str | None) -> str:
    """The name of a country in the language of the page, from CLDR."""
    if not code:
        return ""
    return str(Locale.parse(here.language.locale).territories.get(code, code))
