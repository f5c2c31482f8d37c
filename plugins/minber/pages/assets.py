"""The files that pages show, offer or ask: pictures, documents, cards, the index of the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.minber import cards, documents, pictures, search
from plugins.minber.cache.store import Store
from plugins.minber.cards import Card, Easel
from plugins.minber.documents import Document, Press
from plugins.minber.pictures import Copy, Published
from plugins.minber.search import Index
from plugins.minber.views.here import Site


@dataclass(frozen=True, slots=True)
class Assets:
    pictures: Mapping[str, tuple[Published, Copy]]
    """The files of pictures by path."""
    documents: Mapping[str, Document]
    """By path."""
    press: Press
    cards: Mapping[str, Card]
    """By path."""
    easel: Easel
    index: Index

    def keys(self) -> dict[str, str]:
        """What each is made of, by path."""
        # The name of a picture's file has the digest of its bytes.
        pictures = {path: path for path in self.pictures}
        cards = {path: card.key for path, card in self.cards.items()}
        printed = {path: made.key for path, made in self.documents.items()}
        return {**pictures, **cards, **printed, **self.index.files}

    def held_by_archives(self) -> dict[str, str]:
        """The keys of those that belong to a text, by path: a card belongs to a link."""
        others = {*self.cards, *self.index.files}
        return {path: key for path, key in self.keys().items() if path not in others}

    def kept(self) -> Iterator[str]:
        """The keys under which a store keeps them."""
        yield from pictures.keys_of(picture for picture, _ in self.pictures.values())
        yield from documents.keys_of(self.documents.values())
        yield from cards.keys_of(self.cards.values())
        yield from search.keys_of(self.index)

    def bytes_of(self, path: str, store: Store) -> bytes:
        """A file, made anew where it is not kept; raises SiteRefused."""
        if path in self.documents:
            return documents.bytes_of(self.documents[path], self.press, store)
        if path in self.cards:
            return cards.bytes_of(self.cards[path], self.easel, store)
        if path in self.index.files:
            return search.bytes_of(self.index, path, store)
        return pictures.bytes_of(*self.pictures[path], store)


def assets_of(site: Site, press: Press, easel: Easel, index: Index) -> Assets:
    """All pictures, documents and cards of a site, and its index."""
    printed = (document for found in site.documents.values() for document in found)
    return Assets(
        {
            picture.path(copy): (picture, copy)
            for picture in site.pictures.values()
            for copy in picture.made.copies
        },
        {document.path: document for document in printed},
        press,
        {card.path: card for card in site.cards.values()},
        easel,
        index,
    )
