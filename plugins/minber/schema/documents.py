"""YAML as plain data that knows its lines.

A safe subset: no tags that make objects, no anchors (they can grow without
bound), no duplicate keys.  Lists come out as tuples, so facts are immutable.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from plugins.minber.problems import Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Loc = tuple[Hashable, ...]


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
    def __init__(self, line: int, rule: str, found: str = "", remedy: str = "") -> None:
        self.line, self.rule, self.found, self.remedy = line, rule, found, remedy
        super().__init__(rule)


def parse_yaml(path: str, text: str, first_line: int = 1) -> Document | Problem:
    """The mapping that `text` holds; an empty text is an empty mapping."""
    try:
        node = _composed(text)
        lines: dict[Loc, int] = {}
        data = _value(node, (), lines, first_line) if node else {}
        if not isinstance(data, dict):
            raise _Bad(0, "the file must be a list of `key: value` lines")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + getattr(mark, "line", 0)
        remedy = "Look for a missing colon, quotation mark or wrong indentation near this line."
        return Problem(path, line, "the lines must be valid YAML", error.problem or "", remedy)
    except _Bad as bad:
        return Problem(path, first_line + bad.line, bad.rule, bad.found, bad.remedy)
    return Document(path, data, lines, first_line)


def _composed(text: str) -> yaml.Node | None:
    if "&" in text or "*" in text:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                line = event.start_mark.line if event.start_mark else 0
                rule = "YAML anchors and aliases (& and *) must not be used"
                raise _Bad(line, rule, "", "Write the value out, or put it in quotation marks.")
    node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    return node


def _value(node: yaml.Node, loc: Loc, lines: dict[Loc, int], first_line: int) -> Any:
    lines.setdefault(loc, first_line + node.start_mark.line)
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, loc, lines, first_line))
    if isinstance(node, yaml.SequenceNode):
        children = enumerate(node.value)
        return tuple(_value(child, (*loc, i), lines, first_line) for i, child in children)
    return _scalar(node)


def _pairs(
    node: yaml.MappingNode, loc: Loc, lines: dict[Loc, int], first_line: int
) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key_node, value_node in node.value:
        line = key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            raise _Bad(line, "a key must be a word, not a list")
        # As written: `no` and 2021-10-01 are keys like any other.
        key = str(key_node.value)
        if key in seen:
            raise _Bad(line, "a key must stand only once", key, "Delete one of the two.")
        seen.add(key)
        # The line of the key, not of the value: a folded text begins a line later.
        lines[(*loc, key)] = first_line + line
        yield key, _value(value_node, (*loc, key), lines, first_line)


def _scalar(node: yaml.Node) -> Any:
    line = node.start_mark.line
    if not node.tag.startswith("tag:yaml.org,2002:"):
        raise _Bad(line, "YAML tags (!) must not be used", node.tag, "Delete the tag.")
    constructor = yaml.SafeLoader("")
    try:
        value = constructor.construct_object(node)
    except (ValueError, yaml.YAMLError):
        rule = "a date or number must exist"
        raise _Bad(line, rule, node.value, "Write a date as 2021-10-01.") from None
    finally:
        constructor.dispose()
    return value
