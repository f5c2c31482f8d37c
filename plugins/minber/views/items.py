"""What petitions, statements, news, campaigns and pages have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from babel import Locale

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import Total, total_of
from plugins.minber.ledger.state import state_of
from plugins.minber.library.model import Edition, Item
from plugins.minber.schema.facts import PetitionFacts, SourceFacts
from plugins.minber.schema.registry import Organisation
from plugins.minber.schema.tables import SignatoryRow, SignatureRow
from plugins.minber.views import addresses
from plugins.minber.views.here import Here
from plugins.minber.views.parts import (
    Correction,
    Count,
    CountPart,
    Demand,
    Link,
    Passage,
    Phrase,
    Picture,
    Question,
    Signatory,
    Source,
    Teaser,
    Translation,
    Withdrawal,
)


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
    text: Passage | None
    corrections: tuple[Correction, ...]


def item_head(here: Here, item: Item) -> ItemHead:
    """Title, dates, topics, translation notice and text of an item."""
    edition = item.shown(here.code)
    words, facts, language = edition.words, item.facts, edition.language
    pictures = pictures_of(here, item)
    campaign = here.library.by_key[item.campaign] if item.kind in addresses.LISTS else None
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
        lead=pictures[0] if pictures else None,
        text=here.passage(item, edition, edition.text) if edition.text.html.strip() else None,
        corrections=tuple(
            Correction(day, here.phrase(text, language))
            for day, text in sorted(words.corrections.items())
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


def teaser(here: Here, item: Item, *, with_campaign: bool = False) -> Teaser:
    """An item as lists show it."""
    edition = item.shown(here.code)
    pictures = pictures_of(here, item)
    campaign = here.library.by_key.get(item.campaign) if with_campaign else None
    return Teaser(
        kind=item.kind,
        href=here.href_of(item),
        title=here.title(item),
        summary=here.phrase(edition.words.summary, edition.language),
        when=item.published,
        campaign=here.link(campaign) if campaign else None,
        missing=edition.language != here.code,
        state=petition_state(here, item) if item.kind == "petition" else "",
        count=count_of(here, item) if item.kind == "petition" else None,
        picture=pictures[0] if pictures else None,
    )


def teasers(
    here: Here, items: Iterable[Item], *, with_campaign: bool = False
) -> tuple[Teaser, ...]:
    """Items as lists show them, in the order given."""
    return tuple(teaser(here, item, with_campaign=with_campaign) for item in items)


def related(here: Here, item: Item) -> tuple[Teaser, ...]:
    """The items that the facts name as related."""
    return teasers(here, (here.library.by_key[key] for key in item.facts.related))


def petition_state(here: Here, petition: Item) -> str:
    """One of `STATES`, on the day of the build."""
    facts: PetitionFacts = petition.facts
    demands = here.library.by_key[petition.campaign].facts.demands
    outcomes = [demands[id_].outcome for id_ in facts.demands]
    is_decided = bool(outcomes) and "open" not in outcomes
    return state_of(facts, here.library.today, is_decided=is_decided)


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


def demand(here: Here, campaign: Item, id_: str, own: Edition | None = None) -> Demand:
    """A demand of a campaign, worded by a petition's edition where that has words of its own."""
    facts = campaign.facts.demands[id_]
    edition = own if own and id_ in own.words.demands else campaign.shown(here.code)
    return Demand(
        id=id_,
        text=here.phrase(edition.words.demands[id_], edition.language),
        outcome=facts.outcome,
        decided=facts.decided,
        evidence=facts.evidence or "",
    )


def passages(here: Here, item: Item) -> tuple[Passage, ...]:
    """What a reader can do."""
    edition = item.shown(here.code)
    return tuple(here.passage(item, edition, action) for action in edition.actions)


def questions(here: Here, item: Item) -> tuple[Question, ...]:
    """The questions and answers of the edition shown."""
    edition = item.shown(here.code)
    pairs = zip(edition.words.questions, edition.answers, strict=True)
    return tuple(
        Question(here.phrase(q.ask, edition.language), here.passage(item, edition, answer))
        for q, answer in pairs
    )


def pictures_of(here: Here, item: Item) -> tuple[Picture, ...]:
    """The pictures in the order of the facts; the first is the lead."""
    if item.facts is None:
        return ()
    known = (name for name in item.facts.pictures if (item.key, name) in here.site.pictures)
    return tuple(_picture(here, item, name) for name in known)


def _picture(here: Here, item: Item, name: str) -> Picture:
    edition = item.shown(here.code)
    published, facts = here.site.pictures[item.key, name], item.facts.pictures[name]
    return Picture(
        href=here.href(published.path),
        width=published.width,
        height=published.height,
        alt=here.phrase(edition.words.alt.get(name, ""), edition.language),
        caption=here.maybe(edition.words.caption.get(name), edition.language),
        credit=facts.credit,
        source=facts.source or "",
        licence=facts.licence or "",
    )


def loose_pictures(here: Here, item: Item) -> tuple[Picture, ...]:
    """Pictures that are neither the lead nor placed in the text by the editor."""
    placed = item.shown(here.code).text.pictures
    names = [name for name in item.facts.pictures if (item.key, name) in here.site.pictures]
    return tuple(_picture(here, item, name) for name in names[1:] if name not in placed)


def source_of(here: Here, facts: SourceFacts | None) -> Source | None:
    """Whose words an item reports."""
    if facts is None:
        return None
    language = facts.language or here.code
    return Source(
        name=Phrase(facts.name, language),
        url=facts.url or "",
        archived=facts.archived or "",
        language=facts.language or "",
    )


def organisation(here: Here, id_: str) -> Signatory:
    """An organisation of the registry as a signatory."""
    entry: Organisation = here.library.registry.organisations[id_]
    return Signatory(here.named(entry.names), "", country(here, entry.country), entry.url or "")


def signatory(here: Here, row: SignatoryRow, original: str) -> Signatory:
    """Under the name in the page's language, else in the original's, else the first given."""
    names = row.names
    language = next(code for code in (here.code, original, *names) if code in names)
    name = here.phrase(names[language], language)
    return Signatory(name, row.detail or "", country(here, row.country), row.url or "")


def country(here: Here, code: str | None) -> str:
    """The name of a country in the language of the page, from CLDR."""
    return str(Locale.parse(here.language.locale).territories[code]) if code else ""
