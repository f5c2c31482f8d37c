"""Everything that one file says about another must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.minber.library.editions import line_of
from plugins.minber.library.links import target_of
from plugins.minber.library.model import Item
from plugins.minber.problems import Problem, listed
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.facts import CampaignFacts, PetitionFacts, StatementFacts
from plugins.minber.schema.records import Record
from plugins.minber.schema.registry import Registry
from plugins.minber.schema.words import WordsFile

Names = Iterator[tuple[Loc, str, str]]
"""(place in facts.yaml, register, id)"""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a reference may name."""

    registry: Registry
    by_path: Mapping[str, Item]
    by_key: Mapping[str, Item]
    hidden: frozenset[str]
    """Keys of drafts and of what is to be published later."""


def reference_problems(record: Record, item: Item, shelf: Shelf) -> list[Problem]:
    """What a record names that is not there: registry ids, items, demands, links, pictures."""
    problems = [*_registry_ids(record, shelf.registry), *_items(record, item, shelf)]
    for language, edition in item.editions.items():
        words = record.words[language]
        for markup in (edition.text, *edition.actions, *edition.answers):
            for link in markup.links:
                problems += _link(item, words, link, shelf)
            for picture in markup.pictures:
                problems += _picture(item, words, picture)
        problems += _fragments(item, words)
    return problems


def _registry_ids(record: Record, registry: Registry) -> Iterator[Problem]:
    for loc, register, id_ in _named(record):
        known: Mapping[str, object] = getattr(registry, register)
        if id_ not in known:
            rule = f"`{'.'.join(map(str, loc))}` must be an id of registry/{register}.yaml"
            remedy = f"Add it to the registry, or use one of: {listed(known) or 'none yet'}."
            yield record.document.problem(loc, rule, id_, remedy)


def _named(record: Record) -> Names:
    """Every id of the registry that facts name."""
    facts = record.facts
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


def _each(key: str, register: str, ids: Iterable[str]) -> Names:
    return (((key, number), register, id_) for number, id_ in enumerate(ids))


def _items(record: Record, item: Item, shelf: Shelf) -> Iterator[Problem]:
    """Campaigns, demands and other items that facts name."""
    facts = record.facts
    if item.kind not in ("campaign", "page") and item.campaign not in shelf.by_key:
        folder = f"content/campaigns/{item.campaign}"
        if item.campaign not in shelf.hidden:
            rule = "the campaign of an item must have facts and words of its own"
            yield Problem(folder, 1, rule, "", "Run `invoke new campaign` with its name.")
    for loc, key in _other_items(facts):
        if key not in shelf.by_key:
            rule = f"`{'.'.join(map(str, loc))}` must be campaign/item of a published item"
            yield record.document.problem(loc, rule, key, _why_not(key, shelf))
    campaign = shelf.by_key.get(item.campaign)
    if isinstance(facts, PetitionFacts) and campaign:
        for number, id_ in enumerate(facts.demands):
            if id_ not in campaign.facts.demands:
                remedy = f"The campaign has: {listed(campaign.facts.demands) or 'none'}."
                rule = f"`demands.{number}` must be a demand of the campaign"
                yield record.document.problem(("demands", number), rule, id_, remedy)


def _other_items(facts: object) -> Iterator[tuple[Loc, str]]:
    if facts is None:
        return
    for number, key in enumerate(getattr(facts, "related", ())):
        yield ("related", number), key
    if isinstance(facts, PetitionFacts) and facts.superseded_by:
        yield ("superseded_by",), facts.superseded_by


def _why_not(key: str, shelf: Shelf) -> str:
    if key in shelf.hidden:
        return "It is a draft or not published yet; publish it or take the reference out."
    return "Write it as the names of the two folders, such as open-internet/2021-amendments."


def _link(item: Item, words: WordsFile, link: str, shelf: Shelf) -> Iterator[Problem]:
    target = target_of(item.path, link)
    found = shelf.by_path.get(target.path)
    path, line = words.document.path, line_of(words, link)
    if found is None:
        remedy = "Check the path from this file; a text that is a draft cannot be linked."
        yield Problem(path, line, "a link must lead to published content", link, remedy)
    elif target.language and target.language not in found.editions:
        remedy = f"Link to the folder, or to one of: {listed(found.editions)}."
        yield Problem(path, line, "a link to a words file needs that file", link, remedy)
    elif target.fragment:
        # A reader gets the edition in their own language, so the id must be in that one.
        edition = found.shown(words.language)
        if target.fragment not in edition.text.headings:
            remedy = f"Write {{#{target.fragment}}} behind that heading in each language."
            rule = f"#{target.fragment} must be a heading in {found.path}/{edition.language}.md"
            yield Problem(path, line, rule, link, remedy)


def _picture(item: Item, words: WordsFile, name: str) -> Iterator[Problem]:
    if name not in item.pictures and "/" not in name:
        rule = "a picture in the text must be a file of this folder"
        remedy = f"There are: {listed(item.pictures) or 'none'}."
        yield Problem(words.document.path, line_of(words, name), rule, name, remedy)


def _fragments(item: Item, words: WordsFile) -> Iterator[Problem]:
    """Links within a text."""
    markup = item.editions[words.language].text
    for fragment in markup.fragments:
        if fragment not in markup.headings:
            rule = "a link within the text must lead to one of its headings"
            remedy = f"There are: {listed(markup.headings) or 'none'}."
            yield Problem(
                words.document.path, line_of(words, f"#{fragment}"), rule, f"#{fragment}", remedy
            )
