"""registry/*.yaml: what many items name, with a name in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import urlsplit

from plugins.minber.schema.marks import Checked, Wrong, written
from plugins.minber.schema.types import (
    Country,
    DayOrMonth,
    Id,
    LanguageCode,
    Names,
    Text,
    Url,
)
from plugins.minber.source.addresses import address_fault

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_OF_A_ROUTE = ("id", "url")
_OWN_HOSTS = ("localhost", "127.0.0.1")
_POINTER = re.compile(r"(?:/(?:[^/~]|~[01])*)*")


def _checked_template(value: str) -> str:
    if fault := _template_fault(value):
        remedy = "Write it as https://example.org/api/{id}.json, or with {url} in its query."
        raise Wrong(fault, remedy)
    return value


def _template_fault(value: str) -> str:
    """What is wrong with the template of an address, as a rule in words; "" when nothing is."""
    if fault := address_fault(PLACEHOLDER.sub("x", value)):
        return fault
    parts = urlsplit(value)
    if PLACEHOLDER.search(parts.netloc):
        return "must have its placeholders behind the host"
    if parts.scheme != "https" and parts.hostname not in _OWN_HOSTS:
        return "must begin with https:// (http:// is for localhost only)"
    if not (value.isascii() and value.isprintable()):
        return "must be of Latin letters, digits and signs (others as %D0%96)"
    names = PLACEHOLDER.findall(value)
    # Without one, all petitions would get one petition's count.
    if not names or not set(names).issubset(_OF_A_ROUTE) or re.search(r"[{}]", _bare(value)):
        return "must have the placeholder {id} or {url}, and no other"
    return ""


def _bare(template: str) -> str:
    return PLACEHOLDER.sub("", template)


def _checked_pointer(value: str) -> str:
    if not _POINTER.fullmatch(value):
        rule = "must be a JSON pointer: empty, or keys with a / before each"
        raise Wrong(rule, "Write it as /data/count; in a key ~1 is a / and ~0 a ~.")
    return value


@written
class Entry:
    """A thing with its name in each language of the site."""

    id: str
    names: Names


@written
class Body(Entry):
    to: Names = field(default_factory=dict)
    """The name as an addressee, in the case that the language asks for."""
    languages: tuple[LanguageCode, ...] = ()
    """Those in which it takes letters; none means all of the site."""
    since: DayOrMonth | None = field(default=None, metadata={"alias": "from"})
    until: DayOrMonth | None = None
    successor: Id | None = None


@written
class Organisation(Entry):
    url: Url | None = None
    country: Country | None = None
    kind: Text | None = None


@written
class CountRule:
    """How a platform is asked for the number of signatures of a petition."""

    address: Annotated[str, Checked(_checked_template)]
    """`{url}` is the address of a route, percent-encoded; `{id}` the last piece of its path."""
    pointer: Annotated[str, Checked(_checked_pointer)]
    """Where the number stands in the JSON of the answer (RFC 6901)."""


@written
class Platform(Entry):
    url: Url | None = None
    receives: Names = field(default_factory=dict)
    """Who gets a signer's data."""
    count: CountRule | None = None
    """None where the platform cannot be asked."""


@written
class Topic(Entry):
    pass


ENTRY_OF_REGISTER: dict[str, type[Entry]] = {
    "bodies": Body,
    "organisations": Organisation,
    "topics": Topic,
    "platforms": Platform,
}
NAMED_IN_EACH_LANGUAGE = {"bodies": "to", "platforms": "receives"}


@dataclass(frozen=True, slots=True)
class Registry:
    bodies: Mapping[str, Body]
    organisations: Mapping[str, Organisation]
    topics: Mapping[str, Topic]
    platforms: Mapping[str, Platform]


@dataclass(frozen=True, slots=True)
class Registers:
    registry: Registry
    """Without the entries of a register that has problems."""
    ids: Mapping[str, frozenset[str]]
    """All that stand in a register, with problems or without; a register that cannot
    be read at all is missing here."""
