"""Folders of the tree with the texts of their files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.problems import Problem
from plugins.minber.source.files import File, is_picture, read
from plugins.minber.source.folders import Folder
from plugins.minber.source.survey import Plot, Spot, survey


@dataclass(frozen=True, slots=True)
class Tree:
    folders: tuple[Folder, ...]
    """Campaigns, items and pages, sorted by path."""
    registry: Folder
    """The files of the registry; it has no campaign and no slug."""


def read_tree(content: Path, languages: Iterable[str]) -> tuple[Tree, list[Problem]]:
    """Everything below `content`, and all that forbids to publish it."""
    surveyed, problems = survey(content, languages, {})
    registry, found = read_folder(surveyed.registry)
    problems += found
    folders = []
    for plot in surveyed.plots:
        folder, found = read_folder(plot)
        folders.append(folder)
        problems += found
    return Tree(tuple(folders), registry), problems


def read_folder(plot: Plot) -> tuple[Folder, list[Problem]]:
    """A folder as it is now, and what forbids to use one of its files."""
    found = {name: _read(spot) for name, spot in plot.spots.items()}
    files = {name: file for name, file in found.items() if isinstance(file, File)}
    problems = [file for file in found.values() if isinstance(file, Problem)]
    faulty = plot.faulty | (found.keys() - files.keys())
    return Folder(plot.kind, plot.campaign, plot.slug, plot.path, files, faulty), problems


def _read(spot: Spot) -> File | Problem:
    if is_picture(spot.path):
        return File(spot.path, spot.digest, "")
    return read(spot.path, spot.location)
