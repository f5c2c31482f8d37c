"""The documents of all items, each made once and kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from plugins.minber.cache.crew import spread
from plugins.minber.cache.progress import Track, worked_off
from plugins.minber.cache.store import Store
from plugins.minber.documents.codes import code_of
from plugins.minber.documents.press import Press, Printer
from plugins.minber.fonts.lacking import Places, not_in_fonts
from plugins.minber.problems import Problem, SiteRefused

FEW = 4
"""Documents that are made sooner than a further process is ready to make some."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a document says."""

    view: Any
    """A dataclass of plain data, which its template knows."""
    address: str
    """Of the page that it belongs to; "" where the site has no fixed place."""


@dataclass(frozen=True, slots=True)
class Order:
    """A document that is to be there."""

    kind: str
    """The name of its template."""
    language: str
    path: str
    """From the root of the site."""
    key: str
    """The digest of all that it is made of."""
    shown: str
    """The folder of its item as problems print it."""
    places: Places
    write: Callable[[Store], Manuscript]
    """With the texts of a store of the process that calls it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the site has it."""

    order: Order
    size: int
    """In bytes."""

    @property
    def path(self) -> str:
        return self.order.path

    @property
    def key(self) -> str:
        return self.order.key


def publish(
    orders: Sequence[Order], press: Press, store: Store, track: Track
) -> tuple[list[Document], list[Problem]]:
    """The documents that are ordered, in their order, and why others cannot be made."""
    sizes = _kept_sizes(store, {order.key for order in orders})
    wanted = [order for order in orders if order.key not in sizes]
    problems = press.lacks(order.kind for order in wanted) if wanted else []
    if wanted and not problems:
        found, problems = _printed(wanted, press, store, track)
        sizes.update(found)
    return [Document(o, sizes[o.key]) for o in orders if o.key in sizes], problems


def _printed(
    wanted: Sequence[Order], press: Press, store: Store, track: Track
) -> tuple[dict[str, int], list[Problem]]:
    """The sizes of documents by their keys, which are kept from now on, and what forbids others."""
    sizes: dict[str, int] = {}
    problems: list[Problem] = []
    work, told = _making(press, store), (track, "Printing")
    for key, made in worked_off(work, wanted, told, FEW, apart=True):
        if isinstance(made, bytes):
            sizes[key] = len(made)
            store.put_many([(_size_key(key), b"%d" % len(made)), (_document_key(key), made)])
        else:
            problems += made
    return sizes, problems


def _kept_sizes(store: Store, keys: Collection[str]) -> dict[str, int]:
    blobs = store.get_many([_size_key(key) for key in keys])
    sizes = {}
    for key in keys:
        with suppress(KeyError, ValueError):
            sizes[key] = int(blobs[_size_key(key)])
    return sizes


_Made = list[tuple[str, bytes | list[Problem]]]


def _making(press: Press, store: Store) -> Callable[[Sequence[Order]], _Made]:
    """What makes a portion of documents; each process that does has its own printer."""
    printer, lacking = cache(press.printer), press.lacking()

    def make(portion: Sequence[Order]) -> _Made:
        with closing(store.another()) as own:
            return [(order.key, _made(order, own, printer(), lacking)) for order in portion]

    return make


def _made(
    order: Order, store: Store, printer: Printer, lacking: Callable[[str], list[str]]
) -> bytes | list[Problem]:
    manuscript = order.write(store)
    data = {
        "address": manuscript.address,
        "code": code_of(manuscript.address),
        "view": manuscript.view,
    }
    text = unicodedata.normalize("NFC", msgspec.json.encode(data).decode())
    if lacks := lacking(text):
        return [not_in_fonts(order.places, character) for character in lacks]
    made = printer(order.kind, text)
    return [made] if isinstance(made, Problem) else made


def bytes_of(document: Document, press: Press, store: Store) -> bytes:
    """The bytes of a document, made anew where they are not kept; raises SiteRefused."""
    data = store.get(_document_key(document.order.key))
    if data is None:
        [[(_, made)]] = spread(_making(press, store), [document.order], apart=True)
        if not isinstance(made, bytes):
            raise SiteRefused(made)
        data = made
    return data


def keys_of(documents: Iterable[Document]) -> Iterator[str]:
    """The keys under which documents are kept."""
    for document in documents:
        yield from (_size_key(document.order.key), _document_key(document.order.key))


def _size_key(key: str) -> str:
    return f"document-size:{key}"


def _document_key(key: str) -> str:
    return f"document:{key}"
