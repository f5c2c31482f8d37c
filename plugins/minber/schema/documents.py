"""YAML as plain data that knows its lines.

A safe subset: no tags, no anchors (they can grow without bound), no duplicate
keys.  Lists come out as tuples, so facts are immutable.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from plugins.minber.problems import Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = yaml.resolver.Resolver()
_DEEPEST = 8
_YAML = "tag:yaml.org,2002:"
# `=` and `<<` mean something in YAML 1.1; here they are text like any other.
_TEXTS = (f"{_YAML}str", f"{_YAML}value", f"{_YAML}merge")
# YAML 1.1 also reads 010 as eight, 1:30 as ninety and 1_0 as ten: nobody here means that.
_PLAIN_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")

_QUOTE_IT = "Put the text into quotation marks"
_REMEDIES = {
    "mapping values are not allowed": f"{_QUOTE_IT}: it holds a colon and a space.",
    "found character that cannot start": f"{_QUOTE_IT}, or indent with spaces, not tabs.",
}
_REMEDY = "Look for a missing colon, quotation mark or wrong indentation near this line."

Loc = tuple[Hashable, ...]
Events = Iterator[Any]
"""Of PyYAML, whose kinds share no type."""


@dataclass(frozen=True, slots=True)
class Document:
    """A mapping of a YAML text and the line of each of its values."""

    path: str
    data: Mapping[str, Any]
    lines: Mapping[Loc, int]
    first_line: int = 1

    def line(self, *loc: Hashable) -> int:
        """The line of a value, or of the nearest thing that holds it."""
        while loc:
            if loc in self.lines:
                return self.lines[loc]
            loc = loc[:-1]
        return self.first_line

    def problem(self, loc: Loc, rule: str, found: object = "", remedy: str = "") -> Problem:
        return Problem(self.path, self.line(*loc), rule, str(found), remedy)


class _Bad(Exception):
    def __init__(self, event: Any, rule: str, found: str = "", remedy: str = "") -> None:
        self.line, self.rule, self.found, self.remedy = _line(event), rule, found, remedy
        super().__init__(rule)


def parse_yaml(path: str, text: str, first_line: int = 1) -> Document | Problem:
    """The mapping that `text` holds; an empty text is an empty mapping."""
    lines: dict[Loc, int] = {}
    try:
        data = _data(yaml.parse(text, Loader=_LOADER), lines)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        said = str(getattr(error, "problem", None) or getattr(error, "reason", ""))
        remedy = next((r for start, r in _REMEDIES.items() if said.startswith(start)), _REMEDY)
        line = first_line + getattr(mark, "line", 0)
        return Problem(path, line, "the lines must be valid YAML", said, remedy)
    except _Bad as bad:
        return Problem(path, first_line + bad.line, bad.rule, bad.found, bad.remedy)
    return Document(path, data, {loc: first_line + n for loc, n in lines.items()}, first_line)


def _data(events: Events, lines: dict[Loc, int]) -> dict[str, Any]:
    next(events)  # The stream begins.
    if isinstance(next(events), yaml.StreamEndEvent):
        lines[()] = 0
        return {}
    first = next(events)
    data = _value(first, events, (), lines)
    next(events)  # The document ends.
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        raise _Bad(after, "the lines must be one YAML document", "---", "Delete this line.")
    if not isinstance(data, dict):
        raise _Bad(first, "the lines must be `key: value`", "", "Begin with a key and a colon.")
    return data


def _value(event: Any, events: Events, loc: Loc, lines: dict[Loc, int]) -> Any:
    _check_safe(event, loc)
    lines.setdefault(loc, _line(event))
    if isinstance(event, yaml.MappingStartEvent):
        return dict(_pairs(events, loc, lines))
    if isinstance(event, yaml.SequenceStartEvent):
        return tuple(_items(events, loc, lines))
    return _scalar(event)


def _check_safe(event: Any, loc: Loc) -> None:
    """Raise `_Bad` at what could make objects or grow without bound."""
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        rule = "YAML anchors and aliases (& and *) must not be used"
        raise _Bad(event, rule, "", "Write the value out, or put it into quotation marks.")
    if event.tag:
        rule = "YAML tags (!) must not be used"
        found = event.tag.replace(_YAML, "!!")
        raise _Bad(event, rule, found, "Delete the tag, or put the text into quotation marks.")
    if len(loc) > _DEEPEST:
        raise _Bad(event, f"lists must not lie deeper than {_DEEPEST} in each other")


def _pairs(events: Events, loc: Loc, lines: dict[Loc, int]) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        _check_safe(event, loc)
        if not isinstance(event, yaml.ScalarEvent):
            raise _Bad(event, "a key must be a word, not a list")
        # As written: `no` and 2021-10-01 are keys like any other.
        key = str(event.value)
        if key in seen:
            raise _Bad(event, "a key must stand only once", key, "Delete one of the two.")
        seen.add(key)
        # The line of the key, not of the value: a folded text begins a line later.
        lines[(*loc, key)] = _line(event)
        yield key, _value(next(events), events, (*loc, key), lines)


def _items(events: Events, loc: Loc, lines: dict[Loc, int]) -> Iterator[Any]:
    number = 0
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield _value(event, events, (*loc, number), lines)
        number += 1


def _scalar(event: Any) -> Any:
    tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
    if tag in _TEXTS:
        return event.value
    if tag == f"{_YAML}int" and not _PLAIN_INT.fullmatch(event.value):
        remedy = f"Write it as 9000. If it is no number: {_QUOTE_IT[0].lower()}{_QUOTE_IT[1:]}."
        raise _Bad(event, "a number must be written in plain digits", event.value, remedy)
    try:
        node = yaml.ScalarNode(tag, event.value)
        return yaml.constructor.SafeConstructor().construct_object(node)
    except (ValueError, OverflowError, yaml.YAMLError):
        rule = "a date or number must exist"
        raise _Bad(event, rule, event.value, "Write a date as 2021-10-01.") from None


def _line(event: Any) -> int:
    return event.start_mark.line if event.start_mark else 0
