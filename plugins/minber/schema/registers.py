"""The registry's files, read into one registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plugins.minber.problems import Problem, listed
from plugins.minber.schema.documents import Document, Loc, parse_yaml
from plugins.minber.schema.registry import (
    ENTRY_OF_REGISTER,
    NAMED_IN_EACH_LANGUAGE,
    Entry,
    Registers,
    Registry,
)
from plugins.minber.schema.types import Id
from plugins.minber.schema.validation import keys_of, unknown_key, validated
from plugins.minber.source.folders import Folder

_NOT_WRITTEN = ("id", "names")
"""Fields of an entry that come from its place and from the keys of the languages."""


def read_registers(folder: Folder, languages: tuple[str, ...]) -> tuple[Registers, list[Problem]]:
    """All registers; a file that is not there holds nothing."""
    entries: dict[str, Mapping[str, Any]] = {}
    ids: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    for register in ENTRY_OF_REGISTER:
        document = _document(folder, f"{register}.yaml")
        if isinstance(document, Document):
            ids[register] = frozenset(document.data)
            found = _entries(register, document, languages)
            entries[register], faults = ({}, found) if isinstance(found, list) else (found, [])
            problems += faults
        else:
            entries[register] = {}
            problems += [document] if document else []
    return Registers(Registry(**entries), ids), problems


def _document(folder: Folder, name: str) -> Document | Problem | None:
    """None for a file that has a problem of its own already."""
    if name in folder.faulty:
        return None
    path = folder.path_of(name)
    text = folder.files[name].text if name in folder.files else ""
    return parse_yaml(path, text)


def _entries(
    register: str, document: Document, languages: tuple[str, ...]
) -> Mapping[str, Entry] | list[Problem]:
    own = tuple(k for k in keys_of(ENTRY_OF_REGISTER[register]) if k not in _NOT_WRITTEN)
    problems = [*_keys(register, document, (*languages, *own), languages)]
    data = {
        id_: _as_fields(id_, keys, own, languages) if isinstance(keys, dict) else keys
        for id_, keys in document.data.items()
    }
    kind: Any = dict[Id, ENTRY_OF_REGISTER[register]]  # type: ignore[valid-type]
    valid = validated(kind, Document(document.path, data, document.lines))
    if isinstance(valid, list):
        return problems + valid
    return problems or [*_successors(document), *_letters(document, languages)] or valid


def _as_fields(
    id_: str, keys: Mapping[str, Any], own: tuple[str, ...], languages: tuple[str, ...]
) -> Mapping[str, Any]:
    names = {key: value for key, value in keys.items() if key in languages}
    return {"id": id_, "names": names} | {k: v for k, v in keys.items() if k in own}


def _keys(
    register: str, document: Document, known: tuple[str, ...], languages: tuple[str, ...]
) -> Iterator[Problem]:
    """A name in each language, and no key that nobody reads."""
    for id_, keys in document.data.items():
        if isinstance(keys, dict):
            yield from _in_each_language(document, (id_,), keys, languages)
            others = {k: value for k, value in keys.items() if k not in known}
            yield from (unknown_key(document, (id_, k), known, v) for k, v in others.items())
            if key := NAMED_IN_EACH_LANGUAGE.get(register):
                yield from _texts_in_each_language(document, (id_, key), keys.get(key), languages)


def _texts_in_each_language(
    document: Document, loc: Loc, texts: object, languages: tuple[str, ...]
) -> Iterator[Problem]:
    if texts is None:
        texts = {}
    if isinstance(texts, dict):
        yield from _in_each_language(document, loc, texts, languages)
        others = {code: text for code, text in texts.items() if code not in languages}
        yield from (unknown_key(document, (*loc, c), languages, t) for c, t in others.items())


def _in_each_language(
    document: Document, loc: Loc, texts: Mapping[str, Any], languages: tuple[str, ...]
) -> Iterator[Problem]:
    missing = [code for code in languages if code not in texts]
    if missing:
        name = ".".join(map(str, loc))
        rule = f"`{name}` must be named in each language of the site"
        remedy = f"Add {listed(f'`{code}: …`' for code in missing)} to it."
        yield document.problem(loc, rule, "", remedy)


def _successors(document: Document) -> Iterator[Problem]:
    for id_, keys in document.data.items():
        successor = keys.get("successor")
        if successor and successor not in document.data:
            rule = f"`{id_}.successor` must be an id of this file"
            remedy = f"There are: {listed(document.data)}."
            yield document.problem((id_, "successor"), rule, successor, remedy)


def _letters(document: Document, languages: tuple[str, ...]) -> Iterator[Problem]:
    """A letter can be written only in a language of the site."""
    for id_, keys in document.data.items():
        for number, code in enumerate(keys.get("languages", ())):
            if code not in languages:
                rule = f"`{id_}.languages.{number}` must be a language of the site"
                remedy = f"There are: {listed(languages)}."
                yield document.problem((id_, "languages", number), rule, code, remedy)
