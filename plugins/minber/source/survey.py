"""What stands in the tree of content, by digest: enough to tell what has changed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.problems import Problem
from plugins.minber.source.files import Met, digest_of_file, walk
from plugins.minber.source.folders import Place, allowed_names, name_problem, place_of, slug_problem

Stamp = tuple[int, int, int, int, str]
"""Size, times of change of the bytes and of the entry in nanoseconds, inode; and the digest."""

_SETTLING = 2_000_000_000
"""Nanoseconds in which a file may change again without another time: FAT counts in two seconds."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A file that stands in its place."""

    path: str
    """From the folder above `content/`, with forward slashes: what problems print."""
    location: str
    """Where the system finds it."""
    digest: str
    """SHA-256 of the bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A campaign, an item, a page or the registry with the files that stand in it, unread."""

    kind: str
    """campaign, petition, statement, news, page or registry."""
    campaign: str
    """The slug of the campaign; "" for a page."""
    slug: str
    path: str
    spots: Mapping[str, Spot]
    """By file name, sorted."""
    faulty: frozenset[str]
    """Names of files that stand here and cannot be used; each has a problem of its own."""

    @property
    def key(self) -> str:
        """`campaign/item`, `campaign` or `pages/page`: unique in the tree."""
        if self.kind == "page":
            return f"pages/{self.slug}"
        return self.slug if self.kind == "campaign" else f"{self.campaign}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Survey:
    """The whole tree."""

    plots: tuple[Plot, ...]
    """Campaigns, items and pages, sorted by path."""
    registry: Plot
    stamps: Mapping[str, Stamp]
    """Of files that will not change unseen, by path: what the next survey may go by."""


def survey(
    content: Path, languages: Iterable[str], known: Mapping[str, Stamp]
) -> tuple[Survey, list[Problem]]:
    """Every file below `content`, and what its place and its name forbid.

    A file whose stamp is known is not read again, as in the index of Git.
    """
    if not content.is_dir():
        return Survey((), _plot(_REGISTRY, {}), {}), [_missing(content)]
    problems: list[Problem] = []
    stamps: dict[str, Stamp] = {}
    places: dict[str, Place] = {}
    found: dict[str, dict[str, Spot | Problem]] = {_REGISTRY.folder: {}}
    names = allowed_names(languages)
    settled = time.time_ns() - _SETTLING
    for path, met in walk(str(content), "content"):
        place = place_of(path)
        if isinstance(place, Problem):
            problems.append(met if isinstance(met, Problem) else place)
            continue
        spot = _spot(path, place, met, names, known)
        if isinstance(spot, Spot) and isinstance(met, Met):
            stamp = _stamp(met, spot.digest)
            if max(stamp[1], stamp[2]) < settled:
                stamps[path] = stamp
        places[place.folder] = place
        found.setdefault(place.folder, {})[place.name] = spot
    problems += [s for spots in found.values() for s in spots.values() if isinstance(s, Problem)]
    registry = _plot(_REGISTRY, found.pop(_REGISTRY.folder))
    plots = tuple(_plot(places[path], spots) for path, spots in sorted(found.items()))
    if not plots and not problems:
        problems.append(_empty())
    problems += [*_slugs(plots), *_twins(plots)]
    return Survey(plots, registry, stamps), problems


_REGISTRY = Place("registry", "", "", "content/registry", "")


def _spot(
    path: str,
    place: Place,
    met: Met | Problem,
    names: Mapping[str, tuple[str, ...]],
    known: Mapping[str, Stamp],
) -> Spot | Problem:
    if isinstance(met, Problem):
        return met
    if problem := name_problem(path, place, names[place.kind]):
        return problem
    stamp = known.get(path)
    if stamp and stamp == _stamp(met, stamp[4]):
        return Spot(path, met.location, stamp[4])
    digest = digest_of_file(path, met.location)
    return digest if isinstance(digest, Problem) else Spot(path, met.location, digest)


def _stamp(met: Met, digest: str) -> Stamp:
    stat = met.stat
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, digest


def _plot(place: Place, found: Mapping[str, Spot | Problem]) -> Plot:
    spots = {name: spot for name, spot in sorted(found.items()) if isinstance(spot, Spot)}
    faulty = frozenset(found.keys() - spots.keys())
    return Plot(place.kind, place.campaign, place.slug, place.folder, spots, faulty)


def _missing(content: Path) -> Problem:
    remedy = "Make it, or look at PATH in the settings."
    return Problem("content", 1, "the folder of content must be there", str(content), remedy)


def _empty() -> Problem:
    remedy = "Run `python3 tasks.py new campaign` with its name, or look at PATH in the settings."
    return Problem("content", 1, "content must hold a campaign or a page", "", remedy)


def _slugs(plots: Iterable[Plot]) -> list[Problem]:
    named = {plot.path: plot.slug for plot in plots}
    named |= {f"content/campaigns/{p.campaign}": p.campaign for p in plots if p.campaign}
    found = (slug_problem(path, slug) for path, slug in sorted(named.items()))
    return [problem for problem in found if problem]


def _twins(plots: Iterable[Plot]) -> list[Problem]:
    """Two items of a campaign with one slug would share an address."""
    first: dict[str, Plot] = {}
    problems = []
    for plot in plots:
        other = first.setdefault(plot.key, plot)
        if other is not plot:
            rule = f"a slug must be unique in its campaign; {other.path} has the same"
            remedy = "Rename one of the two folders."
            problems.append(Problem(plot.path, 1, rule, plot.slug, remedy))
    return problems
