"""A folder's files as one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Document, parse_yaml
from plugins.minber.schema.facts import FACTS_OF_KIND, Facts
from plugins.minber.schema.tables import (
    SIGNATURE_COLUMNS,
    Cells,
    SignatoryRow,
    SignatureRow,
    contact_problem,
    parse_table,
    signatory_columns,
)
from plugins.minber.schema.validation import validated
from plugins.minber.schema.words import WORDS_OF_KIND, WordsFile, lost_comment, split_front_matter
from plugins.minber.source.files import File
from plugins.minber.source.folders import Folder


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table and its line."""

    line: int
    data: Any


@dataclass(frozen=True, slots=True)
class Record:
    """What the files of one folder say, as far as they can be used."""

    folder: Folder
    facts: Facts | None
    """None for a page, which has only words, and where facts.yaml has problems."""
    document: Document
    """Of facts.yaml; of a page, an empty one."""
    words: Mapping[str, WordsFile]
    """By language, in the order of the languages."""
    signatures: tuple[Row, ...]
    signatories: tuple[Row, ...]
    faulty: frozenset[str]
    """Names of the files that have problems of their own: nothing follows from their lack."""

    def lacks_words(self, language: str) -> bool:
        """Whether there is no words file in a language, not even a faulty one."""
        return language not in self.words and f"{language}.md" not in self.faulty

    @property
    def has_faulty_words(self) -> bool:
        return any(name.endswith(".md") for name in self.faulty)


def read_record(folder: Folder, languages: tuple[str, ...]) -> tuple[Record, list[Problem]]:
    """The record of a folder, and what is wrong within each of its files."""
    facts, document, problems = _facts(folder)
    words: dict[str, WordsFile] = {}
    for language in languages:
        found = _words(folder, language)
        if isinstance(found, WordsFile):
            words[language] = found
        else:
            problems += found
    tables = {
        "signatures.csv": (SIGNATURE_COLUMNS, SignatureRow),
        "signatories.csv": (signatory_columns(languages), SignatoryRow),
    }
    rows = {name: _rows(folder.files.get(name), *shape) for name, shape in tables.items()}
    problems += [row for found in rows.values() for row in found if isinstance(row, Problem)]
    faulty = folder.faulty | {PurePosixPath(problem.path).name for problem in problems}
    if not any(name.endswith(".md") for name in {*folder.files, *faulty}):
        remedy = f"Add one of: {', '.join(f'{language}.md' for language in languages)}."
        rule = "a folder must have words in a language"
        problems.append(Problem(folder.path, 1, rule, "", remedy))
    signatures, signatories = (
        tuple(row for row in found if isinstance(row, Row)) for found in rows.values()
    )
    return Record(folder, facts, document, words, signatures, signatories, faulty), problems


def _facts(folder: Folder) -> tuple[Facts | None, Document, list[Problem]]:
    path = folder.path_of("facts.yaml")
    empty = Document(path, {}, {})
    if folder.kind == "page" or "facts.yaml" in folder.faulty:
        return None, empty, []
    if "facts.yaml" not in folder.files:
        remedy = "Add it with at least a line `published: 2021-10-01`."
        return None, empty, [Problem(path, 1, "a campaign or item must have facts", "", remedy)]
    document = parse_yaml(path, folder.files["facts.yaml"].text)
    if isinstance(document, Problem):
        return None, empty, [document]
    facts = validated(FACTS_OF_KIND[folder.kind], document)
    return (None, document, facts) if isinstance(facts, list) else (facts, document, [])


def _words(folder: Folder, language: str) -> WordsFile | list[Problem]:
    file = folder.files.get(f"{language}.md")
    if file is None:
        return []
    parts = split_front_matter(file.path, file.text)
    if isinstance(parts, Problem):
        return [parts]
    front_text, body, body_line = parts
    document = parse_yaml(file.path, front_text, first_line=2)
    problem = document if isinstance(document, Problem) else lost_comment(file.path, front_text, 2)
    if isinstance(document, Problem) or problem:
        return [problem] if problem else []
    front = validated(WORDS_OF_KIND[folder.kind], document)
    if isinstance(front, list):
        return front
    return WordsFile(language, front, document, body, body_line)


def _rows(file: File | None, columns: tuple[str, ...], kind: type[Any]) -> list[Row | Problem]:
    if file is None:
        return []
    found: list[Row | Problem] = []
    for cells in parse_table(file.path, file.text, columns):
        found += [cells] if isinstance(cells, Problem) else _row(file.path, cells, kind)
    return found


def _row(path: str, cells: Cells, kind: type[Any]) -> list[Row | Problem]:
    data: dict[str, Any] = {k: v for k, v in cells.values.items() if not k.startswith("name_")}
    if kind is SignatoryRow:
        data["names"] = {k[5:]: v for k, v in cells.values.items() if k.startswith("name_")}
        if not data["names"]:
            rule, remedy = "a signatory must have a name", "Fill a name in one language or more."
            return [Problem(path, cells.line, rule, "", remedy)]
    document = Document(path, data, {}, cells.line)
    row = validated(kind, document)
    if isinstance(row, list):
        return [*row]
    contact = contact_problem(path, cells.line, row) if isinstance(row, SignatoryRow) else None
    return [contact or Row(cells.line, row)]
