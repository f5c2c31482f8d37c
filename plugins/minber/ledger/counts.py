"""What the rows of signatures.csv add up to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from plugins.minber.languages.when import When
from plugins.minber.problems import Problem, listed
from plugins.minber.schema.facts import PetitionFacts, RouteFacts, ThresholdFacts
from plugins.minber.schema.records import Row
from plugins.minber.schema.tables import SignatureRow

ON_PAPER = "paper"
"""A kind of signatures, and what a route on paper goes by that has no platform."""


@dataclass(frozen=True, slots=True)
class Total:
    """The newest rows of a ledger: each row is the total of its platform on its day."""

    count: int
    """Online and paper of all platforms; verified signatures are a part of them."""
    is_over: bool
    as_of: When
    parts: tuple[SignatureRow, ...]
    """The newest online and paper row of each platform, the largest first."""
    verified: int | None
    verified_parts: tuple[SignatureRow, ...]
    """The newest verified row of each platform, the largest first."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """The day on which a total first reached a number worth naming."""

    when: When
    count: int
    is_over: bool


def total_of(rows: Iterable[SignatureRow]) -> Total | None:
    """The petition's total; None where no online or paper row is known (never 0)."""
    ordered = sorted(rows, key=lambda row: row.date.place)
    return _total({(row.platform, row.kind): row for row in ordered}.values())


def history(rows: Iterable[SignatureRow]) -> list[Total]:
    """The total after each day that has a row, in order."""
    newest: dict[tuple[str, str], SignatureRow] = {}
    totals: list[Total] = []
    ordered = sorted(rows, key=lambda row: row.date.place)
    for _, of_day in groupby(ordered, key=lambda row: row.date.place):
        newest |= {(row.platform, row.kind): row for row in of_day}
        if total := _total(newest.values()):
            totals.append(total)
    return totals


def _total(newest: Collection[SignatureRow]) -> Total | None:
    parts = [row for row in newest if row.kind != "verified"]
    if not parts:
        return None
    verified = [row for row in newest if row.kind == "verified"]
    return Total(
        count=sum(row.number for row in parts),
        is_over=any(row.is_over for row in parts),
        as_of=_newest(row.date for row in parts),
        parts=_largest_first(parts),
        verified=sum(row.number for row in verified) if verified else None,
        verified_parts=_largest_first(verified),
    )


def _newest(dates: Iterable[When]) -> When:
    """The last of some dates; only its month where another is known no better than that."""
    known = sorted(dates, key=lambda when: when.place)
    last = known[-1]
    vague = (each for each in known if (each.year, each.month) == (last.year, last.month))
    return next((each for each in vague if not each.has_day), last)


def _largest_first(rows: Iterable[SignatureRow]) -> tuple[SignatureRow, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.number, row.platform, row.kind)))


def age_of(total: Total, today: date) -> int:
    """Days since a total was read; of one that is known to the month, since the month's end."""
    return (today - total.as_of.last_day).days


def milestones(totals: Iterable[Total], named: Iterable[int]) -> list[Milestone]:
    """The first day of each number of `named` and of each round number that was passed.

    Several numbers passed on one day are one milestone, with the total of that day.
    """
    found: list[Milestone] = []
    before = 0
    wanted = frozenset(named)
    for total in totals:
        if any(
            before < number <= total.count for number in (*wanted, *_round_numbers(total.count))
        ):
            found.append(Milestone(total.as_of, total.count, total.is_over))
        before = total.count
    return found


def first_reached(totals: Iterable[Total], number: int) -> When | None:
    """The day on which the total first was at least `number`; None when it never was."""
    total = first_total(totals, number)
    return total.as_of if total else None


def first_total(totals: Iterable[Total], number: int) -> Total | None:
    """The first total of at least `number`; None when there is none."""
    return next((total for total in totals if total.count >= number), None)


