"""A petition's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import thresholds_with_days
from plugins.minber.ledger.deadline import Deadline
from plugins.minber.ledger.state import stages
from plugins.minber.library.model import Item
from plugins.minber.library.timeline import petition_timeline
from plugins.minber.schema.facts import RouteFacts
from plugins.minber.views.beside import Beside, beside
from plugins.minber.views.chart import Chart, chart_of
from plugins.minber.views.counts import Count, count_of, stale_after
from plugins.minber.views.events import Event, Step, event
from plugins.minber.views.forms import Form, address_of, forms_of, receiver
from plugins.minber.views.frame import Frame, item_frame
from plugins.minber.views.here import Here
from plugins.minber.views.illustrations import Picture, loose_pictures
from plugins.minber.views.items import (
    Demand,
    ItemHead,
    Question,
    demands_of,
    item_head,
    passages,
    questions,
)
from plugins.minber.views.letters import Letter, letter
from plugins.minber.views.outcomes import Summary, summary
from plugins.minber.views.parts import Link, Passage, Phrase
from plugins.minber.views.printables import Printable, printables

OFFICIAL_PLATFORM = "epetition"
"""The state portal: only there a petition has legal force (law of 2 October 2023)."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way to sign."""

    kind: str
    """platform, email, paper or form."""
    name: Phrase | None
    href: str
    """Absolute, `mailto:`, `#` and the section of a form, or "" where no address is known."""
    address: Phrase | None
    """An e-mail or postal address to show."""
    receives: Phrase | None
    """Who gets the signer's data."""
    needs_login: bool | None
    is_blocked: bool | None
    checked: date | None
    letter: Letter | None
    """What is sent to an e-mail address."""


@dataclass(frozen=True, slots=True)
class Answer:
    when: date
    kind: str
    """accepted, partly or refused."""
    document: str
    text: Phrase | None


@dataclass(frozen=True, slots=True)
class Threshold:
    count: int
    text: Phrase
    reached: When | None


@dataclass(frozen=True, slots=True)
class PetitionView:
    frame: Frame
    head: ItemHead
    state: str
    successor: Link | None
    steps: tuple[Step, ...]
    count: Count | None
    stale_after: int | None
    """The days that the count is older than, where that must be said."""
    chart: Chart | None
    routes: tuple[Route, ...]
    """Those that a reader can use: with an address."""
    forms: tuple[Form, ...]
    """Only while signatures are gathered."""
    addressees: tuple[Phrase, ...]
    """In the case that the language asks for after “to”."""
    started_by: tuple[Phrase, ...]
    demands: tuple[Demand, ...]
    outcomes: Summary
    opens: When | None
    closes: date | None
    review_days: int | None
    """Working days for the answer, from the day of registration."""
    deadline: Deadline | None
    answer: Answer | None
    thresholds: tuple[Threshold, ...]
    is_official: bool
    actions: tuple[Passage, ...]
    questions: tuple[Question, ...]
    timeline: tuple[Event, ...]
    beside: Beside
    pictures: tuple[Picture, ...]
    printables: tuple[Printable, ...]


def petition_view(here: Here, petition: Item) -> PetitionView:
    """A petition's page in the language of `here`."""
    facts = petition.facts
    state = here.site.chosen.states[petition.key]
    successor = here.library.by_key.get(facts.superseded_by or "")
    events = petition_timeline(petition, here.library.today)
    demands = demands_of(here, petition)
    is_signed = bool(petition.signatures)
    way = stages(facts, state, here.library.today, petition.due, is_signed=is_signed)
    forms = forms_of(here, petition) if state == "open" and petition.is_listed else ()
    return PetitionView(
        frame=replace(item_frame(here, petition), forms=tuple(each.address for each in forms)),
        head=item_head(here, petition),
        state=state,
        successor=here.link(successor) if successor else None,
        steps=tuple(Step(stage.key, None, stage.when, stage.progress) for stage in way),
        count=count_of(here, petition),
        stale_after=stale_after(here.site, petition),
        chart=chart_of(here, petition, events),
        routes=tuple(_route(here, petition, r, forms) for r in facts.routes if r.url or r.address),
        forms=forms,
        addressees=addressees_of(here, petition),
        started_by=started_by_of(here, petition),
        demands=demands,
        outcomes=summary(demands),
        opens=facts.opens,
        closes=facts.closes,
        review_days=facts.review_days,
        deadline=here.site.chosen.deadlines.get(petition.key),
        answer=answer_of(here, petition),
        thresholds=_thresholds(here, petition),
        is_official=any(route.platform == OFFICIAL_PLATFORM for route in facts.routes),
        actions=passages(here, petition),
        questions=questions(here, petition),
        timeline=tuple(event(here, happening) for happening in events),
        beside=beside(here, petition),
        pictures=loose_pictures(here, petition),
        printables=printables(here, petition),
    )


def addressees_of(here: Here, petition: Item) -> tuple[Phrase, ...]:
    """To whom a petition goes, in the case that the language asks for."""
    bodies = here.library.registry.bodies
    return tuple(here.named(bodies[id_].to) for id_ in petition.facts.addressees)


def started_by_of(here: Here, petition: Item) -> tuple[Phrase, ...]:
    """The organisations that began a petition."""
    organisations = here.library.registry.organisations
    return tuple(here.named(organisations[id_].names) for id_ in petition.facts.started_by)


def _route(here: Here, petition: Item, route: RouteFacts, forms: tuple[Form, ...]) -> Route:
    platform = here.library.registry.platforms[route.platform] if route.platform else None
    to = route.address if route.kind == "email" else None
    mail = letter(here, petition, to) if to else None
    return Route(
        kind=route.kind,
        name=here.named(platform.names) if platform else None,
        href=mail.href if mail else _href(here, petition, route, forms),
        address=address_of(here, route),
        receives=receiver(here, route),
        needs_login=route.login,
        is_blocked=route.blocked,
        checked=route.checked,
        letter=mail,
    )


def _href(here: Here, petition: Item, route: RouteFacts, forms: tuple[Form, ...]) -> str:
    """Where a way begins: a form on this page, a sheet to print, else the address of the facts."""
    found: Iterable[str] = ()
    if route.kind == "form":
        found = (f"#part-{form.id}" for form in forms if form.address == route.url)
    elif route.kind == "paper":
        found = (each.href for each in printables(here, petition) if each.kind == "sheet")
    return next(iter(found), route.url or "")


def answer_of(here: Here, petition: Item) -> Answer | None:
    """What the addressee answered; None where no answer is known."""
    facts, edition = petition.facts.answer, petition.shown(here.code)
    if facts is None:
        return None
    text = here.maybe(edition.words.answer, edition.language)
    return Answer(facts.date, facts.kind, facts.document or "", text)


def _thresholds(here: Here, petition: Item) -> tuple[Threshold, ...]:
    return tuple(
        Threshold(
            count=threshold.count,
            text=here.phrase(*petition.worded(here.code, "thresholds", threshold.id)),
            reached=reached,
        )
        for threshold, reached in thresholds_with_days(petition.facts, petition.signatures)
    )
