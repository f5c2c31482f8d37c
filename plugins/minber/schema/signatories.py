"""Who signed a statement: each name once, and no fewer in all than are named."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.minber.problems import Problem
from plugins.minber.schema.facts import StatementFacts
from plugins.minber.schema.records import Record
from plugins.minber.schema.tables import SignatoryRow

NAME = "signatories.csv"


def signatory_problems(record: Record) -> Iterator[Problem]:
    """Names that stand twice, and a `signatory_count` below the number of names."""
    yield from _twice(record)
    facts = record.facts
    if not isinstance(facts, StatementFacts) or facts.signatory_count is None:
        return
    named = len(record.signatories) + len(facts.signed_by)
    if facts.signatory_count < named:
        rule = f"`signatory_count` must not be below the number of names ({named})"
        remedy = "Correct it, or delete the key: names are counted without it."
        loc = ("signatory_count",)
        yield record.document.problem(loc, rule, facts.signatory_count, remedy)


def _twice(record: Record) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], tuple[int, SignatoryRow]] = {}
    for row in record.signatories:
        keys = [(row.data.kind, code, _folded(name)) for code, name in row.data.names.items()]
        for key in keys:
            line, other = first.setdefault(key, (row.line, row.data))
            if line != row.line and _is_the_same(row.data, other):
                rule = f"a name must stand once (it stands on line {line})"
                remedy = "Delete the row; of two with one name say in `detail` who each of them is."
                path, found = record.folder.path_of(NAME), row.data.names[key[1]]
                yield Problem(path, row.line, rule, found, remedy)
                break


def _is_the_same(one: SignatoryRow, other: SignatoryRow) -> bool:
    """Whether nothing tells them apart: no detail of each, no name in another language."""
    if one.detail and other.detail and _folded(one.detail) != _folded(other.detail):
        return False
    shared = one.names.keys() & other.names.keys()
    return all(_folded(one.names[code]) == _folded(other.names[code]) for code in shared)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