def thresholds_with_days(
    facts: PetitionFacts, rows: Iterable[SignatureRow]
) -> list[tuple[ThresholdFacts, When | None]]:
    """A petition's thresholds, the lowest first, with the day on which each was first reached."""
    totals = history(rows)
    ordered = sorted(facts.thresholds, key=lambda each: each.count)
    return [(each, first_reached(totals, each.count)) for each in ordered]


def _round_numbers(limit: int) -> Iterator[int]:
    power = 100
    while power <= limit:
        yield from (power, 5 * power)
        power *= 10


def ledger_problems(
    path: str, rows: Collection[Row], routes: Iterable[RouteFacts] | None, today: date
) -> list[Problem]:
    """Totals never fall, are not of the future, belong to a way to sign, and hold the verified.

    A way without a platform goes by its kind: signatures on paper stand under `paper`.
    `routes` is None where the facts have problems of their own.
    """
    known = None if routes is None else {route.platform or route.kind for route in routes}
    problems: list[Problem] = []
    before: dict[tuple[str, str], SignatureRow] = {}
    for row in sorted(rows, key=lambda row: (row.data.date.place, row.line)):
        signed: SignatureRow = row.data
        problems += _row_problems(path, row, known, today)
        key = signed.platform, signed.kind
        if key in before:
            problems += _order_problems(path, row, before[key])
        before[key] = max(signed, before.get(key, signed), key=lambda each: each.number)
    return [*problems, *_verified_problems(path, rows)]


def _row_problems(path: str, row: Row, known: set[str] | None, today: date) -> Iterator[Problem]:
    signed: SignatureRow = row.data
    if known is not None and signed.platform not in known:
        remedy = f"Add the route to facts.yaml; there are: {listed(known) or 'none'}."
        rule = "a platform must be one of the petition's `routes`"
        yield Problem(path, row.line, rule, signed.platform, remedy)
    if signed.platform == ON_PAPER and signed.kind != ON_PAPER:
        rule = "signatures on paper must be of the kind paper"
        remedy = "Write paper as the kind, or name the platform."
        yield Problem(path, row.line, rule, signed.kind, remedy)
    if signed.date.first_day > today:
        rule = f"a count must not be of the future (today is {today})"
        yield Problem(path, row.line, rule, str(signed.date), "Correct the date.")


def _verified_problems(path: str, rows: Collection[Row]) -> Iterator[Problem]:
    """Verified signatures are a part of those that the platform had by then, where that is known.

    “Over” a number may be any above it, so it is no limit.
    """
    counted = [row.data for row in rows if row.data.kind != "verified"]
    for row in rows:
        signed: SignatureRow = row.data
        if signed.kind != "verified":
            continue
        by_then = [
            each
            for each in counted
            if each.platform == signed.platform and each.date.first_day <= signed.date.last_day
        ]
        if not by_then or any(each.is_over for each in by_then):
            continue
        highest = {each.kind: each.number for each in sorted(by_then, key=lambda e: e.number)}
        if signed.number > (most := sum(highest.values())):
            rule = (
                f"verified signatures must be a part of all: {signed.platform} had {most} by then"
            )
            remedy = "Correct the count, or enter the count of all on that day."
            yield Problem(path, row.line, rule, signed.count, remedy)


def _order_problems(path: str, row: Row, highest: SignatureRow) -> Iterator[Problem]:
    """A row beside the highest one of its platform and kind on or before its day."""
    signed: SignatureRow = row.data
    name = f"{signed.platform} ({signed.kind})"
    if signed.date == highest.date:
        rule = f"{name} must have one total a day"
        yield Problem(path, row.line, rule, str(signed.date), "Keep one of the rows.")
    elif signed.number < highest.number:
        yield fall_problem(path, row.line, signed.count, highest)


def fall_problem(path: str, line: int, count: str, highest: SignatureRow) -> Problem:
    """A count below one that its platform had before."""
    name = f"{highest.platform} ({highest.kind})"
    rule = f"a total must not fall: {name} had {highest.number} on {highest.date}"
    return Problem(path, line, rule, count, "Correct the count or the date.")
