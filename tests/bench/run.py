"""`python3 tasks.py bench`: how fast this builds, beside Hugo and stock Pelican.

Whole processes are timed as a user starts them, in turns: every side once, then every side again,
so that a machine that is busy for a while is so for all of them.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.clock import Failed, memory_can_be_told, peak_memory, seconds
from tests.bench.corpus import Corpus
from tests.bench.sides import CASES, COLUMNS, OUTPUT, Stand, sides
from tests.bench.table import Figure, counts, results

MANY = 10_000
FEW_RUNS = 3
"""Runs at most of a corpus of more than MANY texts."""


def main(words: list[str] | None = None) -> int:
    """Measure and print; 1 when a build went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="300,3000", help="numbers of texts, with commas")
    parser.add_argument("--runs", type=int, default=5, help="runs of each case")
    arguments = parser.parse_args(words)
    figures: dict[tuple[int, str, str], Figure] = {}
    try:
        for texts in map(int, arguments.sizes.split(",")):
            figures |= measured(texts, min(arguments.runs, FEW_RUNS if texts > MANY else 99))
    except PackageNotFoundError as problem:
        print(f"There is no package {problem.name!r}: install .lock/bench.txt.", file=sys.stderr)
        return 1
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"{results(figures)}\n\n{machine()} {_runs(figures)}")
    return 0


def _runs(figures: Mapping[tuple[int, str, str], Figure]) -> str:
    of_size = {texts: len(figure.runs) for (texts, _, _), figure in figures.items()}
    told = ", ".join(f"{runs} with {texts:,} texts" for texts, runs in of_size.items())
    return f"Medians of several runs ({told}); the programs took turns."


def measured(texts: int, runs: int) -> dict[tuple[int, str, str], Figure]:
    """The figures of a corpus; what the sides made of it is printed."""
    with TemporaryDirectory(prefix="bench-") as folder:
        stands = _stands(Corpus(texts), Path(folder))
        memory = {key: _memory(*key, texts, stands) for key in _keys(stands)}
        taken: dict[tuple[str, int], list[float]] = {key: [] for key in memory}
        for turn in range(1, runs + 1):
            for case, at in memory:
                _tell(texts, stands[at], case, f"run {turn} of {runs}")
                taken[case, at].append(_timed(stands[at], case, turn))
        print(f"{texts:,} texts\n\n{counts(_pages(stands))}\n")
    return {
        (texts, case, stands[at].side.column): Figure(tuple(found), memory[case, at])
        for (case, at), found in taken.items()
    }


def _stands(corpus: Corpus, folder: Path) -> list[Stand]:
    chosen = [side for side in sides() if corpus.texts <= side.most]
    _say(f"{corpus.texts:,} texts: writing them")
    return [Stand.made(side, corpus, folder / str(at)) for at, side in enumerate(chosen)]


def _keys(stands: list[Stand]) -> list[tuple[str, int]]:
    """Cases with the numbers of the sides that have them: all sides of a case stand together."""
    return [(case, at) for case in CASES for at, s in enumerate(stands) if case in s.side.cases]


def _memory(case: str, at: int, texts: int, stands: list[Stand]) -> int | None:
    """This run is also what warms up: it compiles modules and fills caches."""
    stand = stands[at]
    _tell(texts, stand, case, "memory")
    folder = stand.ready(case, 0)
    if memory_can_be_told():
        return peak_memory(stand.side.command, folder)
    seconds(stand.side.command, folder)
    return None


def _timed(stand: Stand, case: str, turn: int) -> float:
    return seconds(stand.side.command, stand.ready(case, turn))


def _pages(stands: list[Stand]) -> dict[str, list[str]]:
    """The paths of all pages by column."""
    found = {}
    for stand in stands:
        output = stand.root / OUTPUT
        paths = [path.relative_to(output).as_posix() for path in output.rglob("*.html")]
        found[stand.side.column] = paths
    return found


def machine() -> str:
    """What the figures depend on."""
    programs = [f"{column} {version(column.lower())}" for column in COLUMNS[1:]]
    system = f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}"
    return f"{system}, Python {platform.python_version()}, {', '.join(programs)}."


def _tell(texts: int, stand: Stand, case: str, what: str) -> None:
    _say(f"{texts:,} texts, {what}: {stand.side.column}, {case}")


def _say(words: str) -> None:
    """On a terminal, in one line that the next words replace."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words} ...\r", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
