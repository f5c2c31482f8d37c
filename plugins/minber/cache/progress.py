"""Work that is followed while it lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from plugins.minber.cache.crew import FEW, spread

J = TypeVar("J")
R = TypeVar("R")

Track = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done by now, and how much there is."""


def untold(_what: str, _done: int, _all: int) -> None:
    """A track that nobody follows."""


def worked_off(
    work: Callable[[Sequence[J]], Sequence[R]],
    jobs: Sequence[J],
    told: tuple[Track, str],
    few: int = FEW,
    *,
    apart: bool = False,
) -> Iterator[R]:
    """What `work` gives for each of the jobs, in no fixed order; see `spread`.

    `told` is the track with what it is told is being done.
    """
    track, what = told
    done = 0
    for portion in spread(work, jobs, few, apart=apart):
        yield from portion
        done += len(portion)
        track(what, done, len(jobs))
