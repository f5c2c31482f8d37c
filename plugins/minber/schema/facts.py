"""facts.yaml: what is the same in every language of a campaign or an item."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from plugins.minber.schema.marks import written
from plugins.minber.schema.types import (
    Alias,
    Day,
    DayOrMoment,
    DayOrMonth,
    Email,
    FileName,
    Flag,
    Id,
    LanguageCode,
    RegistryId,
    Text,
    Url,
    Whole,
)

Outcome = Literal["open", "met", "partly", "refused"]
Voice = Literal["own", "reported"]


@written
class PictureFacts:
    credit: Text
    source: Url | None = None
    licence: Text | None = None


@written
class SourceFacts:
    """Where a report was published first."""

    name: Text
    url: Url | None = None
    archived: Url | None = None
    language: LanguageCode | None = None


@written
class Facts:
    """The keys that every campaign and item may have."""

    published: DayOrMoment
    updated: Day | None = None
    draft: Flag = False
    withdrawn: Day | None = None
    topics: tuple[RegistryId, ...] = ()
    aliases: tuple[Alias, ...] = ()
    pictures: dict[FileName, PictureFacts] = field(default_factory=dict)
    related: tuple[Text, ...] = ()


@written
class DemandFacts:
    outcome: Outcome = "open"
    decided: Day | None = None
    evidence: Url | None = None


@written
class StageFacts:
    """A stage on a bill's way; its name is in the words under `stages`."""

    date: DayOrMonth
    stage: Id
    body: RegistryId | None = None
    document: Url | None = None


@written
class CampaignFacts(Facts):
    demands: dict[Id, DemandFacts] = field(default_factory=dict)
    bill: tuple[StageFacts, ...] = ()
    started: DayOrMonth | None = None
    ended: DayOrMonth | None = None
    outcome: Outcome | None = None
    contact: Email | None = None


@written
class ThresholdFacts:
    count: Whole
    id: Id


@written
class DeliveryFacts:
    planned: Day | None = None
    done: Day | None = None


@written
class AnswerFacts:
    date: Day
    kind: Literal["accepted", "partly", "refused"]
    document: Url | None = None


@written
class RouteFacts:
    """A way to sign."""

    kind: Literal["platform", "email", "paper", "form"]
    platform: RegistryId | None = None
    url: Url | None = None
    address: Text | None = None
    checked: Day | None = None
    login: Flag | None = None
    blocked: Flag | None = None


@written
class PetitionFacts(Facts):
    addressees: tuple[RegistryId, ...] = ()
    started_by: tuple[RegistryId, ...] = ()
    demands: tuple[Id, ...] = ()
    goal: Whole | None = None
    thresholds: tuple[ThresholdFacts, ...] = ()
    opens: DayOrMonth | None = None
    closes: Day | None = None
    delivery: DeliveryFacts = field(default_factory=DeliveryFacts)
    registered: Day | None = None
    review_days: Whole | None = None
    answer: AnswerFacts | None = None
    routes: tuple[RouteFacts, ...] = ()
    superseded_by: Text | None = None


@written
class StatementFacts(Facts):
    voice: Voice
    source: SourceFacts | None = None
    place: Text | None = None
    addressees: tuple[RegistryId, ...] = ()
    copies: tuple[RegistryId, ...] = ()
    signed_by: tuple[RegistryId, ...] = ()
    signatory_count: Whole | None = None
    recommendations: dict[RegistryId, tuple[Id, ...]] = field(default_factory=dict)
    full_text: Url | None = None
    joining: Url | None = None


@written
class NewsFacts(Facts):
    voice: Voice = "own"
    dateline: Text | None = None
    source: SourceFacts | None = None
    corrected: tuple[Day, ...] = ()


FACTS_OF_KIND: dict[str, type[Facts]] = {
    "campaign": CampaignFacts,
    "petition": PetitionFacts,
    "statement": StatementFacts,
    "news": NewsFacts,
}
