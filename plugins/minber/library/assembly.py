"""From the tree of content to the library of what is published on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.minber.languages.settings import Language
from plugins.minber.ledger.counts import ledger_problems
from plugins.minber.library.editions import Convert, item_of, markup_problems
from plugins.minber.library.model import Campaign, Item, Library, newest_first
from plugins.minber.library.privacy import privacy_problems
from plugins.minber.library.references import Shelf, reference_problems
from plugins.minber.library.spelling import spelling_problems
from plugins.minber.problems import Problem, listed
from plugins.minber.schema.agreement import agreement_problems
from plugins.minber.schema.days import day_of
from plugins.minber.schema.documents import Document
from plugins.minber.schema.facts import PetitionFacts
from plugins.minber.schema.records import Record, read_record, read_registry
from plugins.minber.schema.registry import Registry
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


def read_records(plan: Plan) -> tuple[tuple[Record, ...], Registry, list[Problem]]:
    """The records of all folders whose files can be used, the registry, all problems."""
    tree, problems = read_tree(plan.content, plan.codes)
    registry, documents, registry_problems = read_registry(tree.registers, plan.codes)
    records, record_problems = _records(tree, plan)
    found = [
        *problems,
        *registry_problems,
        *record_problems,
        *_successors(registry, documents.get("bodies")),
    ]
    return records, registry, found


def assemble(plan: Plan, convert: Convert) -> tuple[Library, list[Problem]]:
    """The library, and everything that an editor must mend before it may be published."""
    records, registry, problems = read_records(plan)
    sound = [record for record in records if not agreement_problems(record)]
    pairs = [(record, item_of(record, convert)) for record in sound]
    shown = {item.key for _, item in pairs if plan.with_drafts or _is_public(item, plan.today)}
    # Items of a campaign that is itself a draft are drafts.
    shown -= {i.key for _, i in pairs if i.campaign and _of_hidden_campaign(i, pairs, shown)}
    items = [item for _, item in pairs if item.key in shown]
    library = _library(plan, items, registry)
    keys = frozenset(item.key for _, item in pairs) - shown
    shelf = Shelf(registry, library.by_path, library.by_key, keys)
    for record in records:
        problems += agreement_problems(record)
    for record, item in pairs:
        problems += _item_problems(record, item, shelf, plan)
    return library, problems


def _item_problems(record: Record, item: Item, shelf: Shelf, plan: Plan) -> list[Problem]:
    problems = markup_problems(record, item) + spelling_problems(record, plan.languages)
    problems += privacy_problems(record)
    if item.key not in shelf.hidden:
        problems += reference_problems(record, item, shelf)
    if isinstance(record.facts, PetitionFacts):
        path = record.folder.path_of("signatures.csv")
        problems += ledger_problems(path, record.signatures, record.facts, plan.today)
    return problems


def _records(tree: Tree, plan: Plan) -> tuple[tuple[Record, ...], list[Problem]]:
    records, problems = [], []
    for folder in tree.folders:
        record, found = read_record(folder, plan.codes)
        problems += found
        if record:
            records.append(record)
    return tuple(records), problems


def _successors(registry: Registry, document: Document | None) -> list[Problem]:
    if document is None:
        return []
    rule = "a successor must be an id of registry/bodies.yaml"
    remedy = f"There are: {listed(registry.bodies)}."
    return [
        document.problem((body.id, "successor"), rule, body.successor, remedy)
        for body in registry.bodies.values()
        if body.successor and body.successor not in registry.bodies
    ]


def _is_public(item: Item, today: date) -> bool:
    if item.facts is None:
        return True
    return not item.facts.draft and day_of(item.facts.published) <= today


def _of_hidden_campaign(item: Item, pairs: list[tuple[Record, Item]], shown: set[str]) -> bool:
    is_there = any(other.key == item.campaign for _, other in pairs)
    return is_there and item.campaign not in shown


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
