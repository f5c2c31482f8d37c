"""Everything that one file says about another must be there.

Nothing is said about what a file with problems of its own may hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.minber.library.editions import passages
from plugins.minber.library.links import Target, target_of
from plugins.minber.library.model import Item
from plugins.minber.problems import Problem, listed
from plugins.minber.schema.agreement import translation_problems
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.facts import CampaignFacts, PetitionFacts, StatementFacts
from plugins.minber.schema.records import Record
from plugins.minber.schema.words import WordsFile
from plugins.minber.source.addresses import is_of
from plugins.minber.source.files import is_file_name, is_picture
from plugins.minber.source.folders import FOLDER_OF_KIND

Names = Iterator[tuple[Loc, str, str]]
"""(place in facts.yaml, register, id)"""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a reference may name."""

    ids: Mapping[str, Collection[str]]
    """By register; a register that cannot be read is missing."""
    platforms: Mapping[str, Any]
    by_path: Mapping[str, tuple[Record, Item]]
    """Every folder of content, also of drafts and with problems."""
    by_key: Mapping[str, Item]
    hidden: Collection[str]
    """Keys of drafts and of what is to be published later: only another of them may name one."""

    def shows(self, item: Item, other: Item | None) -> bool:
        """Whether readers of `item` can also read `other`."""
        return other is not None and (other.key not in self.hidden or item.key in self.hidden)


def reference_problems(record: Record, item: Item, shelf: Shelf) -> list[Problem]:
    """What a record names that is not there: registry ids, items, demands, links, pictures."""
    problems = [*_registry_ids(record, shelf), *_campaign(item, shelf)]
    problems += [*_items(record, item, shelf), *_demands(record, shelf)]
    problems += _route_hosts(record, shelf.platforms)
    for language, edition in item.editions.items():
        words = record.words[language]
        for loc, markup in passages(edition):
            for link in markup.links:
                problems += _link(item, words, loc, link, shelf)
            for picture in markup.pictures:
                problems += _picture(record, words, loc, picture)
            for fragment in markup.fragments:
                problems += _fragment(words, loc, fragment, edition.text.headings)
    return problems


def _registry_ids(record: Record, shelf: Shelf) -> Iterator[Problem]:
    for loc, register, id_ in _named(record):
        known = shelf.ids.get(register)
        if known is not None and id_ not in known:
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


def _campaign(item: Item, shelf: Shelf) -> Iterator[Problem]:
    if item.kind in FOLDER_OF_KIND and item.campaign not in shelf.by_key:
        folder = f"content/campaigns/{item.campaign}"
        rule = "the campaign of an item must have facts and words of its own"
        yield Problem(folder, 1, rule, "", "Run `python3 tasks.py new campaign` with its name.")


def _route_hosts(record: Record, platforms: Mapping[str, Any]) -> Iterator[Problem]:
    """A button with a platform's name leads to that platform."""
    routes = record.facts.routes if isinstance(record.facts, PetitionFacts) else ()
    for number, route in enumerate(routes):
        platform = platforms.get(route.platform or "")
        if platform and platform.url and route.url and not is_of(route.url, platform.url):
            rule = f"`routes.{number}.url` must be on the host of its platform ({platform.url})"
            remedy = "Correct the address, or the platform's `url` in the registry."
            yield record.document.problem(("routes", number, "url"), rule, route.url, remedy)


def _items(record: Record, item: Item, shelf: Shelf) -> Iterator[Problem]:
    """Other items that facts name."""
    for loc, key, kinds in _other_items(record):
        other = shelf.by_key.get(key)
        name = f"`{'.'.join(map(str, loc))}`"
        if other is None or other.kind not in kinds:
            rule = f"{name} must be campaign/item of a {' or '.join(kinds)}"
            remedy = "Write it as the names of the two folders, such as open-internet/first."
            yield record.document.problem(loc, rule, key, remedy)
        elif not shelf.shows(item, other):
            remedy = "It is a draft or not published yet; publish it or take the reference out."
            yield record.document.problem(loc, f"{name} must be a published item", key, remedy)


def _other_items(record: Record) -> Iterator[tuple[Loc, str, tuple[str, ...]]]:
    facts = record.facts
    for number, key in enumerate(facts.related if facts else ()):
        yield ("related", number), key, tuple(FOLDER_OF_KIND)
    if isinstance(facts, PetitionFacts) and facts.superseded_by:
        yield ("superseded_by",), facts.superseded_by, ("petition",)


def _demands(record: Record, shelf: Shelf) -> Iterator[Problem]:
    """A petition's demands are some of its campaign's."""
    campaign = shelf.by_key.get(record.folder.campaign)
    if isinstance(record.facts, PetitionFacts) and campaign and campaign.facts:
        for number, id_ in enumerate(record.facts.demands):
            if id_ not in campaign.facts.demands:
                remedy = f"The campaign has: {listed(campaign.facts.demands) or 'none'}."
                rule = f"`demands.{number}` must be a demand of the campaign"
                yield record.document.problem(("demands", number), rule, id_, remedy)


def _link(item: Item, words: WordsFile, loc: Loc, link: str, shelf: Shelf) -> Iterator[Problem]:
    target = target_of(item.path, link)
    record, found = shelf.by_path.get(target.path, (None, None))
    if record is None or found is None:
        remedy = "Check the path from this file: it leads to a folder, or to a words file in one."
        yield words.text_problem(loc, "a link must lead to a text of content", link, remedy)
    elif not shelf.shows(item, found):
        remedy = "It is a draft or not published yet; publish it or take the link out."
        yield words.text_problem(loc, "a link must lead to a published text", link, remedy)
    elif target.language and record.lacks_words(target.language):
        remedy = f"Link to the folder, or to one of: {listed(found.editions)}."
        yield words.text_problem(loc, "a link to a words file needs that file", link, remedy)
    elif target.fragment and not record.has_faulty_words and not translation_problems(record):
        yield from _heading(words, loc, link, target, found)


def _heading(
    words: WordsFile, loc: Loc, link: str, target: Target, found: Item
) -> Iterator[Problem]:
    # A reader gets the edition in their own language, so the id must be in that one.
    edition = found.shown(words.language)
    if target.fragment not in edition.text.headings:
        remedy = f"Write {{#{target.fragment}}} behind that heading in each language."
        rule = f"#{target.fragment} must be a heading in {found.path}/{edition.language}.md"
        yield words.text_problem(loc, rule, link, remedy)


def _picture(record: Record, words: WordsFile, loc: Loc, name: str) -> Iterator[Problem]:
    here = {*record.folder.files, *record.faulty}
    if not (is_file_name(name) and is_picture(name) and name in here) and "/" not in name:
        rule = "a picture in the text must be a file of this folder"
        pictures = set(record.facts.pictures) if record.facts else set()
        yield words.text_problem(loc, rule, name, f"There are: {listed(pictures) or 'none'}.")


def _fragment(
    words: WordsFile, loc: Loc, fragment: str, headings: Collection[str]
) -> Iterator[Problem]:
    """A link within the text."""
    if fragment not in headings:
        rule = "a link within the text must lead to one of its headings"
        remedy = f"There are: {listed(headings) or 'none'}."
        yield words.text_problem(loc, rule, f"#{fragment}", remedy)
