"""Everything that one file says about another must be there.

Nothing is said about what a file with problems of its own may hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from plugins.minber.library.links import Target, target_of
from plugins.minber.library.model import Edition, Item
from plugins.minber.library.reading import Reading
from plugins.minber.problems import Problem, listed
from plugins.minber.schema.facts import (
    CampaignFacts,
    Facts,
    PetitionFacts,
    RouteFacts,
    StatementFacts,
)
from plugins.minber.schema.types import is_email
from plugins.minber.source.addresses import is_of
from plugins.minber.source.folders import FOLDER_OF_KIND

if TYPE_CHECKING:
    from plugins.minber.schema.documents import Loc
    from plugins.minber.schema.records import Record

FACTS = "facts.yaml"
Named = Iterator[tuple["Loc", str, str]]
"""(place in facts.yaml, register, id)"""


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a file of an item breaks; its line is looked up when it is told."""

    file: str
    """facts.yaml, or the name of a words file."""
    loc: Loc
    rule: str
    found: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a reference may name."""

    ids: Mapping[str, Collection[str]]
    """By register; a register that cannot be read is missing."""
    platforms: Mapping[str, Any]
    by_path: Mapping[str, Reading]
    """Every folder of content, also of drafts and with problems."""
    by_key: Mapping[str, Item]
    hidden: Collection[str]
    """Keys of drafts and of what is to be published later: only another of them may name one."""

    def shows(self, item: Item, other: Item | None) -> bool:
        """Whether readers of `item` can also read `other`."""
        return other is not None and (other.key not in self.hidden or item.key in self.hidden)


def breaches(item: Item, shelf: Shelf) -> list[Breach | Problem]:
    """What an item names that is not there: registry ids, items, demands, links."""
    return [
        *_registry_ids(item, shelf),
        *_campaign(item, shelf),
        *_items(item, shelf),
        *_demands(item, shelf),
        *_route_hosts(item, shelf.platforms),
        *_forms(item),
        *_mail(item),
        *_links(item, shelf),
    ]


def told(breach: Breach | Problem, record: Record) -> Problem:
    """A breach at its line in the files of the item."""
    if isinstance(breach, Problem):
        return breach
    if breach.file == FACTS:
        return record.document.problem(breach.loc, breach.rule, breach.found, breach.remedy)
    words = record.words[breach.file.removesuffix(".md")]
    return words.text_problem(breach.loc, breach.rule, breach.found, breach.remedy)


def _registry_ids(item: Item, shelf: Shelf) -> Iterator[Breach]:
    for loc, register, id_ in named_in(item.facts):
        known = shelf.ids.get(register)
        if known is not None and id_ not in known:
            rule = f"`{'.'.join(map(str, loc))}` must be an id of registry/{register}.yaml"
            remedy = f"Add it to the registry, or use one of: {listed(known) or 'none yet'}."
            yield Breach(FACTS, loc, rule, id_, remedy)


def named_in(facts: Facts | None) -> Named:
    """Every id of the registry that facts name."""
    if facts is None:
        return
    yield from _each("topics", "topics", facts.topics)
    match facts:
        case CampaignFacts():
            for number, stage in enumerate(facts.bill):
                if stage.body:
                    yield ("bill", number, "body"), "bodies", stage.body
        case PetitionFacts():
            yield from _each("addressees", "bodies", facts.addressees)
            yield from _each("started_by", "organisations", facts.started_by)
            for number, route in enumerate(facts.routes):
                if route.platform:
                    yield ("routes", number, "platform"), "platforms", route.platform
        case StatementFacts():
            yield from _each("addressees", "bodies", facts.addressees)
            yield from _each("copies", "bodies", facts.copies)
            yield from _each("signed_by", "organisations", facts.signed_by)
            yield from ((("recommendations", id_), "bodies", id_) for id_ in facts.recommendations)


def _each(key: str, register: str, ids: Iterable[str]) -> Named:
    return (((key, number), register, id_) for number, id_ in enumerate(ids))


def _campaign(item: Item, shelf: Shelf) -> Iterator[Problem]:
    if item.kind in FOLDER_OF_KIND and item.campaign not in shelf.by_key:
        folder = f"content/campaigns/{item.campaign}"
        rule = "the campaign of an item must have facts and words of its own"
        yield Problem(folder, 1, rule, "", "Run `python3 tasks.py new campaign` with its name.")


def _routes(item: Item) -> Iterator[tuple[int, RouteFacts]]:
    """The ways to sign a petition, each with its place in the facts."""
    if isinstance(item.facts, PetitionFacts):
        yield from enumerate(item.facts.routes)


def _route_hosts(item: Item, platforms: Mapping[str, Any]) -> Iterator[Breach]:
    """A button with a platform's name leads to that platform."""
    for number, route in _routes(item):
        platform = platforms.get(route.platform or "")
        if platform and platform.url and route.url and not is_of(route.url, platform.url):
            rule = f"`routes.{number}.url` must be on the host of its platform ({platform.url})"
            remedy = "Correct the address, or the platform's `url` in the registry."
            yield Breach(FACTS, ("routes", number, "url"), rule, route.url, remedy)


