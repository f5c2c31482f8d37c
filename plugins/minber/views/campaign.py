"""A campaign's page and the home page, which one campaign leads."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.languages.when import When
from plugins.minber.library.model import Campaign
from plugins.minber.library.timeline import campaign_timeline
from plugins.minber.views import addresses
from plugins.minber.views.beside import related
from plugins.minber.views.events import Event, Step, bill_steps, event
from plugins.minber.views.frame import Frame, item_frame, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.illustrations import Picture, loose_pictures
from plugins.minber.views.items import (
    Demand,
    ItemHead,
    Question,
    Teaser,
    demand,
    item_head,
    passages,
    questions,
    teaser,
    teasers,
)
from plugins.minber.views.linked_data import website
from plugins.minber.views.outcomes import Summary, Tally, summary, tally
from plugins.minber.views.parts import Passage


@dataclass(frozen=True, slots=True)
class CampaignView:
    frame: Frame
    head: ItemHead
    started: When | None
    ended: When | None
    outcome: str
    """open, met, partly, refused, or ""."""
    demands: tuple[Demand, ...]
    outcomes: Summary
    tally: tuple[Tally, ...]
    """How many demands came to which outcome; empty where no demand is decided."""
    actions: tuple[Passage, ...]
    bill: tuple[Step, ...]
    timeline: tuple[Event, ...]
    petitions: tuple[Teaser, ...]
    statements: tuple[Teaser, ...]
    news: tuple[Teaser, ...]
    questions: tuple[Question, ...]
    contact: str
    related: tuple[Teaser, ...]
    pictures: tuple[Picture, ...]


def campaign_view(here: Here, campaign: Campaign) -> CampaignView:
    """One campaign with all that belongs to it."""
    item, facts = campaign.item, campaign.item.facts
    demands = tuple(demand(here, item, id_) for id_ in facts.demands)
    return CampaignView(
        frame=item_frame(here, item),
        head=item_head(here, item),
        started=facts.started,
        ended=facts.ended,
        outcome=facts.outcome or "",
        demands=demands,
        outcomes=summary(demands),
        tally=tally(demands),
        actions=passages(here, item),
        bill=bill_steps(here, item),
        timeline=tuple(
            event(here, h, item) for h in campaign_timeline(campaign, here.library.today)
        ),
        petitions=_listed(here, campaign, "petition"),
        statements=_listed(here, campaign, "statement"),
        news=_listed(here, campaign, "news"),
        questions=questions(here, item),
        contact=facts.contact or "",
        related=related(here, item),
        pictures=loose_pictures(here, item),
    )


def _listed(here: Here, campaign: Campaign, kind: str) -> tuple[Teaser, ...]:
    return teasers(here, (item for item in campaign.of_kind(kind) if item.is_listed))


@dataclass(frozen=True, slots=True)
class HomeView:
    frame: Frame
    lead: Teaser | None
    """The campaign with the newest item."""
    lead_bill: tuple[Step, ...]
    lead_outcomes: tuple[Demand, ...]
    open_petitions: tuple[Teaser, ...]
    latest: tuple[Teaser, ...]
    campaigns: tuple[Teaser, ...]
    """All of them, when there are several."""


def home_view(here: Here) -> HomeView:
    """The home page of a language."""
    chosen = here.site.chosen
    lead = chosen.campaigns[0] if chosen.campaigns else None
    several = len(chosen.campaigns) > 1
    name = here.label("site.name")
    return HomeView(
        frame=page_frame(here, "home", name, addresses.home, about=website(here)),
        lead=teaser(here, lead) if lead else None,
        lead_bill=bill_steps(here, lead) if lead else (),
        lead_outcomes=tuple(demand(here, lead, i) for i in lead.facts.demands) if lead else (),
        open_petitions=teasers(here, chosen.open_petitions, with_campaign=several),
        latest=teasers(here, chosen.latest, with_campaign=several),
        campaigns=teasers(here, chosen.campaigns) if several else (),
    )
