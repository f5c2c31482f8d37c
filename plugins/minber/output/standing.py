"""What stands in the folder of the last release, and is still as it was released."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from plugins.minber.cache.store import Store

T = TypeVar("T")

_NUMBERS, _FILES, _WANTED = "release:", "files:", "wanted:"
"""What is kept of a release: its number, later ones have higher ones; its files; and the keys of
all that it was made of."""

_MOST = 8
"""Releases that are remembered: of the site, of its preview, of a build for another address …"""

_SLACK = 2
"""The cache is pruned when it has grown to so many times what the releases need."""

Record = tuple[str, int, int, int, int]
"""A file's key, size, time of change in nanoseconds, inode, and rights."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands now in the folder of a site."""

    keys: Mapping[str, str]
    """Of files that are as they were released, by path."""
    released: Mapping[str, str]
    """The keys of all files of the last release, by path."""
    is_intact: bool
    """Whether these stand there and nothing else."""


NOTHING = Standing({}, {}, is_intact=False)


def standing_in(folder: Path, store: Store) -> Standing:
    """What of the last release into a folder is left there."""
    files = _decoded(store.get(_FILES + _name(folder)), dict[str, Record])
    if not files:
        return NOTHING
    found = dict(files_below(folder))
    keys = {
        path: record[0]
        for path, record in files.items()
        if path in found and _record(record[0], found[path]) == record
    }
    is_intact = len(keys) == len(found) == len(files)
    released = {path: record[0] for path, record in files.items()}
    return Standing(keys, released, is_intact)


def files_below(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder by its path from there; what is no plain file counts too.

    An empty folder counts as a file with a slash at its end.
    """
    pending = [(str(folder), "")]
    while pending:
        place, shown = pending.pop()
        with os.scandir(place) as scan:
            children = list(scan)
            if shown and not children:
                yield shown, Path(place).stat()
            for child in children:
                path = f"{shown}{child.name}"
                if child.is_dir(follow_symlinks=False):
                    pending.append((child.path, f"{path}/"))
                else:
                    yield path, child.stat(follow_symlinks=False)


def remember(
    folder: Path, replaced: Path, keys: Mapping[str, str], wanted: Sequence[str], store: Store
) -> None:
    """Keep the record of a release that stands in a folder and is to replace another.

    Files without a key are not of it; `wanted` are the keys of all that it was made of.
    """
    files = {p: _record(keys[p], stat) for p, stat in files_below(folder) if p in keys}
    numbers = _numbers(store)
    own = _name(folder)
    latest = 1 + max(numbers.values(), default=0)
    gone = {_name(replaced), own, *sorted(numbers, key=lambda name: -numbers[name])[_MOST - 1 :]}
    store.delete(prefix + name for name in gone for prefix in (_NUMBERS, _FILES, _WANTED))
    records = {_NUMBERS: latest, _FILES: files, _WANTED: wanted}
    store.put_many((prefix + own, msgspec.json.encode(data)) for prefix, data in records.items())
    if len(store) > _SLACK * len(wanted):
        _prune(store)


def _prune(store: Store) -> None:
    names = _numbers(store)
    wanted = {prefix + name for name in names for prefix in (_NUMBERS, _FILES, _WANTED)}
    for name in names:
        wanted.update(_decoded(store.get(_WANTED + name), list[str]) or ())
    if len(store) > _SLACK * len(wanted):
        store.prune(wanted)


def _numbers(store: Store) -> dict[str, int]:
    """The releases that are remembered, by name."""
    blobs = store.get_many(store.keys(_NUMBERS))
    found = {key.removeprefix(_NUMBERS): _decoded(data, int) for key, data in blobs.items()}
    return {name: number for name, number in found.items() if number is not None}


def _record(key: str, stat: os.stat_result) -> Record:
    return key, stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_mode


def _decoded(data: bytes | None, kind: type[T]) -> T | None:
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(data or b"", type=kind)
    return None


def _name(folder: Path) -> str:
    """A folder by what the system calls it: a path would tie the cache to a machine."""
    with suppress(OSError):
        stat = folder.stat()
        return f"{stat.st_dev}-{stat.st_ino}"
    return "none"
