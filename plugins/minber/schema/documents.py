"""YAML as plain data that knows its lines.

A safe subset: no tags, no anchors (they can grow without bound), no duplicate
keys.  Lists come out as tuples, so facts are immutable.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.minber.problems import Problem

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


def parse_yaml(path: str, text: str, first_line: int = 1) -> Document | Problem:
    """The mapping that `text` holds; an empty text is an empty mapping."""
    # PyYAML is loaded only where something is read.
    from plugins.minber.schema.events import Bad, read_events

    try:
        data, lines = read_events(text, first_line)
    except Bad as bad:
        return Problem(path, bad.line, bad.rule, bad.found, bad.remedy)
    return Document(path, data, lines, first_line)