def _forms(item: Item) -> Iterator[Breach]:
    """What is filled in goes to somebody whom the page names, and nobody reads it on the way."""
    for number, route in _routes(item):
        name = f"`routes.{number}`"
        if route.kind != "form" or not route.url:
            continue
        if not route.platform:
            rule = f"{name} must name the platform that receives what is filled in"
            remedy = "Add `platform: …`; its `receives` in the registry says who that is."
            yield Breach(FACTS, ("routes", number), rule, "", remedy)
        if urlsplit(route.url).scheme != "https":
            rule = f"`routes.{number}.url` must begin with https://, as it is the address of a form"
            remedy = "Ask the platform for its safe address."
            yield Breach(FACTS, ("routes", number, "url"), rule, route.url, remedy)


def _mail(item: Item) -> Iterator[Breach]:
    for number, route in _routes(item):
        if route.kind == "email" and route.address and not is_email(route.address):
            rule = f"`routes.{number}.address` must be an e-mail address, as mail is sent to it"
            remedy = "Write it as name@example.org, or correct the `kind`."
            yield Breach(FACTS, ("routes", number, "address"), rule, route.address, remedy)


def _items(item: Item, shelf: Shelf) -> Iterator[Breach]:
    """Other items that facts name."""
    for loc, key, kinds in _other_items(item.facts):
        other = shelf.by_key.get(key)
        name = f"`{'.'.join(map(str, loc))}`"
        if other is None or other.kind not in kinds:
            rule = f"{name} must be campaign/item of a {' or '.join(kinds)}"
            remedy = "Write it as the names of the two folders, such as open-internet/first."
            yield Breach(FACTS, loc, rule, key, remedy)
        elif not shelf.shows(item, other):
            remedy = "It is a draft or not published yet; publish it or take the reference out."
            yield Breach(FACTS, loc, f"{name} must be a published item", key, remedy)


def _other_items(facts: Facts | None) -> Iterator[tuple[Loc, str, tuple[str, ...]]]:
    for number, key in enumerate(facts.related if facts else ()):
        yield ("related", number), key, tuple(FOLDER_OF_KIND)
    if isinstance(facts, PetitionFacts) and facts.superseded_by:
        yield ("superseded_by",), facts.superseded_by, ("petition",)


def _demands(item: Item, shelf: Shelf) -> Iterator[Breach]:
    """A petition's demands are some of its campaign's."""
    campaign = shelf.by_key.get(item.campaign)
    if isinstance(item.facts, PetitionFacts) and campaign and campaign.facts:
        for number, id_ in enumerate(item.facts.demands):
            if id_ not in campaign.facts.demands:
                remedy = f"The campaign has: {listed(campaign.facts.demands) or 'none'}."
                rule = f"`demands.{number}` must be a demand of the campaign"
                yield Breach(FACTS, ("demands", number), rule, id_, remedy)


def _links(item: Item, shelf: Shelf) -> Iterator[Breach]:
    for edition in item.editions.values():
        wrong = {t: w for t in edition.leads_to if (w := _wrong(item, edition, t, shelf))}
        for loc, markup in edition.passages() if wrong else ():
            for link in markup.links:
                if found := wrong.get(target_of(item.path, link)):
                    yield Breach(f"{edition.language}.md", loc, found[0], link, found[1])


def _wrong(item: Item, edition: Edition, target: Target, shelf: Shelf) -> tuple[str, str] | None:
    """The rule that a link breaks and the remedy; None for a sound one."""
    reading = shelf.by_path.get(target.path)
    if reading is None:
        remedy = "Check the path from this file: it leads to a folder, or to a words file in one."
        return "a link must lead to a text of content", remedy
    found = reading.item
    if not shelf.shows(item, found):
        remedy = "It is a draft or not published yet; publish it or take the link out."
        return "a link must lead to a published text", remedy
    if target.language and reading.lacks_words(target.language):
        remedy = f"Link to the folder, or to one of: {listed(found.editions)}."
        return "a link to a words file needs that file", remedy
    if target.fragment and reading.has_sound_words:
        # A reader gets the edition in their own language, so the id must be in that one.
        shown = found.shown(edition.language)
        if target.fragment not in shown.text.headings:
            remedy = f"Write {{#{target.fragment}}} behind that heading in each language."
            file = f"{found.path}/{shown.language}.md"
            return f"#{target.fragment} must be a heading in {file}", remedy
    return None
