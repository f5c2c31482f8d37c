"""Days are days in Kazakhstan: UTC+6 until 29 February 2024, UTC+5 since (IANA tz)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from plugins.minber.languages.when import When
from plugins.minber.problems import Problem, SiteRefused

ZONE = ZoneInfo("Asia/Almaty")


@dataclass(frozen=True, slots=True)
class Moment:
    """From when on something holds: a day or a month, or a time of a day."""

    when: When
    """In Kazakhstan; a month where the day is not known, which holds from its first day on."""
    at: datetime | None = None
    """In UTC; None where only the day or the month is known."""


def day_of(moment: date | datetime | Moment) -> date:
    """The first day of a moment; one without a zone is on the clock of Kazakhstan."""
    if isinstance(moment, Moment):
        return moment.when.first_day
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(ZONE) if moment.tzinfo else moment).date()


def instant_of(moment: date | Moment) -> datetime:
    """The instant on the clock of Kazakhstan; of a day or a month, its beginning."""
    if isinstance(moment, Moment) and moment.at:
        return moment.at.astimezone(ZONE)
    return datetime.combine(day_of(moment), time(), ZONE)


def day_of_epoch(seconds: int) -> date:
    """The day of a time in seconds since 1970, as `SOURCE_DATE_EPOCH` gives it."""
    return day_of(datetime.fromtimestamp(seconds, UTC))


def build_day(environment: Mapping[str, str]) -> date:
    """The day for which a site is built: of `SOURCE_DATE_EPOCH`, else today in Kazakhstan.

    Raises SiteRefused when that variable is no number of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    try:
        return day_of_epoch(int(epoch)) if epoch else datetime.now(ZONE).date()
    except (ValueError, OverflowError, OSError):
        rule = "SOURCE_DATE_EPOCH must be a number of seconds since 1970"
        raise SiteRefused([Problem("environment", 1, rule, str(epoch))]) from None
