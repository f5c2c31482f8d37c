"""What stands on the card of a text, and what a page says of its card."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.cards import HEIGHT, WIDTH, CardText
from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.counts import Count, count_of
from plugins.minber.views.here import HOME, Here
from plugins.minber.views.wording import Wording

_DIGITS = 8
"""Of a card's key, behind its address: who keeps cards by address asks for a changed one anew."""


@dataclass(frozen=True, slots=True)
class CardImage:
    """A card as the head of a page names it."""

    address: str
    """Absolute."""
    width: int
    height: int
    alt: str


def home_text(here: Here) -> CardText:
    """The card of a home page: what the site is for."""
    return CardText(site=here.word("site.name"), title=here.word("site.tagline"))


def text_of_card(here: Here, item: Item) -> CardText:
    """The card of an edition: its title, and how far a petition has come."""
    count = count_of(here, item) if item.kind == "petition" else None
    return CardText(
        site=here.word("site.name"),
        kind=_kind(here, item),
        campaign=_campaign(here, item),
        title=here.title(item).text,
        count=_total(here, count) if count else "",
        goal=_goal(here, count) if count else "",
        share=count.share if count else None,
        is_open=here.site.chosen.states.get(item.key) == "open",
    )


def card_image(here: Here, item: Item | None = None) -> CardImage | None:
    """The card of an item, in the language that the page shows it in, or of the home page.

    None where there are no cards, and where the site has no fixed place: it must be absolute.
    """
    # What was withdrawn has no card; whoever passes its address on shows that of the site.
    shown = item.shown(here.code) if item and item.is_listed else None
    key = (item.key, shown.language) if item and shown else (HOME, here.code)
    card = here.site.cards.get(key)
    if card is None or not here.site.url:
        return None
    address = f"{addresses.absolute(card.path, here.site.url)}?{card.key[:_DIGITS]}"
    return CardImage(address, WIDTH, HEIGHT, _alt(here, item if shown else None))


def _alt(here: Here, item: Item | None) -> str:
    """What stands on a card, for those who do not see it."""
    if item is None:
        kind, title = here.word("site.name"), here.word("site.tagline")
    else:
        kind, title = _kind(here, item) or here.word("site.name"), here.title(item).text
    return here.site.words[here.code].filled("card.alt", kind=kind, title=title)


def _kind(here: Here, item: Item) -> str:
    return here.word(f"kind.{item.kind}") if item.kind != "page" else ""


def _campaign(here: Here, item: Item) -> str:
    if item.kind not in FOLDER_OF_KIND:
        return ""
    return here.title(here.library.by_key[item.campaign]).text


def _total(here: Here, count: Count) -> str:
    total = Wording(here).total(count)
    return total[:1].upper() + total[1:]


def _goal(here: Here, count: Count) -> str:
    if not count.goal:
        return ""
    wording = Wording(here)
    goal = wording.written("number", count.goal)
    return wording.filled("count.goal", goal=goal, share=count.share)
