"""The pictures of an item, with their words."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.library.model import Item
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase


@dataclass(frozen=True, slots=True)
class Picture:
    href: str
    width: int
    height: int
    alt: Phrase
    caption: Phrase | None
    credit: str
    source: str
    """An address, or ""."""
    licence: str


def pictures_of(here: Here, item: Item) -> tuple[Picture, ...]:
    """The pictures in the order of the facts; the first is the lead."""
    if item.facts is None:
        return ()
    known = (name for name in item.facts.pictures if (item.key, name) in here.site.pictures)
    return tuple(_picture(here, item, name) for name in known)


def _picture(here: Here, item: Item, name: str) -> Picture:
    edition = item.shown(here.code)
    published, facts = here.site.pictures[item.key, name], item.facts.pictures[name]
    return Picture(
        href=here.href(published.path),
        width=published.width,
        height=published.height,
        alt=here.phrase(edition.words.alt.get(name, ""), edition.language),
        caption=here.maybe(edition.words.caption.get(name), edition.language),
        credit=facts.credit,
        source=facts.source or "",
        licence=facts.licence or "",
    )


def loose_pictures(here: Here, item: Item) -> tuple[Picture, ...]:
    """Pictures that are neither the lead nor placed in the text by the editor."""
    placed = item.shown(here.code).text.pictures
    names = [name for name in item.facts.pictures if (item.key, name) in here.site.pictures]
    return tuple(_picture(here, item, name) for name in names[1:] if name not in placed)
