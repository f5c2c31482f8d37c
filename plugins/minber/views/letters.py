"""A petition as a letter in the reader's own mail program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from plugins.minber.library.model import Item
from plugins.minber.views import addresses
from plugins.minber.views.here import Here
from plugins.minber.views.items import demands_of
from plugins.minber.views.mailing import mailto
from plugins.minber.views.parts import Phrase

MOST = 2_000
"""Characters of an address that every mail program takes: Windows hands over 2,083 at most."""

Part = tuple[Phrase, ...]
"""Lines with nothing between them; a blank line stands between parts."""


@dataclass(frozen=True, slots=True)
class Letter:
    lang: str
    href: str
    """`mailto:` with as much of the letter as fits."""
    is_whole: bool
    """Whether that is all of it."""
    subject: Phrase
    lines: tuple[Phrase, ...]
    """The whole letter, to be copied."""


def letter(here: Here, petition: Item, address: str) -> Letter:
    """A petition as a letter to an e-mail address, in a language that its addressees take."""
    code = _language(here, petition)
    there = Here(here.site, here.library.language(code), addresses.of_item(petition, code))
    texts = list(_shortened(_lead(there, petition), _ask(there, petition), _end(there)))
    subject = there.title(petition)
    hrefs = [mailto(address, subject.text, _joined(parts)) for parts in texts]
    return Letter(
        lang=code,
        href=next((href for href in hrefs if len(href) <= MOST), mailto(address)),
        is_whole=len(hrefs[0]) <= MOST,
        subject=subject,
        lines=tuple(chain(*texts[0])),
    )


def _language(here: Here, petition: Item) -> str:
    """The page's, where all addressees take letters in it and the petition has words in it.

    Else the first that they all take and that has words; else the original's.
    """
    every = tuple(language.code for language in here.library.languages)
    bodies = (here.library.registry.bodies[id_] for id_ in petition.facts.addressees)
    taken = [body.languages or every for body in bodies] or [every]
    common = [code for code in taken[0] if all(code in codes for codes in taken)]
    wanted = sorted(common, key=lambda code: code != here.code)
    written = (code for code in wanted if code in petition.editions)
    return next(written, petition.original.language)


def _lead(there: Here, petition: Item) -> tuple[Part, ...]:
    edition = petition.shown(there.code)
    return (there.title(petition),), (there.phrase(edition.words.summary, edition.language),)


def _ask(there: Here, petition: Item) -> Part:
    """A heading and the demands, numbered; nothing where there are none."""
    texts = [demand.text for demand in demands_of(there, petition)]
    lines = [Phrase(f"{n}. {text.text}", text.lang) for n, text in enumerate(texts, start=1)]
    return (there.phrase(there.word("letter.demands")), *lines) if lines else ()


def _end(there: Here) -> tuple[Part, ...]:
    """Where the petition stands, if that is known, and who signs."""
    name, place = there.word("letter.name"), there.word("letter.address")
    address = addresses.absolute(there.path, there.site.url)
    lines = [f"{place} {address}", name] if address else [name]
    return tuple((there.phrase(line),) for line in lines)


def _shortened(
    lead: tuple[Part, ...], ask: Part, end: tuple[Part, ...]
) -> Iterator[tuple[Part, ...]]:
    """The whole letter, then ever less of it.

    What goes first is the last demand; but before the first demand goes the summary.
    """
    for kept in (lead, lead[:1]):
        yield from ((*kept, ask[:count], *end) for count in range(len(ask), 1, -1))
    yield from ((*kept, *end) for kept in (lead, lead[:1], ()))
    yield ()


def _joined(parts: tuple[Part, ...]) -> str:
    return "\r\n\r\n".join("\r\n".join(line.text for line in part) for part in parts)
