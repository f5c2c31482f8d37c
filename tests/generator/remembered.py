"""What other programs make of the same data, made once for many builds.

Whether a site is as from nothing depends on what they are asked for; that they give the same for
the same is of the tests of their rooms.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

import msgspec
import pytest

from plugins.minber.cache.digests import digest_of_bytes, digest_of_files
from plugins.minber.cards import drawing, typefaces
from plugins.minber.cards import publishing as cards
from plugins.minber.documents import Press
from plugins.minber.documents import press as documents
from plugins.minber.fonts.glyphs import characters_in, characters_of, font_files
from plugins.minber.search import publishing
from plugins.minber.search.indexer import index_files
from tests.memory import Memory


def remember(memory: Memory, patch: pytest.MonkeyPatch) -> None:
    """Keep documents, cards, the index of the search, and which characters fonts have.

    No test may change the fonts.
    """
    drawn, printer = drawing.drawn, Press.printer

    def characters(folder):
        look = digest_of_files(folder, font_files(folder))
        return memory.of(lambda: characters_of(folder), "characters", look)

    def in_font(path):
        look = digest_of_bytes(path.read_bytes())
        return memory.of(lambda: characters_in(path), "font", look)

    @wraps(drawn)
    def draw(text, types):
        return memory.of(lambda: drawn(text, types), "card", in_json(text))

    @wraps(index_files)
    def index(records):
        asked = list(records)
        return memory.of(lambda: index_files(asked), "index", in_json(asked))

    @wraps(printer)
    def printing(press):
        look = press.digest()
        # Typst is not started where all was printed before.
        return lambda template, data: memory.of(
            lambda: printer(press)(template, data), look, template, data
        )

    for module in (cards, documents):
        patch.setattr(module, "characters_of", characters)
    patch.setattr(typefaces, "characters_in", in_font)
    patch.setattr(drawing, "drawn", draw)
    patch.setattr(publishing, "index_files", index)
    patch.setattr(Press, "printer", printing)


def in_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
