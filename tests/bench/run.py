"""`python3 tasks.py bench`: how fast this builds, beside Hugo and stock Pelican.

Whole processes are timed as a user starts them.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import pictures
from tests.bench.clock import Failed
from tests.bench.corpus import Corpus
from tests.bench.sides import CASES, COLUMNS, OUTPUT, Stand, sides
from tests.bench.table import Figure, counts, results
from tests.bench.turns import measured, say

MANY = 10_000
FEW_RUNS = 3
"""Runs at most of a corpus of more than MANY texts."""


def main(words: list[str] | None = None) -> int:
    """Measure and print; 1 when a build went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="300,3000", help="numbers of texts, with commas")
    parser.add_argument("--runs", type=int, default=5, help="runs of each case")
    parser.add_argument("--pictures", type=int, default=0, help="photographs, and no other texts")
    arguments = parser.parse_args(words)
    try:
        if arguments.pictures:
            report = _of_pictures(arguments.pictures, arguments.runs)
        else:
            report = _of_texts(list(map(int, arguments.sizes.split(","))), arguments.runs)
    except PackageNotFoundError as problem:
        print(f"There is no package {problem.name!r}: install .lock/bench.txt.", file=sys.stderr)
        return 1
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(report)
    return 0


def _of_texts(sizes: Sequence[int], runs: int) -> str:
    figures: dict[tuple[int, str, str], Figure] = {}
    for texts in sizes:
        figures |= _of_corpus(texts, min(runs, FEW_RUNS if texts > MANY else 99))
    return f"{results(figures)}\n\n{machine(*COLUMNS[1:])} {_runs(figures)}"


def _of_pictures(count: int, runs: int) -> str:
    tables = pictures.report(count, runs)
    told = f"Medians of several runs ({runs} of each case); the programs took turns."
    return f"{tables}\n\n{machine(*COLUMNS[1:], 'Pillow')} {told}"


def _runs(figures: Mapping[tuple[int, str, str], Figure]) -> str:
    of_size = {texts: len(figure.runs) for (texts, _, _), figure in figures.items()}
    told = ", ".join(f"{runs} with {texts:,} texts" for texts, runs in of_size.items())
    return f"Medians of several runs ({told}); the programs took turns."


def _of_corpus(texts: int, runs: int) -> dict[tuple[int, str, str], Figure]:
    """The figures of a corpus; what the sides made of it is printed."""
    with TemporaryDirectory(prefix="bench-") as folder:
        stands = _stands(Corpus(texts), Path(folder))
        figures = measured(stands, CASES, runs, f"{texts:,} texts")
        print(f"{texts:,} texts\n\n{counts(_pages(stands))}\n")
    return {(texts, *key): figure for key, figure in figures.items()}


def _stands(corpus: Corpus, folder: Path) -> list[Stand]:
    chosen = [side for side in sides() if corpus.texts <= side.most]
    say(f"{corpus.texts:,} texts: writing them")
    return [Stand.made(side, corpus, folder / str(at)) for at, side in enumerate(chosen)]


def _pages(stands: list[Stand]) -> dict[str, list[str]]:
    """The paths of all pages by column."""
    found = {}
    for stand in stands:
        output = stand.root / OUTPUT
        paths = [path.relative_to(output).as_posix() for path in output.rglob("*.html")]
        found[stand.side.column] = paths
    return found


def machine(*packages: str) -> str:
    """What the figures depend on; raises PackageNotFoundError."""
    programs = [f"{name} {version(name.lower())}" for name in packages]
    system = f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}"
    return f"{system}, Python {platform.python_version()}, {', '.join(programs)}."


if __name__ == "__main__":
    sys.exit(main())
