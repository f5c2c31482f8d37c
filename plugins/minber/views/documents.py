"""What is printed of petitions and statements: plain data in which all words are written out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from plugins.minber.documents import Manuscript
from plugins.minber.documents.tree import Node, tree_of
from plugins.minber.library.model import Item
from plugins.minber.schema.facts import RouteFacts
from plugins.minber.views import addresses
from plugins.minber.views.counts import count_of
from plugins.minber.views.here import Here
from plugins.minber.views.illustrations import text_of
from plugins.minber.views.items import demands_of, item_head
from plugins.minber.views.parts import Phrase
from plugins.minber.views.petition import addressees_of, started_by_of
from plugins.minber.views.statement import statement_view
from plugins.minber.views.voices import CountryGroup
from plugins.minber.views.wording import Line, Wording, full_names


@dataclass(frozen=True, slots=True)
class Named:
    """A part under its heading."""

    name: str
    items: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What every document begins and ends with."""

    lang: str
    site: str
    kind: str
    """What it is: a petition, a signature sheet …"""
    title: Phrase
    summary: Phrase
    notices: tuple[str, ...]
    """What must be known of a translation before it is read."""
    page: str
    """What stands before the address of the item's page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    head: Head
    addressees: Named
    demands: Named
    columns: tuple[str, ...]
    """Number, name, place, date, signature: no more of a signer than a petition needs."""
    privacy: str
    send: str
    """Where it goes when it is filled in, or ""."""
    collector: tuple[str, ...]
    """What whoever gathers the signatures fills in: name, how many, date, signature."""


@dataclass(frozen=True, slots=True)
class Poster:
    head: Head
    demands: Named
    call: str
    scan: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A petition to its addressees, or a statement."""

    head: Head
    when: str
    place: str
    addressees: tuple[Named, ...]
    origin: tuple[Line, ...]
    """Whose words are reported, if others'."""
    text: tuple[Node, ...]
    lang: str
    """Of the text."""
    asked: str
    """The heading of what follows."""
    demands: tuple[Named, ...]
    """Demands, which have no name; or recommendations by addressee."""
    signed: str
    """The heading of what follows."""
    signatories: tuple[Named, ...]
    facts: tuple[Line, ...]
    """How many signed."""
    lines: tuple[str, ...]
    """What whoever hands it over fills in."""


def sheet(here: Here, item: Item) -> Sheet:
    """A petition's signature sheet."""
    _ = here.word
    date, signature = _("paper.date"), _("paper.signature")
    return Sheet(
        head=_head(here, item, _("print.sheet")),
        addressees=Named(_("petition.addressees"), addressees_of(here, item)),
        demands=_demands(here, item, _("petition.demands")),
        columns=(_("paper.number"), _("paper.name"), _("paper.place"), date, signature),
        privacy=_("paper.privacy"),
        send=_send(here, item.facts.routes),
        collector=(_("paper.collector"), _("paper.collected"), date, signature),
    )


def _send(here: Here, routes: Iterable[RouteFacts]) -> str:
    """Where filled-in sheets go, as far as that is known."""
    places = [route.address for route in routes if route.kind == "paper" and route.address]
    return here.word("paper.send") % {"address": "; ".join(places)} if places else ""


def poster(here: Here, item: Item) -> Poster:
    """A petition's poster, which calls to sign."""
    _ = here.word
    return Poster(
        head=_head(here, item, _("kind.petition")),
        demands=_demands(here, item, _("petition.demands")),
        call=_("paper.call"),
        scan=_("paper.scan"),
    )


def letter(here: Here, item: Item) -> Letter:
    """A petition as a letter to its addressees, dated and signed by hand."""
    _ = here.word
    return Letter(
        head=_head(here, item, _("kind.petition")),
        when="",
        place="",
        addressees=_filled(Named(_("petition.addressees"), addressees_of(here, item))),
        origin=(),
        text=_text(here, item),
        lang=item.shown(here.code).language,
        asked=_("petition.demands"),
        demands=_filled(_demands(here, item)),
        signed=_("statement.signatories"),
        signatories=_filled(Named(_("petition.started-by"), started_by_of(here, item))),
        facts=tuple(Wording(here).signatures(count_of(here, item))),
        lines=(_("paper.date"), _("paper.signature")),
    )


def statement(here: Here, item: Item) -> Letter:
    """A statement with its addressees, recommendations and signatories."""
    _, view = here.word, statement_view(here, item)
    wording = Wording(here)
    return Letter(
        head=_head(here, item, here.word(f"statement.voice.{view.voice}")),
        when=wording.published(item),
        place=view.place.text if view.place else "",
        addressees=_filled(
            Named(_("statement.addressees"), view.addressees),
            Named(_("statement.copies"), view.copies),
        ),
        origin=tuple(wording.source(view.source)),
        text=_text(here, item),
        lang=item.shown(here.code).language,
        asked=_("statement.recommendations"),
        demands=_filled(*(Named(each.body.text, each.items) for each in view.recommendations)),
        signed=_("statement.signatories"),
        signatories=_filled(
            *_by_country(_("statement.initiators"), view.initiators),
            *_by_country(_("statement.organisations"), view.organisations),
            Named(_("statement.people"), full_names(view.people)),
        ),
        facts=tuple(wording.signed(view.signatory_count, view.as_of)),
        lines=(),
    )


def _by_country(heading: str, groups: Iterable[CountryGroup]) -> Iterator[Named]:
    """Organisations, under their country where a heading names it."""
    for group in groups:
        names = (one for kind in group.kinds for one in kind.names)
        parts = (heading, group.heading) if group.heading else (heading,)
        yield Named(": ".join(parts), full_names(names))


VIEW_OF: Mapping[str, Callable[[Here, Item], Sheet | Poster | Letter]] = {
    "sheet": sheet,
    "poster": poster,
    "letter": letter,
    "statement": statement,
}
"""By the kind of the document, which is the name of its template too."""


def manuscript(here: Here, item: Item, kind: str) -> Manuscript:
    """What a document of a kind says of an item."""
    return Manuscript(VIEW_OF[kind](here, item), _address(here, item))


def _address(here: Here, item: Item) -> str:
    return addresses.absolute(addresses.of_item(item, here.code), here.site.url)


def _head(here: Here, item: Item, kind: str) -> Head:
    _, head = here.word, item_head(here, item)
    return Head(
        lang=here.code,
        site=_("site.name"),
        kind=kind,
        title=head.title,
        summary=head.summary,
        notices=tuple(Wording(here).notices(head.translation)),
        page=_("page.address"),
    )


def _text(here: Here, item: Item) -> tuple[Node, ...]:
    """A picture in it is said in words."""
    text = text_of(here, item)
    parts = text.parts if text else ()
    html = [p if isinstance(p, str) else f'<img alt="{escape(p.alt.text)}">' for p in parts]
    return tuple(tree_of("\n".join(html), _address(here, item)))


def _demands(here: Here, petition: Item, name: str = "") -> Named:
    return Named(name, tuple(demand.text for demand in demands_of(here, petition)))


def _filled(*parts: Named) -> tuple[Named, ...]:
    """Those parts in which there is something."""
    return tuple(part for part in parts if part.items)
