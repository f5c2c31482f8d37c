"""Lines of a timeline and steps of a bill."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.languages.when import When
from plugins.minber.library.model import Item
from plugins.minber.library.timeline import Happening
from plugins.minber.schema.facts import StageFacts
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Link, Phrase


@dataclass(frozen=True, slots=True)
class Event:
    """A line of a timeline, newest first."""

    when: When
    kind: str
    """petition, statement, news (an item appeared; `link` is set), bill (`text`
    is the stage, `link` its document), opened, closed, delivery-planned,
    delivered, registered, answered, signatures (`count` is set), threshold
    (`count` and `text`)."""
    link: Link | None = None
    text: Phrase | None = None
    subject: Link | None = None
    """The petition that an event belongs to, on a campaign's timeline."""
    count: int | None = None
    is_over: bool = False
    body: Phrase | None = None
    is_key: bool = False
    """The event to see first: the newest of the bill, an answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way of a petition or a bill."""

    key: str
    """opened, closed, delivered, registered, answered for a petition; for a bill ""."""
    text: Phrase | None
    """A bill's stage in words; None where the interface words have it (`step.KEY`)."""
    when: When | None
    progress: str
    """done, now, planned or ahead."""
    body: Phrase | None = None
    document: str = ""


def event(here: Here, happening: Happening, campaign: Item | None = None) -> Event:
    """`campaign` is given on the campaign's own timeline: events then name their petition."""
    item, stage = happening.item, happening.stage
    is_appearance = happening.kind in FOLDER_OF_KIND
    return Event(
        when=happening.when,
        kind=happening.kind,
        link=_event_link(here, happening, campaign),
        text=_event_text(here, happening, campaign),
        subject=here.link(item) if item and campaign and not is_appearance else None,
        count=happening.count,
        is_over=happening.is_over,
        body=_body(here, stage) if stage else None,
        is_key=happening.is_key,
    )


def _event_link(here: Here, happening: Happening, campaign: Item | None) -> Link | None:
    if happening.item and happening.kind in FOLDER_OF_KIND:
        return here.link(happening.item)
    if happening.stage and happening.stage.document and campaign:
        return Link(happening.stage.document, stage_name(here, campaign, happening.stage))
    return None


def _event_text(here: Here, happening: Happening, campaign: Item | None) -> Phrase | None:
    if happening.stage and campaign:
        return stage_name(here, campaign, happening.stage)
    if happening.threshold and happening.item:
        words = happening.item.worded(here.code, "thresholds", happening.threshold)
        return here.phrase(*words)
    return None


def stage_name(here: Here, campaign: Item, stage: StageFacts) -> Phrase:
    """A bill's stage in the words of the campaign."""
    return here.phrase(*campaign.worded(here.code, "stages", stage.stage))


def bill_steps(here: Here, campaign: Item) -> tuple[Step, ...]:
    """The bill's way so far; the last stage that was reached is the one to see first."""
    stages = sorted(campaign.facts.bill, key=lambda stage: stage.date)
    reached = [s for s in stages if s.date.first_day <= here.library.today]
    return tuple(
        Step(
            key="",
            text=stage_name(here, campaign, stage),
            when=stage.date,
            progress=_progress(stage, reached),
            body=_body(here, stage),
            document=stage.document or "",
        )
        for stage in stages
    )


def _progress(stage: StageFacts, reached: list[StageFacts]) -> str:
    if stage not in reached:
        return "planned"
    return "now" if stage is reached[-1] else "done"


def _body(here: Here, stage: StageFacts) -> Phrase | None:
    bodies = here.library.registry.bodies
    return here.named(bodies[stage.body].names) if stage.body else None
