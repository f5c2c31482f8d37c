"""A petition's count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import age_of, first_total, history, total_of
from plugins.minber.library.model import Item
from plugins.minber.schema.tables import SignatureRow
from plugins.minber.views.here import Here, Site
from plugins.minber.views.parts import Phrase


@dataclass(frozen=True, slots=True)
class CountPart:
    """The newest count of one platform, or of paper."""

    name: Phrase
    kind: str
    """online, paper or verified."""
    is_on_paper: bool
    """Whether it was gathered on paper, and `name` does not say so."""
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
    """Online and paper, the largest first."""
    verified_parts: tuple[CountPart, ...]
    """The verified ones of each platform, which are in `parts` already."""


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
        parts=_parts(here, total.parts),
        verified_parts=_parts(here, total.verified_parts),
    )


def parts_when_reached(here: Here, petition: Item, number: int) -> tuple[CountPart, ...]:
    """Where the signatures were gathered when they first were so many; the largest part first."""
    total = first_total(history(petition.signatures), number)
    return _parts(here, total.parts) if total else ()


def stale_after(site: Site, petition: Item) -> int | None:
    """The days that a petition's count is older than, if it is; else None.

    Only while signatures are gathered: afterwards a count is old because it is the last.
    """
    days, total = site.count_is_stale_after, total_of(petition.signatures)
    is_open = site.chosen.states.get(petition.key) == "open"
    if days is None or total is None or not is_open:
        return None
    return days if age_of(total, site.library.today) > days else None


def _parts(here: Here, rows: Iterable[SignatureRow]) -> tuple[CountPart, ...]:
    return tuple(
        CountPart(
            name=_place(here, row),
            kind=row.kind,
            is_on_paper=row.kind == "paper" and row.platform != "paper",
            count=row.number,
            is_over=row.is_over,
            as_of=row.date,
            source=row.source or "",
        )
        for row in rows
    )


def _place(here: Here, row: SignatureRow) -> Phrase:
    platform = here.library.registry.platforms.get(row.platform)
    if platform:
        return here.named(platform.names)
    return here.label(f"place.{row.platform}")
