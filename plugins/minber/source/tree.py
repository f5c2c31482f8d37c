"""The whole tree of content, read in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.problems import Problem
from plugins.minber.source.files import File, read, walk
from plugins.minber.source.folders import Folder, Place, place_of


@dataclass(frozen=True, slots=True)
class Tree:
    folders: tuple[Folder, ...]
    """Campaigns, items and pages, sorted by path."""
    registers: Mapping[str, File]
    """The registry's files by name without ending."""


def read_tree(content: Path, languages: Iterable[str]) -> tuple[Tree, list[Problem]]:
    """Everything below `content`, and all that forbids to publish it."""
    problems: list[Problem] = []
    files: list[tuple[Place, File]] = []
    codes = tuple(languages)
    for found in walk(content, "content"):
        usable = found if isinstance(found, Problem) else _placed(*found, codes)
        if isinstance(usable, Problem):
            problems.append(usable)
        else:
            files.append(usable)
    folders = _folders(files)
    registers = {f.location.stem: f for place, f in files if place.kind == "registry"}
    return Tree(folders, registers), problems + _twins(folders)


def _placed(path: str, location: Path, codes: tuple[str, ...]) -> tuple[Place, File] | Problem:
    place = place_of(path, codes)
    if isinstance(place, Problem):
        return place
    file = read(path, location)
    return file if isinstance(file, Problem) else (place, file)


def _folders(files: Iterable[tuple[Place, File]]) -> tuple[Folder, ...]:
    grouped: dict[str, tuple[Place, dict[str, File]]] = {}
    for place, file in files:
        if place.kind != "registry":
            grouped.setdefault(place.folder, (place, {}))[1][place.name] = file
    return tuple(
        Folder(place.kind, place.campaign, place.slug, path, names)
        for path, (place, names) in sorted(grouped.items())
    )


def _twins(folders: Iterable[Folder]) -> list[Problem]:
    """Two items of a campaign with one slug would share an address."""
    first: dict[str, Folder] = {}
    problems = []
    for folder in folders:
        other = first.setdefault(folder.key, folder)
        if other is not folder:
            rule = f"a slug must be unique in its campaign; {other.path} has the same"
            problems.append(
                Problem(folder.path, 1, rule, folder.slug, "Rename one of the two folders.")
            )
    return problems
