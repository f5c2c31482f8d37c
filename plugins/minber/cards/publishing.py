"""The cards of all texts, each drawn once and kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

import msgspec

from plugins.minber.cache.digests import digest_of, digest_of_files
from plugins.minber.cache.progress import Track, worked_off
from plugins.minber.cache.store import Store
from plugins.minber.cards.fonts import FONTS
from plugins.minber.cards.text import CardText, in_one_form
from plugins.minber.fonts.glyphs import characters_of, font_files, missing
from plugins.minber.fonts.lacking import Places, not_in_fonts
from plugins.minber.problems import Problem, SiteRefused

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

    def lacks(self) -> list[Problem]:
        """The fonts that a theme lacks."""
        rule = "a theme must have the fonts that cards are drawn with"
        remedy = "Take it over from the theme of this repository, or write CARDS = False."
        paths = (f"fonts/{name}" for name in FONTS if not (self.fonts / name).is_file())
        return [Problem(f"{self.theme.name}/{path}", 1, rule, "", remedy) for path in paths]


def publish(
    orders: Sequence[Order], easel: Easel, store: Store, track: Track
) -> tuple[list[Card], int, list[Problem]]:
    """The cards that are ordered, in their order; how many are new; and why others cannot be."""
    known, drawn = _kept_words(orders, store), frozenset(store.keys(_CARD))
    wanted = [order for order in orders if _CARD + known.get(order.key, "") not in drawn]
    problems = easel.lacks() if wanted else []
    new = 0
    work = _drawing(easel, drawn)
    for order, found in () if problems else worked_off(work, wanted, (track, "Drawing cards")):
        if isinstance(found, list):
            problems += found
        else:
            known[order], data = found
            store.put_many(_blobs(order, known[order], data))
            new += bool(data)
    cards = [Card(order, known[order.key]) for order in orders if order.key in known]
    return cards, new, list(dict.fromkeys(problems))


def _kept_words(orders: Sequence[Order], store: Store) -> dict[str, str]:
    """The keys of cards by those of their orders, where the words are as they were."""
    blobs = store.get_many([_WORDS + order.key for order in orders])
    return {key.removeprefix(_WORDS): data.decode() for key, data in blobs.items()}


def _blobs(order: str, card: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data:
        yield _CARD + card, data
    yield _WORDS + order, card.encode()


_Found = tuple[str, bytes] | list[Problem]
"""The key of a card with its bytes, which are none where it is kept; or what is wrong with it."""


def _drawing(
    easel: Easel, known: Collection[str]
) -> Callable[[Sequence[Order]], list[tuple[str, _Found]]]:
    """What draws a portion of cards but for those that are known; each by the key of its order."""
    tools = cache(partial(_tools, easel))

    def draw(orders: Sequence[Order]) -> list[tuple[str, _Found]]:
        drawn, characters, look = tools()

        def found(order: Order) -> _Found:
            text = in_one_form(order.write())
            if lacks := list(missing(text.letters(), characters)):
                return [not_in_fonts(order.places, character) for character in lacks]
            key = digest_of(look, msgspec.json.encode(text).decode())
            return key, b"" if _CARD + key in known else drawn(text)

        return [(order.key, found(order)) for order in orders]

    return draw


def _tools(easel: Easel) -> tuple[Callable[[CardText], bytes], frozenset[str], str]:
    """What draws a card, the characters that it has, and the digest of how it draws."""
    # Only now: Pillow is not needed where no card is new.
    from plugins.minber.cards.drawing import drawn
    from plugins.minber.cards.typefaces import types_of

    types = types_of(easel.fonts)
    return lambda text: drawn(text, types), characters_of(easel.fonts), easel.digest()


def bytes_of(card: Card, easel: Easel, store: Store) -> bytes:
    """The bytes of a card, drawn anew where they are not kept; raises SiteRefused."""
    data = store.get(_CARD + card.key)
    if data is None:
        [(_, found)] = _drawing(easel, ())([card.order])
        if isinstance(found, list):
            raise SiteRefused(found)
        _, data = found
    return data


def keys_of(cards: Iterable[Card]) -> Iterator[str]:
    """The keys under which cards are kept."""
    for card in cards:
        yield from (_WORDS + card.order.key, _CARD + card.key)
