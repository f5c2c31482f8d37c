"""The shapes of what other people's programs read: stable, described in README.md.

Keys are only ever added.  Days are written as ISO 8601 does (`2021-10-01`, or `2021-10` where the
day is not known); what is not known is null; words stand under the code of a page's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]
"""Words by the language of the page that shows them."""


@dataclass(frozen=True, slots=True)
class EditionData:
    """A page of a petition."""

    path: str
    """From the root of the site."""
    url: str | None
    """Absolute; null where the site has no fixed place."""
    badge: str
    """The path of the picture with title and count."""
    state: str
    """original, current, outdated, machine or missing."""
    shown: str
    """The language of its text: another one where the edition is missing."""
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class PartData:
    """The newest count of a platform."""

    platform: str
    kind: str
    """online, paper or verified."""
    count: int
    over: bool
    as_of: str
    source: str | None


@dataclass(frozen=True, slots=True)
class CountData:
    """All online and paper signatures; verified ones are a part of them."""

    total: int
    over: bool
    """Whether the source says "over"."""
    as_of: str
    verified: int | None
    parts: tuple[PartData, ...]


@dataclass(frozen=True, slots=True)
class DemandData:
    id: str
    outcome: str
    """open, met, partly or refused."""
    decided: str | None
    evidence: str | None
    text: Words


@dataclass(frozen=True, slots=True)
class ThresholdData:
    id: str
    count: int
    reached: str | None
    text: Words


@dataclass(frozen=True, slots=True)
class NamedData:
    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class RouteData:
    """A way to sign."""

    kind: str
    platform: str | None
    url: str | None
    login: bool | None
    blocked: bool | None
    checked: str | None


@dataclass(frozen=True, slots=True)
class AnswerData:
    date: str
    kind: str
    """accepted, partly or refused."""
    document: str | None


@dataclass(frozen=True, slots=True)
class DatesData:
    """Each null where it is not known."""

    published: str
    updated: str | None
    opens: str | None
    closes: str | None
    delivery_planned: str | None
    delivered: str | None
    registered: str | None
    answer_due: str | None
    """The last day for the answer, by the working days of Kazakhstan."""
    answered: str | None
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class PetitionData:
    """`data/<campaign>/<item>.json`, and an entry of `data/petitions.json`."""

    id: str
    """`campaign/item`."""
    state: str
    """On the day of the build: open, upcoming, awaiting, delivered, answered, unlisted, decided,
    closed, superseded or withdrawn."""
    superseded_by: str | None
    goal: int | None
    count: CountData | None
    """Null where no count is known; never 0 for that."""
    dates: DatesData
    review_days: int | None
    """Working days for the answer, from registration."""
    answer: AnswerData | None
    thresholds: tuple[ThresholdData, ...]
    demands: tuple[DemandData, ...]
    addressees: tuple[NamedData, ...]
    started_by: tuple[NamedData, ...]
    routes: tuple[RouteData, ...]
    original: str
    """The language in which it was written."""
    editions: Mapping[str, EditionData]
    """By the language of the page."""
    ledger: str
    """The path of the counts of every day as CSV."""


@dataclass(frozen=True, slots=True)
class PetitionsData:
    """`data/petitions.json`: all that are listed, the newest first."""

    petitions: tuple[PetitionData, ...]
