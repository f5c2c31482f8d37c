"""Who speaks: those who signed, and those who reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from babel import Locale

from plugins.minber.languages.order import order_key
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
    detail: Phrase | None
    country: str
    """A name in the page's language, or "" where none is known or a heading says it."""
    kind: str
    """Of an organisation, one that the page's language has words for, or ""."""
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """Signatories below one heading."""

    heading: str
    """"" for those of whom nothing tells them from the others."""
    names: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True)
class CountryGroup:
    """The organisations of one country."""

    heading: str
    """The country in the page's language; "" for those whose country is not known."""
    number: int
    kinds: tuple[Group, ...]


def source_of(here: Here, facts: SourceFacts | None) -> Source | None:
    """Whose words an item reports."""
    if facts is None:
        return None
    said = facts.language
    return Source(
        name=Phrase(facts.name, said) if said else here.unlabelled(facts.name),
        url=facts.url or "",
        archived=facts.archived or "",
        language=facts.language or "",
    )


def organisation(here: Here, id_: str) -> Signatory:
    """An organisation of the registry as a signatory."""
    entry: Organisation = here.library.registry.organisations[id_]
    return Signatory(
        name=here.named(entry.names),
        detail=None,
        country=country(here, entry.country),
        kind=_kind(here, entry.kind),
        url=entry.url or "",
    )


def signatory(here: Here, row: SignatoryRow, original: str) -> Signatory:
    """Under the name in the page's language, else in the original's, else the first given."""
    names = row.names
    language = next(code for code in (here.code, original, *names) if code in names)
    return Signatory(
        name=here.tidied(names[language], language),
        detail=here.unlabelled(row.detail) if row.detail else None,
        country=country(here, row.country),
        kind="",
        url=row.url or "",
    )


def country(here: Here, code: str | None) -> str:
    """The name of a country in the language of the page, from CLDR."""
    if not code:
        return ""
    return str(Locale.parse(here.language.locale).territories.get(code, code))


def _kind(here: Here, kind: str | None) -> str:
    """The name of a kind of organisations; "" for one that the language has no words for."""
    key = f"organisation.kind.{kind}"
    return here.word(key) if key in here.site.words[here.code].ids else ""


def in_order(here: Here, signatories: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """By name, in the alphabetical order of the page's language."""
    key = partial(order_key, language=here.language)
    return tuple(sorted(signatories, key=lambda signatory: key(signatory.name.text)))


def by_country(here: Here, organisations: Iterable[Signatory]) -> tuple[CountryGroup, ...]:
    """Organisations by country and kind: the country with most of them first.

    Then in the language's order, those of no known country last. Those of one country only
    have no heading and keep its name beside their own.
    """
    names = in_order(here, organisations)
    if len({each.country for each in names} - {""}) < 2:  # noqa: PLR2004 - one is no choice
        return (CountryGroup("", len(names), _by_kind(here, names)),) if names else ()
    unknown = here.word("organisation.no-country")
    groups = _grouped(here, names, lambda each: each.country)
    return tuple(
        CountryGroup(
            heading=name or unknown,
            number=len(members),
            kinds=_by_kind(here, [replace(each, country="") for each in members]),
        )
        for name, members in sorted(groups, key=lambda group: (not group[0], -len(group[1])))
    )


def _by_kind(here: Here, organisations: Sequence[Signatory]) -> tuple[Group, ...]:
    """By the names of the kinds, those of no known kind last."""
    groups = _grouped(here, organisations, lambda each: each.kind)
    if len(groups) == 1:
        return (Group("", groups[0][1]),)
    other = here.word("organisation.other")
    return tuple(Group(name or other, members) for name, members in groups)


def _grouped(
    here: Here, signatories: Iterable[Signatory], named: Callable[[Signatory], str]
) -> list[tuple[str, tuple[Signatory, ...]]]:
    """Groups by name in the language's order, that without a name last."""
    groups: defaultdict[str, list[Signatory]] = defaultdict(list)
    for each in signatories:
        groups[named(each)].append(each)
    names = sorted(groups, key=lambda name: (not name, order_key(name, here.language)))
    return [(name, tuple(groups[name])) for name in names]
