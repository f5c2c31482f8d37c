"""A petition's count."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import Total, total_of
from plugins.minber.library.model import Item
from plugins.minber.schema.tables import SignatureRow
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase


@dataclass(frozen=True, slots=True)
class CountPart:
    """The newest count of one platform, or of paper."""

    name: Phrase
    kind: str
    """online or paper."""
    is_platform: bool
    """Whether `name` is a platform's, which may have both kinds."""
    count: int
    is_over: bool
    as_of: When
    source: str
    """An address, or ""."""


@dataclass(frozen=True, slots=True)
class Count:
    """A petition's total: there is none where no row is in the ledger."""

    total: int
    is_over: bool
    """The source says "over N"."""
    as_of: When
    goal: int | None
    share: int | None
    """Percent of the goal, 0 to 100, rounded down."""
    verified: int | None
    parts: tuple[CountPart, ...]


def count_of(here: Here, petition: Item) -> Count | None:
    """A petition's count; None where the ledger has no row (never 0)."""
    total = total_of(petition.signatures)
    if total is None:
        return None
    goal = petition.facts.goal
    return Count(
        total=total.count,
        is_over=total.is_over,
        as_of=total.as_of,
        goal=goal,
        share=min(100, 100 * total.count // goal) if goal else None,
        verified=total.verified,
        parts=_parts(here, total),
    )


def _parts(here: Here, total: Total) -> tuple[CountPart, ...]:
    return tuple(
        CountPart(
            name=_place(here, row),
            kind=row.kind,
            is_platform=row.platform in here.library.registry.platforms,
            count=row.number,
            is_over=row.is_over,
            as_of=row.date,
            source=row.source or "",
        )
        for row in total.parts
    )


def _place(here: Here, row: SignatureRow) -> Phrase:
    platform = here.library.registry.platforms.get(row.platform)
    if platform:
        return here.named(platform.names)
    return Phrase(here.word(f"place.{row.platform}"), here.code)
