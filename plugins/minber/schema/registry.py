"""registry/*.yaml: what many items name, with a name in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from typing import Any

from pydantic import Field
from pydantic.dataclasses import dataclass

from plugins.minber.schema.types import CONFIG, Country, DayOrMonth, Id, Names, Text, Url

entry = dataclass(frozen=True, kw_only=True, slots=True, config=CONFIG)


@entry
class Entry:
    """A thing with its name in each language of the site."""

    id: str
    names: Names


@entry
class Body(Entry):
    to: Names = Field(default_factory=dict)
    """The name as an addressee, in the case that the language asks for."""
    since: DayOrMonth | None = Field(default=None, alias="from")
    until: DayOrMonth | None = None
    successor: Id | None = None


@entry
class Organisation(Entry):
    url: Url | None = None
    country: Country | None = None
    kind: Text | None = None


@entry
class Platform(Entry):
    url: Url | None = None
    receives: Names = Field(default_factory=dict)
    """Who gets a signer's data."""
    count: dict[str, Any] | None = None
    """How to ask for a number."""


@entry
class Topic(Entry):
    pass


ENTRY_OF_REGISTER: dict[str, type[Entry]] = {
    "bodies": Body,
    "organisations": Organisation,
    "topics": Topic,
    "platforms": Platform,
}
NAMED_IN_EACH_LANGUAGE = {"bodies": "to", "platforms": "receives"}


@plain_dataclass(frozen=True, slots=True)
class Registry:
    bodies: Mapping[str, Body]
    organisations: Mapping[str, Organisation]
    topics: Mapping[str, Topic]
    platforms: Mapping[str, Platform]
