"""Sides that take turns: every side once, then every side again.

So a machine that is busy for a while is so for all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.bench.clock import memory_can_be_told, peak_memory, seconds
from tests.bench.sides import Stand
from tests.bench.table import Figure


def measured(
    stands: Sequence[Stand], cases: Sequence[str], runs: int, label: str
) -> dict[tuple[str, str], Figure]:
    """The figures by case and column; `label` tells on a terminal what is measured."""
    keys = _keys(stands, cases)
    memory = {(case, at): _memory(stands[at], case, label) for case, at in keys}
    taken: dict[tuple[str, int], list[float]] = {key: [] for key in keys}
    for turn in range(1, runs + 1):
        for case, at in keys:
            _tell(stands[at], case, f"{label}, run {turn} of {runs}")
            taken[case, at].append(_timed(stands[at], case, turn))
    return {
        (case, stands[at].side.column): Figure(tuple(found), memory[case, at])
        for (case, at), found in taken.items()
    }


def _keys(stands: Sequence[Stand], cases: Sequence[str]) -> list[tuple[str, int]]:
    """Cases with the numbers of the sides that have them: all sides of a case stand together."""
    return [(case, at) for case in cases for at, s in enumerate(stands) if case in s.side.cases]


def _memory(stand: Stand, case: str, label: str) -> int | None:
    """This run is also what warms up: it compiles modules and fills caches."""
    _tell(stand, case, f"{label}, memory")
    folder = stand.ready(case, 0)
    if memory_can_be_told():
        return peak_memory(stand.side.command, folder)
    seconds(stand.side.command, folder)
    return None


def _timed(stand: Stand, case: str, turn: int) -> float:
    return seconds(stand.side.command, stand.ready(case, turn))


def _tell(stand: Stand, case: str, what: str) -> None:
    say(f"{what}: {stand.side.column}, {case}")


def say(words: str) -> None:
    """On a terminal, in one line that the next words replace."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words} ...\r", end="", file=sys.stderr, flush=True)
