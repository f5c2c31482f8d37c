"""registry/*.yaml: what many items name, with a name in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Annotated, Any

from plugins.minber.schema.marks import Checked, written
from plugins.minber.schema.types import (
    Country,
    DayOrMonth,
    Id,
    Names,
    Text,
    Url,
)


def _as_in_json(value: Any) -> Any:
    """Nothing but what JSON can hold, as the registry is kept in it."""
    match value:
        case dict():
            return {key: _as_in_json(each) for key, each in value.items()}
        case tuple():
            return [_as_in_json(each) for each in value]
        case None | bool() | int() | str():
            return value
        case float() if isfinite(value):
            return value
    return str(value)


@written
class Entry:
    """A thing with its name in each language of the site."""

    id: str
    names: Names


@written
class Body(Entry):
    to: Names = field(default_factory=dict)
    """The name as an addressee, in the case that the language asks for."""
    since: DayOrMonth | None = field(default=None, metadata={"alias": "from"})
    until: DayOrMonth | None = None
    successor: Id | None = None


@written
class Organisation(Entry):
    url: Url | None = None
    country: Country | None = None
    kind: Text | None = None


@written
class Platform(Entry):
    url: Url | None = None
    receives: Names = field(default_factory=dict)
    """Who gets a signer's data."""
    count: Annotated[dict[str, Any], Checked(_as_in_json)] | None = None
    """How to ask for a number."""


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
