"""What petitions, statements, news, campaigns and pages have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.ledger.deadline import Deadline
from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.counts import Count, count_of
from plugins.minber.views.here import Here
from plugins.minber.views.illustrations import Picture, Text, first_picture, lead_of, text_of
from plugins.minber.views.parts import Link, Passage, Phrase
from plugins.minber.views.sharing import Share, embed, saved, share


@dataclass(frozen=True, slots=True)
class Translation:
    """What a reader must know about the language of the words before them."""

    state: str
    """original, current, outdated, machine or missing."""
    is_machine: bool
    original_lang: str
    source_lang: str
    """The language translated from; of a missing edition the language shown."""
    original_href: str
    original_updated: date | None
    translator: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    when: date
    text: Phrase | None


@dataclass(frozen=True, slots=True)
class Correction:
    when: date
    text: Phrase


@dataclass(frozen=True, slots=True)
class ItemHead:
    kind: str
    title: Phrase
    summary: Phrase
    published: When | None
    updated: date | None
    campaign: Link | None
    topics: tuple[Link, ...]
    translation: Translation
    withdrawal: Withdrawal | None
    """When set only the head and this notice are shown."""
    lead: Picture | None
    """Stands above the text."""
    text: Text | None
    share: Share | None
    saved: str
    """The same text as one file; "" where there is none."""
    embed: str
    """What other sites can take of it; "" where there is nothing."""
    corrections: tuple[Correction, ...]


def item_head(here: Here, item: Item) -> ItemHead:
    """Title, dates, topics, translation notice and text of an item."""
    edition = item.shown(here.code)
    words, facts, language = edition.words, item.facts, edition.language
    campaign = here.library.by_key[item.campaign] if item.kind in FOLDER_OF_KIND else None
    return ItemHead(
        kind=item.kind,
        title=here.title(item),
        summary=here.phrase(words.summary, language),
        published=item.published if facts else None,
        updated=facts.updated if facts else None,
        campaign=here.link(campaign) if campaign else None,
        topics=tuple(topic_link(here, id_) for id_ in facts.topics) if facts else (),
        translation=_translation(here, item),
        withdrawal=_withdrawal(here, item),
        lead=lead_of(here, item),
        text=text_of(here, item),
        share=share(here, item) if item.kind != "page" else None,
        saved=saved(here, item),
        embed=embed(here, item),
        corrections=tuple(
            Correction(day, here.phrase(*item.worded(here.code, "corrections", day)))
            for day in sorted(getattr(facts, "corrected", ()))
        ),
    )


def _translation(here: Here, item: Item) -> Translation:
    edition = item.shown(here.code)
    original = item.original
    missing = here.code not in item.editions
    return Translation(
        state=item.state(here.code),
        is_machine=edition.words.machine,
        original_lang=original.language,
        source_lang=edition.language if missing else edition.words.source_language,
        original_href=here.href(addresses.of_item(item, original.language)),
        original_updated=item.facts.updated if item.facts else None,
        translator=edition.words.translator or "",
        reviewer=edition.words.reviewer or "",
    )


def _withdrawal(here: Here, item: Item) -> Withdrawal | None:
    if item.is_listed:
        return None
    edition = item.shown(here.code)
    text = here.maybe(edition.words.withdrawn, edition.language)
    return Withdrawal(item.facts.withdrawn, text)


def topic_link(here: Here, id_: str) -> Link:
    """A topic by its name in the language of the page."""
    name = here.named(here.library.registry.topics[id_].names)
    return Link(here.href(addresses.of_topic(id_, here.code)), name)


@dataclass(frozen=True, slots=True)
class Teaser:
    """An item in a list."""

    kind: str
    """petition, statement, news or campaign."""
    href: str
    title: Phrase
    summary: Phrase
    when: When
    campaign: Link | None
    missing: bool
    """True when there is no edition in the page's language: title.lang says
    in which language the text is."""
    state: str
    """A petition's state, else ""."""
    deadline: Deadline | None
    count: Count | None
    picture: Picture | None


def teaser(here: Here, item: Item, *, with_campaign: bool = False) -> Teaser:
    """An item as lists show it."""
    edition = item.shown(here.code)
    campaign = here.library.by_key.get(item.campaign) if with_campaign else None
    return Teaser(
        kind=item.kind,
        href=here.href_of(item),
        title=here.title(item),
        summary=here.phrase(edition.words.summary, edition.language),
        when=item.published,
        campaign=here.link(campaign) if campaign else None,
        missing=edition.language != here.code,
        state=here.site.chosen.states.get(item.key, ""),
        deadline=here.site.chosen.deadlines.get(item.key),
        count=count_of(here, item) if item.kind == "petition" else None,
        picture=first_picture(here, item),
    )


def teasers(
    here: Here, items: Iterable[Item], *, with_campaign: bool = False
) -> tuple[Teaser, ...]:
    """Items as lists show them, in the order given."""
    return tuple(teaser(here, item, with_campaign=with_campaign) for item in items)


@dataclass(frozen=True, slots=True)
class Demand:
    id: str
    text: Phrase
    outcome: str
    """open, met, partly or refused."""
    decided: date | None
    evidence: str


def demand(here: Here, campaign: Item, id_: str, own: Item | None = None) -> Demand:
    """A demand of a campaign, worded by a petition's edition where it has words of its own."""
    facts = campaign.facts.demands[id_]
    return Demand(
        id=id_,
        text=here.phrase(*demand_words(campaign, id_, here.code, own)),
        outcome=facts.outcome,
        decided=facts.decided,
        evidence=facts.evidence or "",
    )


def demands_of(here: Here, petition: Item) -> tuple[Demand, ...]:
    """A petition's demands, in the words of its edition where it has its own."""
    campaign = here.library.by_key[petition.campaign]
    return tuple(demand(here, campaign, id_, petition) for id_ in petition.facts.demands)


def demand_words(
    campaign: Item, id_: str, language: str, own: Item | None = None
) -> tuple[str, str]:
    """The words of a demand for readers of a language, and theirs; a petition's own come first."""
    is_own = own is not None and id_ in own.shown(language).words.demands
    worder = own if own is not None and is_own else campaign
    return worder.worded(language, "demands", id_)


def passages(here: Here, item: Item) -> tuple[Passage, ...]:
    """What a reader can do."""
    edition = item.shown(here.code)
    return tuple(here.passage(item, edition, action.html) for action in edition.actions)


@dataclass(frozen=True, slots=True)
class Question:
    ask: Phrase
    answer: Passage


def questions(here: Here, item: Item) -> tuple[Question, ...]:
    """The questions and answers of the edition shown."""
    edition = item.shown(here.code)
    pairs = zip(edition.words.questions, edition.answers, strict=True)
    return tuple(
        Question(here.phrase(q.ask, edition.language), here.passage(item, edition, answer.html))
        for q, answer in pairs
    )
