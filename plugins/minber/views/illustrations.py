"""The pictures of an item, with their words, and its text with those that stand in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plugins.minber.library.model import Item
from plugins.minber.pictures import FOR_TELEPHONES, HEAVIEST, Copy, Published
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase

_PLACED = re.compile(r'<img src="picture:([^"]*)">')
"""A picture between the blocks of a text; what an author shows as code has no unescaped `<`."""
_TYPES = {"jpg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Source:
    """The files of a picture among which a browser chooses, if it knows the format."""

    type: str
    srcset: str
    """Addresses with widths in pixels."""
    is_wide: bool
    """Whether it is for windows in which the text column has its full width."""


@dataclass(frozen=True, slots=True)
class Picture:
    sources: tuple[Source, ...]
    """In the order in which browsers are to try them."""
    href: str
    srcset: str
    """For browsers that know none of the sources."""
    width: int
    height: int
    alt: Phrase
    caption: Phrase | None
    credit: Phrase
    source: str
    """An address, or ""."""
    licence: str


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an item."""

    parts: tuple[str | Picture, ...]
    """Pieces of safe HTML, and the pictures between them."""
    lang: str
    """Of the HTML."""


def first_picture(here: Here, item: Item) -> Picture | None:
    """The picture that stands for an item in lists: the first of its facts."""
    return next((_picture(here, item, name) for name in _names(here, item)), None)


def _names(here: Here, item: Item) -> list[str]:
    given = item.facts.pictures if item.facts else ()
    return [name for name in given if (item.key, name) in here.site.pictures]


def _picture(here: Here, item: Item, name: str) -> Picture:
    edition = item.shown(here.code)
    published, facts = here.site.pictures[item.key, name], item.facts.pictures[name]
    *sources, last = _sources(here, published)
    return Picture(
        sources=tuple(sources),
        href=last.srcset.rpartition(", ")[2].partition(" ")[0],
        srcset=last.srcset,
        width=published.made.width,
        height=published.made.height,
        alt=here.phrase(edition.words.alt.get(name, ""), edition.language),
        caption=here.maybe(edition.words.caption.get(name), edition.language),
        credit=here.unlabelled(facts.credit),
        source=facts.source or "",
        licence=facts.licence or "",
    )


def _sources(here: Here, picture: Published) -> Iterator[Source]:
    """For each format those for wide windows, where there are wider ones, and those for others."""
    by_format = groupby(picture.made.copies, key=lambda copy: copy.ending)
    for ending, copies in ((ending, list(copies)) for ending, copies in by_format):
        mime = _TYPES.get(ending, f"image/{ending}")
        light = [copy for copy in copies if copy.size <= HEAVIEST and copy.width <= FOR_TELEPHONES]
        narrow, wide = light or copies[:1], copies[-2:]
        if copies[-1] not in narrow:
            yield Source(mime, _srcset(here, picture, wide), is_wide=True)
        yield Source(mime, _srcset(here, picture, narrow), is_wide=False)


def _srcset(here: Here, picture: Published, copies: Iterable[Copy]) -> str:
    return ", ".join(f"{here.href(picture.path(copy))} {copy.width}w" for copy in copies)


def lead_of(here: Here, item: Item) -> Picture | None:
    """The picture above the text: the first, unless the editor gave it a place in the text."""
    first = _names(here, item)[:1]
    loose = [name for name in first if name not in item.shown(here.code).text.pictures]
    return _picture(here, item, loose[0]) if loose else None


def loose_pictures(here: Here, item: Item) -> tuple[Picture, ...]:
    """Pictures that are neither the lead nor placed in the text by the editor."""
    placed = item.shown(here.code).text.pictures
    names = _names(here, item)[1:]
    return tuple(_picture(here, item, name) for name in names if name not in placed)


def text_of(here: Here, item: Item) -> Text | None:
    """The text with its pictures, for readers of this page; None where there is none."""
    passage = here.text(item)
    return Text(tuple(_parts(here, item, passage.html)), passage.lang) if passage else None


def _parts(here: Here, item: Item, text: str) -> Iterator[str | Picture]:
    """A picture that is not published stays a mark, which the inspection refuses."""
    known = _names(here, item)
    pieces = _PLACED.split(text)
    for at, piece in enumerate(pieces):
        name = html.unescape(piece) if at % 2 else ""
        if name in known:
            yield _picture(here, item, name)
        elif at % 2:
            yield f'<img src="picture:{piece}">'
        elif piece.strip():
            yield piece.strip()
