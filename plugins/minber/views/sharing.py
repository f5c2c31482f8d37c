"""What a reader needs to pass a text on: addresses that hold nothing but the text's own."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.here import Here
from plugins.minber.views.mailing import lightly_encoded, mailto


@dataclass(frozen=True, slots=True)
class Share:
    """Nothing of the services is loaded; they learn of a reader only who follows a link."""

    address: str
    """Absolute: of the edition that the page shows."""
    telegram: str
    whatsapp: str
    email: str
    card: str
    """The picture that messengers show, to be posted by hand; "" where there is none."""


def share(here: Here, item: Item) -> Share | None:
    """The ways to pass an item on; None where it has no absolute address or was withdrawn."""
    title = here.title(item)
    address = addresses.absolute(addresses.of_item(item, title.lang), here.site.url)
    if not address or not item.is_listed:
        return None
    card = here.site.cards.get((item.key, title.lang))
    url, text = lightly_encoded(address), lightly_encoded(title.text)
    return Share(
        address=address,
        telegram=f"https://t.me/share/url?url={url}&text={text}",
        whatsapp=f"https://wa.me/?text={text}%20{url}",
        email=mailto("", title.text, f"{title.text}\r\n{address}", lightly_encoded),
        card=here.href(card.path) if card else "",
    )


def saved(here: Here, item: Item) -> str:
    """The link to an item as one file; "" where there is none."""
    is_one = item.kind in FOLDER_OF_KIND and item.is_listed and here.site.has_offline
    return here.href(addresses.of_single(item, here.title(item).lang)) if is_one else ""


def embed(here: Here, item: Item) -> str:
    """The link to what other sites can take of a petition; "" where there is nothing."""
    if not here.site.shown_elsewhere((item,)):
        return ""
    page = here.href(addresses.of_embed(item.campaign, here.code))
    return f"{page}#{addresses.offer_id(item)}"
