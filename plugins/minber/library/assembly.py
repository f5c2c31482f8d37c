"""From the tree of content to the library of what is published on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.library.keeping import keys_of
from plugins.minber.library.model import Campaign, Item, Library, newest_first
from plugins.minber.library.privacy import (
    declared_in,
    declared_in_registry,
    privacy_problems,
)
from plugins.minber.library.reading import Means, Reading
from plugins.minber.library.references import Shelf, breaches, told
from plugins.minber.library.shelving import STAMPS, Workroom, read_all, read_registry
from plugins.minber.problems import Problem
from plugins.minber.schema.days import day_of
from plugins.minber.schema.registry import Registers, Registry
from plugins.minber.source.survey import Plot, survey
from plugins.minber.source.tree import read_folder


@dataclass(frozen=True, slots=True)
class Plan:
    """What the library is made for."""

    content: Path
    means: Means
    with_drafts: bool = False
    """Drafts and what is to be published later too: for the editor's eyes only."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The library, and everything that an editor must mend before it may be published."""

    library: Library
    problems: tuple[Problem, ...]
    plots: Mapping[str, Plot]
    """Every folder by its path."""
    read: int
    """Folders that had to be read, as nothing was kept of them."""
    converted: int
    """Texts in them."""
    used: tuple[str, ...]
    """The keys of all that the workroom keeps of them."""


def assemble(plan: Plan, workroom: Workroom) -> Assembled:
    """Everything below the folder of content; what is kept in the workroom is not read again."""
    means = plan.means
    surveyed, problems = survey(plan.content, means.codes, workroom.stamps())
    workroom.keep_stamps(surveyed.stamps)
    registers, private, found, key = read_registry(surveyed.registry, means, workroom.store)
    problems += found
    readings, read = read_all(surveyed.plots, means, workroom)
    hidden = _hidden(plan, [reading.item for reading in readings])
    shelf = _shelf(readings, registers, hidden)
    declared = {each for reading in readings for each in declared_in(reading.item)}
    declared |= declared_in_registry(registers.registry)
    problems += privacy_problems(private, declared)
    for plot, reading in zip(surveyed.plots, readings, strict=True):
        problems += reading.problems
        problems += privacy_problems(reading.findings, declared)
        problems += _breaches(plot, reading, shelf, means)
    shown = [r.item for r in readings if r.item.key not in hidden and r.is_whole]
    return Assembled(
        library=_library(means, shown, registers.registry),
        problems=tuple(problems),
        plots={plot.path: plot for plot in surveyed.plots},
        read=len(read),
        converted=sum(len(reading.item.editions) for reading in read),
        used=(STAMPS, key, *(k for reading in readings for k in keys_of(reading.item))),
    )


def _breaches(plot: Plot, reading: Reading, shelf: Shelf, means: Means) -> list[Problem]:
    """What is wrong between a folder and others; only then its files are read for the lines."""
    found = breaches(reading.item, shelf)
    if not found:
        return []
    from plugins.minber.schema.records import read_record

    record, _ = read_record(read_folder(plot)[0], means.codes)
    return [told(breach, record) for breach in found]


def _shelf(readings: Iterable[Reading], registers: Registers, hidden: frozenset[str]) -> Shelf:
    by_path = {reading.item.path: reading for reading in readings}
    by_key = {reading.item.key: reading.item for reading in readings}
    return Shelf(registers.ids, registers.registry.platforms, by_path, by_key, hidden)


def _hidden(plan: Plan, items: list[Item]) -> frozenset[str]:
    """Keys of drafts and of what is to be published later, and of all items of such campaigns."""
    own = {item.key for item in items if not (plan.with_drafts or _is_public(item, plan.means))}
    return frozenset(own | {item.key for item in items if item.campaign in own})


def _is_public(item: Item, means: Means) -> bool:
    if item.facts is None:
        return True
    return not item.facts.draft and day_of(item.facts.published) <= means.today


def _library(means: Means, items: list[Item], registry: Registry) -> Library:
    of_campaign: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.kind not in ("campaign", "page"):
            of_campaign[item.campaign].append(item)
    campaigns = [
        Campaign(item, tuple(sorted(of_campaign[item.slug], key=newest_first)))
        for item in items
        if item.kind == "campaign"
    ]
    return Library(
        languages=means.languages,
        campaigns=tuple(sorted(campaigns, key=_newest_campaign_first)),
        pages=tuple(item for item in items if item.kind == "page"),
        registry=registry,
        today=means.today,
        by_path={item.path: item for item in items},
        by_key={item.key: item for item in items},
    )


def _newest_campaign_first(campaign: Campaign) -> tuple[tuple[int, int, int, str], str]:
    return min(newest_first(i) for i in (campaign.item, *campaign.items)), campaign.item.key
