"""The whole tree of content, read in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.problems import Problem
from plugins.minber.source.files import File, read, walk
from plugins.minber.source.folders import Folder, Place, name_problem, place_of, slug_problem


@dataclass(frozen=True, slots=True)
class Tree:
    folders: tuple[Folder, ...]
    """Campaigns, items and pages, sorted by path."""
    registry: Folder
    """The files of the registry; it has no campaign and no slug."""


def read_tree(content: Path, languages: Iterable[str]) -> tuple[Tree, list[Problem]]:
    """Everything below `content`, and all that forbids to publish it."""
    problems = [] if content.is_dir() else [_missing(content)]
    files: list[tuple[Place, File | Problem]] = []
    codes = tuple(languages)
    for path, location in walk(content, "content") if content.is_dir() else ():
        place = place_of(path)
        if isinstance(place, Problem):
            problems.append(location if isinstance(location, Problem) else place)
        elif isinstance(location, Problem):
            files.append((place, location))
        else:
            files.append((place, name_problem(path, place, codes) or read(path, location)))
    problems += [file for _, file in files if isinstance(file, Problem)]
    *folders, registry = _folders(files)
    if not folders and not problems:
        remedy = (
            "Run `python3 tasks.py new campaign` with its name, or look at PATH in the settings."
        )
        rule = "content must hold a campaign or a page"
        problems.append(Problem("content", 1, rule, "", remedy))
    return Tree(tuple(folders), registry), problems + _slugs(folders) + _twins(folders)


def _missing(content: Path) -> Problem:
    remedy = "Make it, or look at PATH in the settings."
    return Problem("content", 1, "the folder of content must be there", str(content), remedy)


def _folders(files: Iterable[tuple[Place, File | Problem]]) -> list[Folder]:
    """All folders by path; the registry, which sorts behind them, is there even when empty."""
    places = {"content/registry": Place("registry", "", "", "content/registry", "")}
    grouped: dict[str, dict[str, File | Problem]] = {"content/registry": {}}
    for place, file in files:
        places[place.folder] = place
        grouped.setdefault(place.folder, {})[place.name] = file
    return [_folder(places[path], names) for path, names in sorted(grouped.items())]


def _folder(place: Place, names: Mapping[str, File | Problem]) -> Folder:
    files = {name: file for name, file in names.items() if isinstance(file, File)}
    faulty = frozenset(names.keys() - files.keys())
    return Folder(place.kind, place.campaign, place.slug, place.folder, files, faulty)


def _slugs(folders: Iterable[Folder]) -> list[Problem]:
    named = {folder.path: folder.slug for folder in folders}
    named |= {f"content/campaigns/{f.campaign}": f.campaign for f in folders if f.campaign}
    found = (slug_problem(path, slug) for path, slug in sorted(named.items()))
    return [problem for problem in found if problem]


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
