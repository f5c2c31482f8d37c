"""A date as a source gives it: to the day or, when the day is not known, to the month."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import total_ordering

_WRITTEN = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class When:
    """A day, or a month when `day` is None, of the Gregorian calendar (years 1 to 9999).

    Totally ordered: a month counts as its first day and stands just before that day,
    so 2021-09-30 < 2021-10 < 2021-10-01 < 2021-10-02.
    Raises ValueError when there is no such day.
    """

    year: int
    month: int
    day: int | None = None

    def __post_init__(self) -> None:
        datetime.date(self.year, self.month, 1 if self.day is None else self.day)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, When):
            return NotImplemented
        return self.place < other.place

    def __str__(self) -> str:
        return self.iso

    @classmethod
    def of(cls, date: datetime.date) -> When:
        """The day of a date; of a date-time, the day on its own clock."""
        return cls(date.year, date.month, date.day)

    @classmethod
    def parse(cls, text: str) -> When:
        """Read `2021-10-01` or `2021-10`; raises ValueError on anything else."""
        found = _WRITTEN.fullmatch(text)
        if not found:
            raise ValueError(f"a date is written 2021-10-01, or 2021-10 for a month, not {text!r}")
        year, month, day = found.groups()
        try:
            return cls(int(year), int(month), int(day) if day else None)
        except ValueError:
            raise ValueError(f"there is no such date: {text!r}") from None

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it: `2021-10-01` or `2021-10`; valid in HTML's <time datetime>."""
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @property
    def first_day(self) -> datetime.date:
        """The day itself, or the first day of the month."""
        return datetime.date(self.year, self.month, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The day itself, or the last day of the month."""
        days = calendar.monthrange(self.year, self.month)[1]
        return datetime.date(self.year, self.month, self.day or days)

    @property
    def has_day(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def place(self) -> tuple[int, int, int]:
        """Its place in time, by which many of them are sorted in no time."""
        return self.year, self.month, self.day or 0

    @property
    def place_among_events(self) -> tuple[int, int, int]:
        """The same where a month comes after its days: a petition opens before it is counted."""
        return self.year, self.month, self.day or 32
