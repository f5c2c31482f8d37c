"""How many demands came to which outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.minber.views.items import Demand

OUTCOMES = ("met", "partly", "refused", "open")


@dataclass(frozen=True, slots=True)
class Tally:
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands first above a list of demands, in words."""

    met: int
    all: int
    others: tuple[Tally, ...]
    """The outcomes besides `met` that occur, in the order of `OUTCOMES`."""


def counted(demands: Sequence[Demand]) -> tuple[Tally, ...]:
    """The outcomes that occur, what was won first."""
    found = (Tally(o, sum(each.outcome == o for each in demands)) for o in OUTCOMES)
    return tuple(each for each in found if each.count)


def tally(demands: Sequence[Demand]) -> tuple[Tally, ...]:
    """The outcomes that occur; empty where no demand is decided."""
    found = counted(demands)
    return found if any(each.outcome != "open" for each in found) else ()


def summary(demands: Sequence[Demand]) -> Summary:
    """Of how many demands how many were met, and what became of the others."""
    others = tuple(each for each in counted(demands) if each.outcome != "met")
    return Summary(len(demands) - sum(each.count for each in others), len(demands), others)
