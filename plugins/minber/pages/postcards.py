"""Which cards there are, where they stand, and what each is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.cache.digests import digest_of
from plugins.minber.cache.progress import Track
from plugins.minber.cache.store import Store
from plugins.minber.cards import Card, CardText, Easel, Order, publish
from plugins.minber.fonts.lacking import Places
from plugins.minber.library.model import Item
from plugins.minber.pages.inputs import Inputs
from plugins.minber.pages.places import places_of
from plugins.minber.problems import Problem
from plugins.minber.views import addresses
from plugins.minber.views.here import HOME, Here, Site


@dataclass(frozen=True, slots=True)
class Atelier:
    """Where cards are drawn, and from what besides the items."""

    easel: Easel
    content: Path
    common: Mapping[str, str]
    """What all cards of a language are made of, besides the easel."""


Cards = Mapping[tuple[str, str], Card]
"""By the key of the item, or HOME, and the language."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The cards of a site."""

    cards: Cards
    new: int
    problems: tuple[Problem, ...]


NONE = Drawn({}, 0, ())


def draw(inputs: Inputs, atelier: Atelier, store: Store, track: Track) -> Drawn:
    """All cards, each kept in the store."""
    wanted = dict(orders(inputs, atelier))
    cards, new, problems = publish(list(wanted.values()), atelier.easel, store, track)
    keys = {order.path: key for key, order in wanted.items()}
    return Drawn({keys[card.path]: card for card in cards}, new, tuple(problems))


def orders(inputs: Inputs, atelier: Atelier) -> Iterator[tuple[tuple[str, str], Order]]:
    """The cards of home pages, and of every edition of what is listed."""
    site, look = inputs.site, atelier.easel.digest()
    for code, common in atelier.common.items():
        name = f"translations/{code}.po"
        written: Places = ((f"theme/{name}", atelier.easel.theme / name),)
        path = addresses.of_card(addresses.home(code))
        key = digest_of(path, look, common)
        yield (HOME, code), Order(path, key, written, _home(site, code))
    for item in site.library.by_key.values():
        for code in item.editions if item.is_listed else ():
            path = addresses.of_card(addresses.of_item(item, code))
            key = digest_of(path, look, atelier.common[code], *inputs.of_card(item, code))
            written = places_of(site, item, code, atelier.content)
            yield (item.key, code), Order(path, key, written, _text(site, item, code))


def _home(site: Site, code: str) -> Callable[[], CardText]:
    def write() -> CardText:
        # Only now: where no card is new, what makes views is not needed.
        from plugins.minber.views.cards import home_text

        return home_text(Here(site, site.library.language(code), addresses.home(code)))

    return write


def _text(site: Site, item: Item, code: str) -> Callable[[], CardText]:
    def write() -> CardText:
        from plugins.minber.views.cards import text_of_card

        here = Here(site, site.library.language(code), addresses.of_item(item, code))
        return text_of_card(here, item)

    return write
