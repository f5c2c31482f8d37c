"""The figures of picture work as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.bench.picture_files import Written
from tests.bench.sides import HUGO, OURS
from tests.bench.table import UNKNOWN, Figure, markdown, memory_of, ratio_of

SIDES = (OURS, HUGO)
Figures = Mapping[tuple[str, str], Figure]
"""By case and column."""
Files = Mapping[str, Sequence[Written]]
"""By column."""


def results(figures: Figures, speeds: Mapping[str, int]) -> str:
    """Medians, ratios and memory of every case; `speeds` has the number of photographs of some."""
    both = ", ".join(SIDES)
    head = ["case", *SIDES, f"÷ {HUGO}", f"photographs a second: {both}", f"memory: {both}"]
    cases = dict.fromkeys(case for case, _ in figures)
    return markdown([head, *(_row(figures, case, speeds.get(case, 0)) for case in cases)], "lrrrrr")


def _row(figures: Figures, case: str, photographs: int) -> list[str]:
    found = [figures.get((case, side)) for side in SIDES]
    times = [f"{each.median:.2f} s" if each else UNKNOWN for each in found]
    speeds = [_speed(each, photographs) for each in found]
    memory = map(memory_of, found)
    return [case, *times, ratio_of(*found), ", ".join(speeds), ", ".join(memory)]


def _speed(figure: Figure | None, photographs: int) -> str:
    return f"{photographs / figure.median:.1f}" if figure and photographs else UNKNOWN


def weights(files: Files) -> str:
    """How many files of each format and width each side wrote, and how large."""
    both = ", ".join(SIDES)
    means = [f"mean: {side}" for side in SIDES]
    head = ["format", "width", f"files: {both}", *means, f"÷ {HUGO}", f"all: {both}"]
    groups = sorted({(file.format, file.width) for side in SIDES for file in files[side]})
    rows = [_weighed(name, str(width), _those(files, name, width)) for name, width in groups]
    formats = sorted({name for name, _ in groups})
    sums = [_weighed(name, "all", _those(files, name)) for name in formats]
    return markdown([head, *rows, *sums], "lrrrrrr")


def _those(files: Files, name: str, width: int | None = None) -> list[list[int]]:
    """The sizes on each side."""
    return [_sizes(files[side], name, width) for side in SIDES]


def _sizes(files: Iterable[Written], name: str, width: int | None) -> list[int]:
    return [f.size for f in files if f.format == name and width in (None, f.width)]


def _weighed(name: str, width: str, sizes: Sequence[Sequence[int]]) -> list[str]:
    means = [sum(each) / len(each) if each else 0 for each in sizes]
    told = [f"{mean / 1e3:.1f} kB" if mean else UNKNOWN for mean in means]
    ratio = f"{means[0] / means[1]:.2f}" if all(means) else UNKNOWN
    counts = ", ".join(f"{len(each):,}" for each in sizes)
    sums = ", ".join(f"{sum(each) / 1e6:.1f} MB" for each in sizes)
    return [name, width, counts, *told, ratio, sums]
