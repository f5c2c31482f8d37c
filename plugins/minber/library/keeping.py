"""Readings as they are kept: JSON that is checked against the classes when it comes back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import msgspec

from plugins.minber.cache.store import Store
from plugins.minber.library.model import Item
from plugins.minber.library.privacy import Finding
from plugins.minber.library.reading import Reading
from plugins.minber.schema.facts import FACTS_OF_KIND
from plugins.minber.schema.registry import Registry
from plugins.minber.schema.words import WORDS_OF_KIND


@dataclass(frozen=True, slots=True)
class _Kept:
    """A whole reading; the facts and words stand apart, as their classes depend on the kind."""

    item: Item
    findings: tuple[Finding, ...]
    happened: date | None


def packed(reading: Reading) -> bytes:
    """A reading without problems, in bytes."""
    item = reading.item
    words = {code: edition.words for code, edition in item.editions.items()}
    editions = {code: replace(each, words=None) for code, each in item.editions.items()}
    kept = _Kept(replace(item, facts=None, editions=editions), reading.findings, reading.happened)
    return msgspec.json.encode((item.facts, words, kept))


def unpacked(kind: str, data: bytes) -> Reading:
    """The reading of an item of a kind; raises msgspec.DecodeError where the bytes are not one."""
    facts, words, kept = _decoder(kind).decode(data)
    editions = {code: replace(each, words=words[code]) for code, each in kept.item.editions.items()}
    item = replace(kept.item, facts=facts, editions=editions)
    return Reading(item, kept.findings, kept.happened)


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[tuple[Any, dict[str, Any], _Kept]]:
    facts: Any = FACTS_OF_KIND.get(kind)
    words: Any = WORDS_OF_KIND[kind]
    return msgspec.json.Decoder(tuple[facts, dict[str, words], _Kept])


def kept_readings(store: Store, kinds: Mapping[str, str]) -> dict[str, Reading]:
    """The readings that are kept, by the digest of their item; `kinds` are by digest too."""
    blobs = store.get_many([_key(digest) for digest in kinds])
    found = {}
    for digest, kind in kinds.items():
        with suppress(KeyError, msgspec.DecodeError):
            found[digest] = unpacked(kind, blobs[_key(digest)])
    return found


def blobs_of(
    digest: str, packed_reading: bytes, bodies: Mapping[str, str]
) -> list[tuple[str, bytes]]:
    """What is kept of a reading, by key."""
    texts = [(_text_key(digest, code), body.encode()) for code, body in bodies.items()]
    return [(_key(digest), packed_reading), *texts]


def keys_of(item: Item) -> Collection[str]:
    """The keys under which an item and its texts are kept."""
    return [_key(item.digest), *(_text_key(item.digest, code) for code in item.editions)]


def kept_body(store: Store, item: Item, language: str) -> str | None:
    """The HTML of an item's text in a language; None where it is not kept."""
    data = store.get(_text_key(item.digest, language))
    return None if data is None else data.decode()


def registry_blob(
    digest: str, registry: Registry, findings: tuple[Finding, ...]
) -> tuple[str, bytes]:
    """What is kept of a registry without problems, with its key."""
    return registry_key(digest), msgspec.json.encode((registry, findings))


def kept_registry(store: Store, digest: str) -> tuple[Registry, tuple[Finding, ...]] | None:
    """A registry and the private data in it; None where it is not kept."""
    try:
        data = store.get(registry_key(digest)) or b""
        return msgspec.json.decode(data, type=tuple[Registry, tuple[Finding, ...]])
    except msgspec.DecodeError:
        return None


def registry_key(digest: str) -> str:
    """Where a registry is kept."""
    return f"registry:{digest}"


def _key(digest: str) -> str:
    return f"item:{digest}"


def _text_key(digest: str, language: str) -> str:
    return f"text:{digest}:{language}"
