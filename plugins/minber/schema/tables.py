"""signatures.csv and signatories.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from plugins.minber.problems import Problem
from plugins.minber.schema.marks import Checked, Wrong, written
from plugins.minber.schema.types import (
    LARGEST,
    Country,
    DayOrMonth,
    Names,
    RegistryId,
    Text,
    Url,
)
from plugins.minber.source.addresses import network_in

SIGNATURE_COLUMNS = ("date", "platform", "count", "kind", "source")
MOST_SIGNATURES = LARGEST
_ACCOUNT = re.compile(r"(?:^|[\s,;:(])@\w")
_DIGITS = "Write digits only, without commas and spaces"
_COUNT = re.compile(r"[0-9]{1,9}\+?")


def _checked_count(value: str) -> str:
    if not _COUNT.fullmatch(value):
        remedy = f"{_DIGITS}; add a + after them when the source says “over”."
        raise Wrong("must be a whole number", remedy)
    return value


@written
class SignatureRow:
    """The total on a platform on a day."""

    date: DayOrMonth
    platform: RegistryId
    count: Annotated[str, Checked(_checked_count)]
    kind: Literal["online", "paper", "verified"]
    source: Url | None = None

    @property
    def number(self) -> int:
        return int(self.count.removesuffix("+"))

    @property
    def is_over(self) -> bool:
        return self.count.endswith("+")


@written
class SignatoryRow:
    """Who signed a statement."""

    kind: Literal["organisation", "person"]
    names: Names
    detail: Text | None = None
    country: Country | None = None
    url: Url | None = None


def contact_problem(path: str, line: int, row: SignatoryRow) -> Problem | None:
    """A person's row says who they are, never how to reach them; an organisation's may."""
    if row.kind != "person":
        return None
    if network := network_in(row.url or ""):
        rule = "`url` of a person must not lead to a messenger or a social network"
        remedy = "Link to a public page about their role, or leave the cell empty."
        return Problem(path, line, rule, network, remedy)
    detail = row.detail or ""
    if network_in(detail) or _ACCOUNT.search(detail):
        rule = "`detail` of a person must not name an account to write to"
        # As with all private data, the report must not repeat it.
        return Problem(path, line, rule, "", "Say who the person is, such as their profession.")
    return None


def signatory_columns(languages: Iterable[str]) -> tuple[str, ...]:
    """The head of signatories.csv: a name in each language of the site."""
    return ("kind", *(f"name_{code}" for code in languages), "detail", "country", "url")


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a table as written, and its line."""

    line: int
    values: dict[str, str]


def parse_table(path: str, text: str, columns: tuple[str, ...]) -> list[Cells | Problem]:
    """The rows below the head line; empty cells are left out of `values`."""
    head, _, _ = text.partition("\n")
    if _is_separated_otherwise(head):
        return [_separator_problem(path, 1, head)]
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        names = next(reader, [])
        if tuple(cell.strip() for cell in names) != columns:
            rule = f"the first line must be {','.join(columns)}"
            return [Problem(path, 1, rule, ",".join(names), "Name the columns in this order.")]
        return [_row(path, reader.line_num, cells, columns) for cells in reader if any(cells)]
    except csv.Error as error:
        rule = "the table must be CSV: commas between cells, quotation marks in pairs"
        return [Problem(path, reader.line_num, rule, str(error), "Mend the line.")]


def _is_separated_otherwise(line: str) -> bool:
    return "," not in line and (";" in line or "\t" in line)


def _separator_problem(path: str, line: int, found: str) -> Problem:
    """Spreadsheets write semicolons where the system's decimal sign is a comma."""
    remedy = "Save the table as CSV with commas between the cells."
    return Problem(path, line, "cells must be separated by commas", found, remedy)


def _row(path: str, line: int, cells: list[str], columns: tuple[str, ...]) -> Cells | Problem:
    if len(cells) == 1 and _is_separated_otherwise(cells[0]):
        return _separator_problem(path, line, cells[0])
    if len(cells) != len(columns):
        rule = f"a row must have {len(columns)} cells"
        remedy = "Leave an empty cell between two commas where nothing is known."
        if len(cells) > len(columns):
            remedy = f"{_DIGITS}; put a text with a comma in quotation marks."
        return Problem(path, line, rule, ",".join(cells), remedy)
    pairs = zip(columns, (cell.strip() for cell in cells), strict=True)
    return Cells(line, {column: cell for column, cell in pairs if cell})
