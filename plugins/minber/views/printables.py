"""What a reader can print of an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.minber.library.model import Item
from plugins.minber.views.here import Here
from plugins.minber.views.sizes import Size, format_of, size_of

KINDS_OF_DOCUMENTS: Mapping[str, tuple[str, ...]] = {
    "petition": ("sheet", "poster", "letter"),
    "statement": ("statement",),
}
"""By the kind of the item, in the order in which a page offers them."""


def documents_of(item: Item, state: str) -> tuple[str, ...]:
    """The kinds of documents of an item; `state` is a petition's.

    A poster calls to sign, so there is one only while that is possible; and a signature sheet only
    where somebody takes it at an address that is known.
    """
    kinds = KINDS_OF_DOCUMENTS.get(item.kind, ())
    if item.kind != "petition":
        return kinds
    takes_sheets = any(route.kind == "paper" and route.address for route in item.facts.routes)
    is_useful = {"poster": state == "open", "sheet": state == "open" and takes_sheets}
    return tuple(kind for kind in kinds if is_useful.get(kind, True))


@dataclass(frozen=True, slots=True)
class Printable:
    kind: str
    """sheet, poster, letter or statement."""
    href: str
    lang: str
    """That of the original where there is no edition in the language of the page."""
    format: str
    """PDF."""
    size: Size


def printables(here: Here, item: Item) -> tuple[Printable, ...]:
    """The documents of the edition that is shown."""
    documents = here.site.documents.get((item.key, item.shown(here.code).language), ())
    return tuple(
        Printable(
            document.order.kind,
            here.href(document.path),
            document.order.language,
            format_of(document.path),
            size_of(document.size),
        )
        for document in documents
    )
