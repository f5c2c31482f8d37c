"""The figures as a table for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.sides import CASES, COLUMNS, NOTHING

KINDS = {
    "choice of language": r"index",
    "home": r"\w\w/index",
    "campaign": r"\w\w/campaign-\d+(/index)?",
    "petition, statement, news": r"\w\w/campaign-\d+/.+",
    "list by kind and year": r"\w\w/(lists/)?(petitions|statements|news)(-\d{4})?",
    "topic": r"\w\w/topics/.+",
    "all texts": r"\w\w/all",
    "page": r"\w\w/(about|contact|privacy)",
    "not found": r"(\w\w/)?404",
}
"""The kinds of page by their paths without the ending."""
OTHERS = COLUMNS[1:]
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured of one case in one column."""

    runs: tuple[float, ...]
    """Seconds."""
    memory: int | None
    """Bytes at most."""

    @property
    def median(self) -> float:
        return median(self.runs)


Figures = Mapping[tuple[int, str, str], Figure]
"""By number of texts, case and column."""


def results(figures: Figures) -> str:
    """Medians, ratios to the others' builds from nothing, and memory of every case."""
    ratios = [f"÷ {column}" for column in OTHERS]
    head = ["texts", "case", *COLUMNS, *ratios, f"memory: {', '.join(COLUMNS)}"]
    sizes = sorted({texts for texts, _, _ in figures})
    rows = [_row(figures, texts, case) for texts in sizes for case in CASES]
    return markdown([head, *rows], "rlrrrrrr")


def _row(figures: Figures, texts: int, case: str) -> list[str]:
    found = [figures.get((texts, case, column)) for column in COLUMNS]
    times = [f"{each.median:.2f} s" if each else UNKNOWN for each in found]
    full = [figures.get((texts, NOTHING, column)) for column in OTHERS]
    ratios = [ratio_of(found[0], other) for other in full]
    return [f"{texts:,}", case, *times, *ratios, ", ".join(map(memory_of, found))]


def ratio_of(own: Figure | None, other: Figure | None) -> str:
    """Our time to another's."""
    return f"{own.median / other.median:.2f}" if own and other else UNKNOWN


def memory_of(figure: Figure | None) -> str:
    """The most that was held."""
    return f"{figure.memory / 1e6:,.0f} MB" if figure and figure.memory else UNKNOWN


def counts(paths: Mapping[str, Iterable[str]]) -> str:
    """How many pages of each kind stand in each column, in Markdown."""
    of_column = {column: Counter(map(kind_of, found)) for column, found in paths.items()}
    names = [*KINDS, "other"]
    rows = [[name, *(f"{c[name]:,}" for c in of_column.values())] for name in names]
    total = ["all", *(f"{c.total():,}" for c in of_column.values())]
    return markdown([["pages", *of_column], *rows, total], "l" + "r" * len(of_column))


def kind_of(path: str) -> str:
    """The kind of a page by its path from the root of the site."""
    stem = path.removesuffix(".html")
    return next((kind for kind, form in KINDS.items() if re.fullmatch(form, stem)), "other")


def markdown(rows: Sequence[Sequence[str]], sides: str) -> str:
    """Rows as a table, each column set to the left (l) or to the right (r)."""
    rule = ["---:" if side == "r" else "---" for side in sides]
    head, *others = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *others))
