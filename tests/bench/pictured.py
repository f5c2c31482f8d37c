"""A site of news pieces with a photograph each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.items import Item
from tests.bench.prose import Writer, chance

NAME = "photograph.jpg"
CREDIT = "Example"


@dataclass(frozen=True)
class Pictured(Corpus):
    """News only, each piece with a photograph."""

    kinds: Sequence[str] = ("news",)
    photographs: Sequence[Path] = ()
    """Of the pieces in their order; what is left is for edits."""

    def items(self) -> Iterator[Item]:
        """Everything, campaign by campaign."""
        numbers = iter(self.photographs)
        for item in super().items():
            yield self._pictured(item, next(numbers)) if item.place.kind == "news" else item

    def item(self, number: int) -> Item:
        """One news piece."""
        return self._pictured(super().item(number), self.photographs[number])

    def _pictured(self, item: Item, photograph: Path) -> Item:
        facts = {**item.facts, "pictures": {NAME: {"credit": CREDIT}}}
        texts = {}
        for code, text in item.texts.items():
            alt = Writer(chance(self.seed, "alt", item.place.key, code), code).phrase(6, 12)
            texts[code] = replace(text, front={**text.front, "alt": {NAME: alt}})
        return replace(item, facts=facts, texts=texts, photographs={NAME: photograph})

    @property
    def spare(self) -> Sequence[Path]:
        """Photographs of no piece yet."""
        return self.photographs[len(self.places) :]


def place_photographs(item: Item, folder: Path) -> None:
    """Put an item's photographs into its folder."""
    for name, photograph in item.photographs.items():
        place(photograph, folder / name)


def place(photograph: Path, path: Path) -> None:
    """Put a photograph at a path instead of what is there: as a link, as there are many."""
    path.unlink(missing_ok=True)
    os.link(photograph, path)
