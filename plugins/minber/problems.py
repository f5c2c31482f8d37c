"""What an editor must mend: where, what must be true, what was found, and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    path: str
    """As an editor would type it: `content/…`, with forward slashes."""
    line: int
    """Counted from 1; 0 where what is wrong stands on no certain line."""
    rule: str
    """What must be true, in plain words."""
    found: str = ""
    """The value found; "" where something is missing."""
    remedy: str = ""
    """A sentence that says what to do."""

    def __str__(self) -> str:
        found = f", found {shortened(self.found)}" if self.found else ""
        remedy = f". {self.remedy}" if self.remedy else "."
        place = f"{self.path}:{self.line}" if self.line else self.path
        return " ".join(f"{place}: {self.rule}{found}{remedy}".split())


def in_settings(
    rule: str, found: object = "", remedy: str = "Correct it; README.md says how."
) -> Problem:
    """What is wrong with a setting, which the rule names.

    It names no file: settings may come from two files, the environment and the command line.
    """
    return Problem("settings", 0, rule, str(found), remedy)


class SiteRefused(Exception):
    """There are problems, so no site is made; the one that stands stays.

    Pelican's command line ends with `exitcode`.
    """

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = ordered(problems)
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        super().__init__(f"{count} {noun}; no site was built, the one before stays as it was")

    def __reduce__(self) -> tuple[type[SiteRefused], tuple[tuple[Problem, ...]]]:
        """How another process sends it: with its problems, not with its sentence."""
        return type(self), (self.problems,)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by path and line."""
    return tuple(sorted(set(problems)))


def report(problems: Iterable[Problem]) -> str:
    """One line a problem."""
    return "\n".join(str(problem) for problem in ordered(problems))


def listed(values: Iterable[object]) -> str:
    """The values that would be right, for a remedy: `a, b, c`."""
    return ", ".join(sorted(str(value) for value in values))


def shortened(value: str, limit: int = 80) -> str:
    """The value on one line, quoted, cut where it is long."""
    one_line = " ".join(value.split())
    return f"“{one_line if len(one_line) <= limit else one_line[: limit - 1] + '…'}”"
