"""Which documents can be printed, where they stand, and what each is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.minber.cache.digests import digest_of
from plugins.minber.cache.progress import Track
from plugins.minber.cache.store import Store
from plugins.minber.documents import Document, Manuscript, Order, Press, publish
from plugins.minber.library.model import Item
from plugins.minber.pages.inputs import Inputs
from plugins.minber.pages.places import places_of
from plugins.minber.problems import Problem
from plugins.minber.views import addresses
from plugins.minber.views.here import Here, Site, WithTexts
from plugins.minber.views.printables import documents_of


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where documents are made, and from what besides the items."""

    press: Press
    content: Path
    with_texts: WithTexts
    common: Mapping[str, str]
    """What all documents of a language are made of, besides the press."""


def printed(
    inputs: Inputs, workshop: Workshop, store: Store, track: Track
) -> tuple[Site, list[Problem]]:
    """The site with all that can be printed, and what forbids to print it."""
    wanted = list(orders(inputs, workshop))
    documents, problems = publish(wanted, workshop.press, store, track)
    keys = {item.path: item.key for item in inputs.site.library.items()}
    found: defaultdict[tuple[str, str], tuple[Document, ...]] = defaultdict(tuple)
    for document in documents:
        found[keys[document.order.shown], document.order.language] += (document,)
    return replace(inputs.site, documents=dict(found)), [*problems, *place_problems(wanted)]


def orders(inputs: Inputs, workshop: Workshop) -> Iterator[Order]:
    """The documents of every edition of what is listed, in the order of the library."""
    press, states = workshop.press.digest(), inputs.site.chosen.states
    for item in inputs.site.library.items():
        for code in item.editions if item.is_listed else ():
            for kind in documents_of(item, states.get(item.key, "")):
                path = addresses.of_document(item, code, kind)
                made_of = (press, workshop.common[code], *inputs.of_document(item, code))
                yield Order(
                    kind=kind,
                    language=code,
                    path=path,
                    key=digest_of(kind, path, *made_of),
                    shown=item.path,
                    places=places_of(inputs.site, item, code, workshop.content),
                    write=_writer(workshop.with_texts, item, code, kind),
                )


def _writer(
    with_texts: WithTexts, item: Item, code: str, kind: str
) -> Callable[[Store], Manuscript]:
    def write(store: Store) -> Manuscript:
        # Only now: where no document is new, what makes views is not needed.
        from plugins.minber.views.documents import manuscript

        site = with_texts(store)
        here = Here(site, site.library.language(code), addresses.of_item(item, code))
        return manuscript(here, item, kind)

    return write


def place_problems(wanted: Sequence[Order]) -> list[Problem]:
    """Documents that would stand in one place: a statement may be called as a petition's sheet."""
    first: dict[str, Order] = {}
    rule = "a document must have an address of its own"
    remedy = "Rename the folder."
    return [
        Problem(order.shown, 1, rule, order.path, remedy)
        for order in sorted(wanted, key=lambda order: (order.kind == "statement", order.path))
        if first.setdefault(order.path, order) is not order
    ]
