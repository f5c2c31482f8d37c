"""All folders' readings: those that are kept, and the others read by all processors at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from plugins.minber.cache.crew import spread
from plugins.minber.cache.progress import Track, untold
from plugins.minber.cache.store import Store
from plugins.minber.library.keeping import (
    blobs_of,
    kept_body,
    kept_readings,
    kept_registry,
    packed,
    registry_blob,
    registry_key,
    unpacked,
)
from plugins.minber.library.model import Item
from plugins.minber.library.privacy import Finding, private_findings
from plugins.minber.library.reading import Means, Reading, item_digest
from plugins.minber.problems import Problem
from plugins.minber.schema.registry import Registers
from plugins.minber.source.folders import REGISTERS
from plugins.minber.source.survey import Plot, Stamp
from plugins.minber.source.tree import read_folder

STAMPS = "stamps"

_Read = tuple[str, bytes, Mapping[str, str], Reading | None]
"""The path of a folder, its reading in bytes, the HTML of its texts; or, where it has problems,
the reading as it is."""


@dataclass(frozen=True, slots=True)
class Workroom:
    """Where work is kept, and who is told how it goes."""

    store: Store
    track: Track = untold

    def stamps(self) -> Mapping[str, Stamp]:
        """What the last survey has seen of each file."""
        with suppress(msgspec.DecodeError):
            return msgspec.json.decode(self.store.get(STAMPS) or b"{}", type=dict[str, Stamp])
        return {}

    def keep_stamps(self, stamps: Mapping[str, Stamp]) -> None:
        """Remember for the next survey what this one has seen."""
        data = msgspec.json.encode(stamps)
        if data != self.store.get(STAMPS):
            self.store.put_many([(STAMPS, data)])


def read_all(
    plots: Sequence[Plot], means: Means, workroom: Workroom
) -> tuple[list[Reading], list[Reading]]:
    """The readings of all folders in their order, and those of them that were not kept."""
    digests = {plot.path: _digest(plot, means) for plot in plots}
    kinds = {digests[plot.path]: plot.kind for plot in plots if not plot.faulty}
    kept = kept_readings(workroom.store, kinds)
    usable = {d: reading for d, reading in kept.items() if not _is_later(reading, means)}
    fresh = _fresh([plot for plot in plots if digests[plot.path] not in usable], means, workroom)
    readings = [usable.get(digests[plot.path]) or fresh[plot.path] for plot in plots]
    return readings, list(fresh.values())


def _digest(plot: Plot, means: Means) -> str:
    files = {name: spot.digest for name, spot in plot.spots.items()}
    return item_digest(means.basis, plot.kind, plot.path, files)


def _is_later(reading: Reading, means: Means) -> bool:
    """Whether it was found sound on a later day, and may tell of what has not happened yet."""
    return reading.happened is not None and reading.happened > means.today


def _fresh(plots: Sequence[Plot], means: Means, workroom: Workroom) -> dict[str, Reading]:
    """Readings by the path of their folder; those without problems are kept."""
    kinds = {plot.path: plot.kind for plot in plots}
    found: dict[str, Reading] = {}

    def read(portion: Sequence[Plot]) -> list[_Read]:
        return [_read(plot, means) for plot in portion]

    for portion in spread(read, plots):
        blobs: list[tuple[str, bytes]] = []
        for path, data, bodies, faulty in portion:
            reading = faulty or unpacked(kinds[path], data)
            found[path] = reading
            blobs += [] if faulty else blobs_of(reading.item.digest, data, bodies)
        workroom.store.put_many(blobs)
        workroom.track("Reading", len(found), len(plots))
    return found


def _read(plot: Plot, means: Means) -> _Read:
    # Only now: what is kept is had without all that reads content.
    from plugins.minber.library.reader import read_plot

    reading, bodies = read_plot(plot, means)
    if reading.problems:
        return plot.path, b"", {}, reading
    return plot.path, packed(reading), bodies, None


def body_of(
    item: Item, language: str, plots: Mapping[str, Plot], means: Means, store: Store
) -> str:
    """The HTML of an item's text in a language, made anew where it is not kept."""
    body = kept_body(store, item, language)
    if body is None:
        from plugins.minber.library.reader import read_plot

        body = read_plot(plots[item.path], means)[1][language]
    return body


def read_registry(
    plot: Plot, means: Means, store: Store
) -> tuple[Registers, tuple[Finding, ...], list[Problem], str]:
    """The registers with tidy names, private data in them, what is wrong, where they are kept."""
    digest = _digest(plot, means)
    if not plot.faulty and (kept := kept_registry(store, digest)):
        registry, findings = kept
        ids = {name: frozenset(getattr(registry, name)) for name in REGISTERS}
        return Registers(registry, ids), findings, [], registry_key(digest)
    from plugins.minber.library.editions import tidied_registry
    from plugins.minber.schema.registers import read_registers

    folder, problems = read_folder(plot)
    registers, found = read_registers(folder, means.codes)
    findings = private_findings(folder)
    tidy = Registers(tidied_registry(registers.registry, means.languages), registers.ids)
    if not (problems or found):
        store.put_many([registry_blob(digest, tidy.registry, findings)])
    return tidy, findings, problems + found, registry_key(digest)
