"""What a page says of itself to search engines: JSON-LD in the terms of schema.org."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from plugins.minber.ledger.counts import total_of
from plugins.minber.library.model import Item
from plugins.minber.source.addresses import resolved
from plugins.minber.views import addresses
from plugins.minber.views.cards import CardImage
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Link

Node = Mapping[str, Any]
"""A thing by its properties."""

TYPES = {
    "campaign": "CollectionPage",
    "petition": "Article",
    "statement": "Article",
    "news": "NewsArticle",
    "page": "WebPage",
}
"""By the kind of item: schema.org has no petition, so one is a text that can be endorsed."""

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""No tag can begin or end within the data, whatever a text holds (HTML standard, 4.12.1.3)."""


def linked_data(here: Here, way: Sequence[Link], nodes: Iterable[Node] = ()) -> str:
    """What a page is about, and the way to it, as text that can stand in a page; or "".

    There is none where the site has no fixed place; then `nodes` are not asked for.
    """
    if not here.site.url:
        return ""
    data = {"@context": "https://schema.org", "@graph": [*nodes, *_steps(here, way)]}
    return msgspec.json.encode(data).decode().translate(_ESCAPES) if data["@graph"] else ""


def _steps(here: Here, way: Sequence[Link]) -> Iterator[Node]:
    """The way to a page from the home page; nothing for a home page."""
    if not way:
        return
    steps = (
        {
            "@type": "ListItem",
            "position": number,
            "name": link.text.text,
            "item": _absolute(here, link.href),
        }
        for number, link in enumerate(way, start=1)
    )
    yield {"@type": "BreadcrumbList", "itemListElement": list(steps)}


def website(here: Here) -> Iterator[Node]:
    """The site and who publishes it, as its home page in a language says."""
    yield {
        "@type": "WebSite",
        "name": here.word("site.name"),
        "description": here.word("site.tagline"),
        "inLanguage": here.code,
        "url": _home(here),
        "publisher": _publisher(here),
    }


def work(here: Here, item: Item, image: CardImage | None) -> Iterator[Node]:
    """An edition and who publishes it; those who signed or began it are its authors.

    Its summary is the description of the page, and is not said once more.
    """
    edition, facts, authors = item.shown(here.code), item.facts, _authors(here, item)
    yield {
        "@type": TYPES[item.kind],
        "headline": edition.words.title,
        "inLanguage": here.code,
        "url": addresses.absolute(here.path, here.site.url),
        **({"image": image.address} if image else {}),
        **(_dates(item) if facts else {}),
        **({"author": authors} if authors else {}),
        "publisher": _publisher(here),
        **(_endorsements(here, item) if item.kind == "petition" else {}),
    }


def _dates(item: Item) -> dict[str, str]:
    """The days: schema.org knows no months."""
    published = {"datePublished": item.published.iso} if item.published.has_day else {}
    updated = item.facts.updated
    return {**published, **({"dateModified": updated.isoformat()} if updated else {})}


def _authors(here: Here, item: Item) -> list[Node]:
    names = (*getattr(item.facts, "started_by", ()), *getattr(item.facts, "signed_by", ()))
    organisations = (here.library.registry.organisations[id_] for id_ in names)
    return [
        {
            "@type": "Organization",
            "name": entry.names[here.code],
            **({"url": entry.url} if entry.url else {}),
        }
        for entry in organisations
    ]


def _endorsements(here: Here, petition: Item) -> dict[str, Node]:
    """How many have signed, where that is known; that one can, while one can."""
    found: dict[str, Node] = {}
    if total := total_of(petition.signatures):
        found["interactionStatistic"] = {
            "@type": "InteractionCounter",
            "interactionType": {"@type": "EndorseAction"},
            "userInteractionCount": total.count,
        }
    if here.site.chosen.states[petition.key] == "open":
        target = addresses.absolute(here.path, here.site.url)
        found["potentialAction"] = {"@type": "EndorseAction", "target": target}
    return found


def _publisher(here: Here) -> Node:
    return {"@type": "Organization", "name": here.word("site.name"), "url": _home(here)}


def _home(here: Here) -> str:
    return addresses.absolute(addresses.home(here.code), here.site.url)


def _absolute(here: Here, href: str) -> str:
    return addresses.absolute(resolved(href, posixpath.dirname(here.path)), here.site.url)
