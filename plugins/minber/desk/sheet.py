"""A petition's signatures.csv with a row more: checked as a build checks it, written whole."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import ledger_problems
from plugins.minber.problems import Problem, SiteRefused
from plugins.minber.schema.facts import PetitionFacts, RouteFacts
from plugins.minber.schema.records import Record, Row, read_record
from plugins.minber.schema.tables import SIGNATURE_COLUMNS
from plugins.minber.source.files import File, decoded, read
from plugins.minber.source.folders import Folder

NAME = "signatures.csv"
_FILES = ("facts.yaml", NAME)
_LINE_ENDS = ("\r\n", "\n", "\r")

Cells = Mapping[str, str]
"""A row by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The ledger of a petition, which may have no file yet."""

    location: Path
    record: Record
    today: date

    @property
    def path(self) -> str:
        """As problems print it."""
        return self.record.folder.path_of(NAME)

    @property
    def routes(self) -> tuple[RouteFacts, ...]:
        """The petition's ways to sign."""
        return _routes(self.record) or ()

    def row_of(self, platform: str, kind: str, when: When) -> Row | None:
        """The total of a platform on a day."""
        wanted = platform, kind, when
        for row in self.record.signatures:
            if (row.data.platform, row.data.kind, row.data.date) == wanted:
                return row
        return None

    def highest_of(self, platform: str) -> Row | None:
        """The row of a platform with the largest count, the later of two that are alike."""
        rows = [row for row in self.record.signatures if row.data.platform == platform]
        return max(rows, key=lambda row: (row.data.number, row.line), default=None)

    def enter(self, cells: Cells, instead: Row | None = None) -> int:
        """Write one more row, or one in place of another; gives its line.

        Raises SiteRefused when the file would have problems: then it stays as it was.
        """
        before = self.location.read_bytes() if self.location.exists() else b""
        # Bytes, so that a mark of their order and the ends of lines stay as they are.
        text, line = self._with(before.decode("utf-8"), cells, instead)
        found = decoded(self.path, text.encode())
        problems = [found] if isinstance(found, Problem) else self._problems(found)
        if problems:
            raise SiteRefused(problems)
        try:
            write_whole(self.location, text.encode())
        except OSError as error:
            found = error.strerror or type(error).__name__
            rule, remedy = "the file must be writable", "Look at the rights of its folder."
            raise SiteRefused([Problem(self.path, 1, rule, found, remedy)]) from None
        return line

    def _with(self, text: str, cells: Cells, instead: Row | None) -> tuple[str, int]:
        """The text with a row behind those of its day and before, and the line of the row."""
        lines = text.splitlines(keepends=True) or [f"{','.join(SIGNATURE_COLUMNS)}\n"]
        end = next((end for end in _LINE_ENDS if lines[0].endswith(end)), "\n")
        if not lines[-1].endswith(_LINE_ENDS):
            lines[-1] += end
        row = _written(cells) + end
        if instead:
            lines[instead.line - 1] = row
            return "".join(lines), instead.line
        at = self._line_before(cells["date"]) or len(lines)
        lines.insert(at, row)
        return "".join(lines), at + 1

    def _line_before(self, day: str) -> int:
        """The line behind which a row of a day has its place; 0 where that is no day."""
        try:
            when = When.parse(day)
        except ValueError:
            return 0
        rows = self.record.signatures
        return max((row.line for row in rows if row.data.date <= when), default=1)

    def _problems(self, text: str) -> list[Problem]:
        folder = self.record.folder
        files = {**folder.files, NAME: File(self.path, "", text)}
        return _problems(*_read(replace(folder, files=files)), self.today)


def open_sheet(content: Path, folder: str, today: date) -> Sheet:
    """The ledger of the petition in a folder `content/…`; raises SiteRefused with its problems."""
    _, _, campaign, _, slug = folder.split("/")
    location = content.joinpath(*PurePosixPath(folder).parts[1:])
    found = {
        name: read(f"{folder}/{name}", location / name)
        for name in _FILES
        if (location / name).exists()
    }
    files = {name: file for name, file in found.items() if isinstance(file, File)}
    faults = [file for file in found.values() if isinstance(file, Problem)]
    record, problems = _read(Folder("petition", campaign, slug, folder, files))
    if faults := faults or _problems(record, problems, today):
        raise SiteRefused(faults)
    return Sheet(location / NAME, record, today)


def _read(folder: Folder) -> tuple[Record, list[Problem]]:
    """The record without words, which no ledger needs."""
    record, problems = read_record(folder, ())
    return record, [each for each in problems if PurePosixPath(each.path).name in _FILES]


def _problems(record: Record, found: list[Problem], today: date) -> list[Problem]:
    path = record.folder.path_of(NAME)
    return found + ledger_problems(path, record.signatures, _routes(record), today)


def _routes(record: Record) -> tuple[RouteFacts, ...] | None:
    return record.facts.routes if isinstance(record.facts, PetitionFacts) else None


def _written(cells: Cells) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([cells[key] for key in SIGNATURE_COLUMNS])
    return line.getvalue()


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes in the place of a file at once: who reads it gets the old ones or the new ones."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
