"""A folder's files as one record; the registry's files as one registry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Document, parse_yaml
from plugins.minber.schema.facts import FACTS_OF_KIND, Facts
from plugins.minber.schema.registry import (
    ENTRY_OF_REGISTER,
    NAMED_IN_EACH_LANGUAGE,
    Entry,
    Registry,
)
from plugins.minber.schema.tables import (
    SIGNATURE_COLUMNS,
    Cells,
    SignatoryRow,
    SignatureRow,
    parse_table,
    signatory_columns,
)
from plugins.minber.schema.validation import validated
from plugins.minber.schema.words import WORDS_OF_KIND, WordsFile, split_front_matter
from plugins.minber.source.files import File
from plugins.minber.source.folders import Folder

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table and its line."""

    line: int
    data: Any


@dataclass(frozen=True, slots=True)
class Record:
    """What one folder says."""

    folder: Folder
    facts: Facts | None
    """None for a page, which has only words."""
    document: Document
    """Of facts.yaml; of a page, an empty one."""
    words: Mapping[str, WordsFile]
    """By language, in the order of the languages."""
    signatures: tuple[Row, ...]
    signatories: tuple[Row, ...]


def read_record(folder: Folder, languages: tuple[str, ...]) -> tuple[Record | None, list[Problem]]:
    """The record of a folder; None where a file of it cannot be used."""
    facts, document, problems = _facts(folder)
    words: dict[str, WordsFile] = {}
    for language in languages:
        if file := folder.files.get(f"{language}.md"):
            found = _words(folder.kind, language, file)
            if isinstance(found, list):
                problems += found
            else:
                words[language] = found
    if not any(f"{language}.md" in folder.files for language in languages):
        remedy = f"Add one of: {', '.join(f'{language}.md' for language in languages)}."
        problems.append(
            Problem(folder.path, 1, "a folder must have words in a language", "", remedy)
        )
    signatures = _rows(folder.files.get("signatures.csv"), SIGNATURE_COLUMNS, SignatureRow)
    signatories = _rows(
        folder.files.get("signatories.csv"), signatory_columns(languages), SignatoryRow
    )
    problems += [row for row in (*signatures, *signatories) if isinstance(row, Problem)]
    if problems:
        return None, problems
    rows = [tuple(r for r in t if isinstance(r, Row)) for t in (signatures, signatories)]
    return Record(folder, facts, document, words, rows[0], rows[1]), []


def _facts(folder: Folder) -> tuple[Facts | None, Document, list[Problem]]:
    path = folder.path_of("facts.yaml")
    empty = Document(path, {}, {})
    if folder.kind == "page":
        return None, empty, []
    if "facts.yaml" not in folder.files:
        remedy = "Add it with at least a line `published: 2021-10-01`."
        return None, empty, [Problem(path, 1, "a campaign or item must have facts", "", remedy)]
    document = parse_yaml(path, folder.files["facts.yaml"].text)
    if isinstance(document, Problem):
        return None, empty, [document]
    facts = validated(FACTS_OF_KIND[folder.kind], document)
    return (None, document, facts) if isinstance(facts, list) else (facts, document, [])


def _words(kind: str, language: str, file: File) -> WordsFile | list[Problem]:
    parts = split_front_matter(file.path, file.text)
    if isinstance(parts, Problem):
        return [parts]
    front_text, body, body_line = parts
    document = parse_yaml(file.path, front_text, first_line=2)
    if isinstance(document, Problem):
        return [document]
    front = validated(WORDS_OF_KIND[kind], document)
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
    document = Document(path, data, {}, cells.line)
    row = validated(kind, document)
    return [*row] if isinstance(row, list) else [Row(cells.line, row)]


def read_registry(
    registers: Mapping[str, File], languages: tuple[str, ...]
) -> tuple[Registry, Mapping[str, Document], list[Problem]]:
    """The registry, its documents by register, and what is wrong with them."""
    problems: list[Problem] = []
    entries: dict[str, dict[str, Any]] = {name: {} for name in ENTRY_OF_REGISTER}
    documents: dict[str, Document] = {}
    for register, file in sorted(registers.items()):
        document = parse_yaml(file.path, file.text)
        if isinstance(document, Problem):
            problems.append(document)
            continue
        documents[register] = document
        for id_ in document.data:
            found = _entry(register, id_, document, languages)
            if isinstance(found, list):
                problems += found
            else:
                entries[register][id_] = found
    return Registry(**entries), documents, problems


def _entry(
    register: str, id_: str, document: Document, languages: tuple[str, ...]
) -> Entry | list[Problem]:
    keys = document.data[id_]
    if not isinstance(keys, dict):
        rule = f"`{id_}` must have a name in each language"
        return [document.problem((id_,), rule, "", "Indent lines such as `kk: …` below it.")]
    names = {key: value for key, value in keys.items() if key in languages}
    rest = {key: value for key, value in keys.items() if key not in languages}
    lines = {loc[1:]: line for loc, line in document.lines.items() if loc[:1] == (id_,)}
    part = Document(document.path, {"id": id_, "names": names, **rest}, lines, lines[()])
    entry = validated(ENTRY_OF_REGISTER[register], part)
    if isinstance(entry, list):
        return entry
    problems = _missing_names(document, (id_,), entry.names, languages)
    if key := NAMED_IN_EACH_LANGUAGE.get(register):
        problems += _missing_names(document, (id_, key), getattr(entry, key), languages)
    return problems or entry


def _missing_names(
    document: Document, loc: tuple[str, ...], names: Mapping[str, str], languages: tuple[str, ...]
) -> list[Problem]:
    name = ".".join(loc)
    problems = [
        document.problem(
            loc, f"`{name}.{language}` must be given", "", "Add the name in this language."
        )
        for language in languages
        if language not in names
    ]
    unknown = sorted(set(names) - set(languages))
    return problems + [
        document.problem((*loc, code), "a name must be in a language of the site", code)
        for code in unknown
    ]
