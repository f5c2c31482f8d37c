"""The day by which a petition must be answered, and whether that was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.minber.schema.facts import PetitionFacts


@dataclass(frozen=True, slots=True)
class Deadline:
    """How things stand on a day with the answer to a registered petition."""

    due: date
    """The last day on which the answer is in time."""
    standing: str
    """ahead, today or overdue while there is no answer; then in-time or late."""
    days: int
    """Calendar days since `due`, until the answer or until today; 0 in time."""
    as_of: date | None
    """Today where it is overdue, for only there the words change with every day."""


def deadline_of(facts: PetitionFacts, due: date, today: date) -> Deadline:
    """The deadline of a petition, of which `today` is the day to look at it."""
    answered = facts.answer.date if facts.answer else None
    days = ((answered or today) - due).days
    if answered:
        standing = "late" if days > 0 else "in-time"
    else:
        standing = "overdue" if days > 0 else "ahead" if days else "today"
    as_of = today if standing == "overdue" else None
    return Deadline(due, standing, max(days, 0), as_of)
