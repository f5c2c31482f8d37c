"""The cards of all texts, each drawn once and kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

from plugins.minber.cache.crew import spread
from plugins.minber.cache.digests import digest_of, digest_of_files
from plugins.minber.cache.store import Store
from plugins.minber.cards.text import CardText, in_one_form
from plugins.minber.fonts.glyphs import characters_of, font_files, missing
from plugins.minber.fonts.lacking import Places, not_in_fonts
from plugins.minber.problems import Problem, SiteRefused

Track = Callable[[str, int, int], None]

_CARD, _WORDS = "card:", "words-of-card:"
"""What is kept: cards by what stands on them, and that by what it was taken from."""


@dataclass(frozen=True, slots=True)
class Order:
    """A card that is to be there."""

    path: str
    """From the root of the site."""
    key: str
    """The digest of all that its words are taken from."""
    places: Places
    write: Callable[[], CardText]


@dataclass(frozen=True, slots=True)
class Card:
    """A card as the site has it."""

    order: Order
    key: str
    """The digest of what stands on it, and of how it is drawn."""

    @property
    def path(self) -> str:
        """From the root of the site."""
        return self.order.path


@dataclass(frozen=True, slots=True)
class Easel:
    """Where the fonts of a theme are."""

    theme: Path

    @property
    def fonts(self) -> Path:
        return self.theme / "fonts"

    def digest(self) -> str:
        """The digest of all that decides how the same words are drawn."""
        room = Path(__file__).parent
        code = digest_of_files(room, room.glob("*.py"))
        fonts = digest_of_files(self.theme, font_files(self.fonts))
        return digest_of(version("pillow"), code, fonts)


def publish(
    orders: Sequence[Order], easel: Easel, store: Store, track: Track
) -> tuple[list[Card], int, list[Problem]]:
    """The cards that are ordered, in their order; how many are new; and why others cannot be."""
    known, drawn = _kept_words(orders, store), frozenset(store.keys(_CARD))
    wanted = [order for order in orders if _CARD + known.get(order.key, "") not in drawn]
    problems: list[Problem] = []
    done = new = 0
    for portion in spread(_drawing(easel, drawn), wanted):
        for order, found in portion:
            if isinstance(found, list):
                problems += found
            else:
                known[order], data = found
                store.put_many(_blobs(order, known[order], data))
                new += data is not None
        done += len(portion)
        track("Drawing cards", done, len(wanted))
    cards = [Card(order, known[order.key]) for order in orders if order.key in known]
    return cards, new, list(dict.fromkeys(problems))


def _kept_words(orders: Sequence[Order], store: Store) -> dict[str, str]:
    """The keys of cards by those of their orders, where the words are as they were."""
    blobs = store.get_many([_WORDS + order.key for order in orders])
    return {key.removeprefix(_WORDS): data.decode() for key, data in blobs.items()}


def _blobs(order: str, card: str, data: bytes | None) -> Iterator[tuple[str, bytes]]:
    if data is not None:
        yield _CARD + card, data
    yield _WORDS + order, card.encode()


_Found = tuple[str, bytes | None] | list[Problem]
"""The key of a card, with its bytes where it is new; or what is wrong with it."""


def _drawing(
    easel: Easel, known: Collection[str]
) -> Callable[[Sequence[Order]], list[tuple[str, _Found]]]:
    """What draws a portion of cards but for those that are known; each by the key of its order."""

    def draw(orders: Sequence[Order]) -> list[tuple[str, _Found]]:
        # Only now: Pillow is not needed where no card is new.
        from plugins.minber.cards.drawing import drawn
        from plugins.minber.cards.typefaces import types_of

        types, characters, look = types_of(easel.fonts), characters_of(easel.fonts), easel.digest()

        def found(order: Order) -> _Found:
            text = in_one_form(order.write())
            if lacks := list(missing(text.letters(), characters)):
                return [not_in_fonts(order.places, character) for character in lacks]
            key = digest_of(look, msgspec.json.encode(text).decode())
            return key, None if _CARD + key in known else drawn(text, types)

        return [(order.key, found(order)) for order in orders]

    return draw


def bytes_of(card: Card, easel: Easel, store: Store) -> bytes:
    """The bytes of a card, drawn anew where they are not kept; raises SiteRefused."""
    data = store.get(_CARD + card.key)
    if data is None:
        [(_, found)] = _drawing(easel, ())([card.order])
        if isinstance(found, list):
            raise SiteRefused(found)
        data = found[1]
    return data or b""


def keys_of(cards: Iterable[Card]) -> Iterator[str]:
    """The keys under which cards are kept."""
    for card in cards:
        yield from (_WORDS + card.order.key, _CARD + card.key)
