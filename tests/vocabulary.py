"""Linked data beside the vocabulary of schema.org, as a package of its types has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec_schemaorg.models as vocabulary

PLAIN: dict[str, Any] = {"str": str, "int": int, "float": (int, float), "bool": bool}


def faults(value: Any, at: str = "") -> Iterator[str]:
    """What of a thing the vocabulary does not know, or wants otherwise, with its place."""
    kind = getattr(vocabulary, value.get("@type", ""), None)
    if kind is None:
        if set(value) != {"@id"}:
            yield f"{at}: no type {value.get('@type')!r}"
        return
    for name, found in value.items():
        if name.startswith("@"):
            continue
        place, wanted = f"{at}/{value['@type']}.{name}", wanted_of(kind, name)
        if not wanted:
            yield f"{place}: no such property"
        for one in found if isinstance(found, list) else [found]:
            yield from faults_of_value(one, wanted, place)


def faults_of_value(value: Any, wanted: set[str], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        if "@type" in value and not (wanted & names_of(value["@type"])):
            yield f"{at}: no {value['@type']}, but {sorted(wanted)}"
        yield from faults(value, at)
    elif not any(fits(value, name) for name in wanted):
        yield f"{at}: {value!r} is none of {sorted(wanted)}"


def wanted_of(kind: type, name: str) -> set[str]:
    """The names of the types that a property of a type or of what it is a kind of may have."""
    for each in kind.__mro__:
        if name in getattr(each, "__annotations__", {}):
            words = re.findall(r"\w+", str(each.__annotations__[name]))
            return set(words) - {"Union", "List", "None", "Optional"}
    return set()


def names_of(type_: str) -> set[str]:
    """A type and all that it is a kind of."""
    return {each.__name__ for each in getattr(vocabulary, type_).__mro__}


def fits(value: Any, name: str) -> bool:
    if name in PLAIN:
        return isinstance(value, PLAIN[name])
    if name in ("date", "datetime"):
        return is_day(value)
    # A thing may be named by its address.
    return isinstance(value, str) and value.startswith("https://")


def is_day(value: str) -> bool:
    try:
        return bool(
            date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        )
    except ValueError:
        return False
