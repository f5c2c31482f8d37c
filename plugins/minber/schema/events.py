"""The events of PyYAML's parser, turned into plain data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from plugins.minber.schema.documents import Loc

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = yaml.resolver.Resolver()
_DEEPEST = 8
_YAML = "tag:yaml.org,2002:"
# `=` and `<<` mean something in YAML 1.1; here they are text like any other.
_TEXTS = (f"{_YAML}str", f"{_YAML}value", f"{_YAML}merge")
# With what anything but text begins.
_NO_TEXT = frozenset(yaml.resolver.Resolver.yaml_implicit_resolvers)
# YAML 1.1 also reads 010 as eight, 1:30 as ninety and 1_0 as ten: nobody here means that.
_PLAIN_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")

_QUOTE_IT = "Put the text into quotation marks"
_REMEDIES = {
    "mapping values are not allowed": f"{_QUOTE_IT}: it holds a colon and a space.",
    "found character that cannot start": f"{_QUOTE_IT}, or indent with spaces, not tabs.",
}
_REMEDY = "Look for a missing colon, quotation mark or wrong indentation near this line."


class Bad(Exception):
    """What is wrong in a text, and at which line."""

    def __init__(self, line: int, rule: str, found: str = "", remedy: str = "") -> None:
        self.line, self.rule, self.found, self.remedy = line, rule, found, remedy
        super().__init__(rule)


def read_events(text: str, first_line: int) -> tuple[dict[str, Any], dict[Loc, int]]:
    """The mapping that a text holds and the line of each value; raises `Bad`."""
    parser = _LOADER(text)
    reader = _Reader(parser.get_event, first_line)
    try:
        return reader.document(), reader.lines
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        said = str(getattr(error, "problem", None) or getattr(error, "reason", ""))
        remedy = next((r for start, r in _REMEDIES.items() if said.startswith(start)), _REMEDY)
        line = first_line + getattr(mark, "line", 0)
        raise Bad(line, "the lines must be valid YAML", said, remedy) from None
    finally:
        parser.dispose()


class _Reader:
    """Takes one event after the other, each once."""

    def __init__(self, next_event: Callable[[], Any], first_line: int) -> None:
        self.next_event, self.first_line = next_event, first_line
        self.lines: dict[Loc, int] = {}

    def document(self) -> dict[str, Any]:
        self.next_event()  # The stream begins.
        if isinstance(self.next_event(), yaml.StreamEndEvent):
            self.lines[()] = self.first_line
            return {}
        first = self.next_event()
        self.lines[()] = self._line(first)
        data = self._value(first, ())
        self.next_event()  # The document ends.
        after = self.next_event()
        if not isinstance(after, yaml.StreamEndEvent):
            rule = "the lines must be one YAML document"
            raise Bad(self._line(after), rule, "---", "Delete this line.")
        if not isinstance(data, dict):
            remedy = "Begin with a key and a colon."
            raise Bad(self._line(first), "the lines must be `key: value`", "", remedy)
        return data

    def _value(self, event: Any, loc: Loc) -> Any:
        self._check_safe(event, loc)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loc)
        return tuple(self._items(loc))

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            self._check_safe(event, loc)
            if not isinstance(event, yaml.ScalarEvent):
                raise Bad(self._line(event), "a key must be a word, not a list")
            # As written: `no` and 2021-10-01 are keys like any other.
            key = str(event.value)
            if key in data:
                rule, remedy = "a key must stand only once", "Delete one of the two."
                raise Bad(self._line(event), rule, key, remedy)
            # The line of the key, not of the value: a folded text begins a line later.
            place = (*loc, key)
            self.lines[place] = self._line(event)
            data[key] = self._value(self.next_event(), place)
        return data

    def _items(self, loc: Loc) -> Iterator[Any]:
        number = 0
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            place = (*loc, number)
            self.lines[place] = self._line(event)
            yield self._value(event, place)
            number += 1

    def _check_safe(self, event: Any, loc: Loc) -> None:
        """Raise `Bad` at what could make objects or grow without bound."""
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            rule = "YAML anchors and aliases (& and *) must not be used"
            remedy = "Write the value out, or put it into quotation marks."
            raise Bad(self._line(event), rule, "", remedy)
        if event.tag:
            rule = "YAML tags (!) must not be used"
            remedy = "Delete the tag, or put the text into quotation marks."
            raise Bad(self._line(event), rule, event.tag.replace(_YAML, "!!"), remedy)
        if len(loc) > _DEEPEST:
            rule = f"lists must not lie deeper than {_DEEPEST} in each other"
            raise Bad(self._line(event), rule)

    def _scalar(self, event: Any) -> Any:
        text = event.value
        if not event.implicit[0] or text[:1] not in _NO_TEXT:
            return text
        tag = _RESOLVER.resolve(yaml.ScalarNode, text, event.implicit)  # type: ignore[no-untyped-call]
        if tag in _TEXTS:
            return text
        if tag == f"{_YAML}int" and not _PLAIN_INT.fullmatch(text):
            rule = "a number must be written in plain digits"
            remedy = f"Write it as 9000. If it is no number: {_QUOTE_IT[0].lower()}{_QUOTE_IT[1:]}."
            raise Bad(self._line(event), rule, text, remedy)
        try:
            node = yaml.ScalarNode(tag, text)
            return yaml.constructor.SafeConstructor().construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):
            rule, remedy = "a date or number must exist", "Write a date as 2021-10-01."
            raise Bad(self._line(event), rule, text, remedy) from None

    def _line(self, event: Any) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)
