"""Forms of a petition: what a reader fills in goes to a platform, never to the site."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.library.model import Item
from plugins.minber.schema.facts import RouteFacts
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase


@dataclass(frozen=True, slots=True)
class Form:
    id: str
    """Of its section on the page, without the prefix of sections."""
    address: str
    """To which it is sent; absolute."""
    receives: Phrase | None
    """Who gets the signer's data."""
    petition: str
    """`campaign/item`."""


def forms_of(here: Here, petition: Item) -> tuple[Form, ...]:
    """The forms by which a petition can be signed, in the order of its facts."""
    routes = [each for each in petition.facts.routes if each.kind == "form" and each.url]
    return tuple(
        Form(
            id="form" if number == 1 else f"form-{number}",
            address=route.url or "",
            receives=receiver(here, route),
            petition=petition.key,
        )
        for number, route in enumerate(routes, start=1)
    )


def receiver(here: Here, route: RouteFacts) -> Phrase | None:
    """Who gets the data of those who sign this way: a platform's receiver, else the address."""
    platform = here.library.registry.platforms[route.platform] if route.platform else None
    if platform and platform.receives:
        return here.named(platform.receives)
    return address_of(here, route)


def address_of(here: Here, route: RouteFacts) -> Phrase | None:
    """Where a letter or a sheet goes: one by post is in a language, one of e-mail in none."""
    if route.kind == "paper" and route.address:
        return here.unlabelled(route.address)
    return here.maybe(route.address)
