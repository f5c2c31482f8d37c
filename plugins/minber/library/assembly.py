"""From the tree of content to the library of what is published on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.minber.languages.settings import Language
from plugins.minber.ledger.counts import ledger_problems
from plugins.minber.library.calendar import date_problems
from plugins.minber.library.editions import Convert, item_of, markup_problems
from plugins.minber.library.model import Campaign, Item, Library, newest_first
from plugins.minber.library.privacy import declared_in, privacy_problems
from plugins.minber.library.references import Shelf, reference_problems
from plugins.minber.library.spelling import spelling_problems
from plugins.minber.problems import Problem
from plugins.minber.schema.agreement import agreement_problems, translation_problems
from plugins.minber.schema.days import day_of
from plugins.minber.schema.facts import PetitionFacts
from plugins.minber.schema.records import Record, read_record
from plugins.minber.schema.registers import Registers, read_registers
from plugins.minber.schema.registry import Registry
from plugins.minber.schema.unfinished import unfinished_problems
from plugins.minber.source.tree import Tree, read_tree


@dataclass(frozen=True, slots=True)
class Plan:
    """What the library is made for."""

    content: Path
    languages: tuple[Language, ...]
    today: date
    with_drafts: bool = False
    """Drafts and what is to be published later too: for the editor's eyes only."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.languages)


def assemble(plan: Plan, convert: Convert) -> tuple[Library, list[Problem]]:
    """The library, and everything that an editor must mend before it may be published."""
    tree, problems = read_tree(plan.content, plan.codes)
    registers, found = read_registers(tree.registry, plan.codes)
    problems += found
    pairs: list[tuple[Record, Item]] = []
    for folder in tree.folders:
        record, found = read_record(folder, plan.codes)
        problems += found
        pairs.append((record, item_of(record, convert)))
    hidden = _hidden(plan, [item for _, item in pairs])
    shelf = _shelf(pairs, registers, hidden)
    for record, item in pairs:
        problems += _problems(record, item, shelf, plan)
    problems += _private(tree, [record for record, _ in pairs])
    shown = [i for record, i in pairs if i.key not in hidden and _is_whole(record)]
    return _library(plan, shown, registers.registry), problems


def _shelf(pairs: list[tuple[Record, Item]], registers: Registers, hidden: frozenset[str]) -> Shelf:
    by_path = {item.path: (record, item) for record, item in pairs}
    platforms = registers.registry.platforms
    return Shelf(registers.ids, platforms, by_path, {item.key: item for _, item in pairs}, hidden)


def _is_whole(record: Record) -> bool:
    return not record.faulty and bool(record.words) and not translation_problems(record)


def _problems(record: Record, item: Item, shelf: Shelf, plan: Plan) -> list[Problem]:
    problems = agreement_problems(record) + unfinished_problems(record)
    problems += date_problems(record, plan.today)
    problems += markup_problems(record, item) + spelling_problems(record, plan.languages)
    problems += reference_problems(record, item, shelf)
    path = record.folder.path_of("signatures.csv")
    routes = record.facts.routes if isinstance(record.facts, PetitionFacts) else None
    problems += ledger_problems(path, record.signatures, routes, plan.today)
    return problems


def _private(tree: Tree, records: list[Record]) -> list[Problem]:
    declared = {found for record in records for found in declared_in(record.facts)}
    # What a file with problems declares is not known, so its folder waits.
    known = [r.folder for r in records if r.facts or r.folder.kind == "page"]
    return [p for folder in (*known, tree.registry) for p in privacy_problems(folder, declared)]


def _hidden(plan: Plan, items: list[Item]) -> frozenset[str]:
    """Keys of drafts and of what is to be published later, and of all items of such campaigns."""
    own = {item.key for item in items if not (plan.with_drafts or _is_public(item, plan.today))}
    return frozenset(own | {item.key for item in items if item.campaign in own})


def _is_public(item: Item, today: date) -> bool:
    if item.facts is None:
        return True
    return not item.facts.draft and day_of(item.facts.published) <= today


def _library(plan: Plan, items: list[Item], registry: Registry) -> Library:
    campaigns = [_campaign(item, items) for item in items if item.kind == "campaign"]
    return Library(
        languages=plan.languages,
        campaigns=tuple(sorted(campaigns, key=_newest_campaign_first)),
        pages=tuple(item for item in items if item.kind == "page"),
        registry=registry,
        today=plan.today,
        by_path={item.path: item for item in items},
        by_key={item.key: item for item in items},
    )


def _campaign(campaign: Item, items: list[Item]) -> Campaign:
    own = [i for i in items if i.campaign == campaign.slug and i.kind != "campaign"]
    return Campaign(campaign, tuple(sorted(own, key=newest_first)))


def _newest_campaign_first(campaign: Campaign) -> tuple[tuple[int, int, int, str], str]:
    return min(newest_first(i) for i in (campaign.item, *campaign.items)), campaign.item.key
