"""What a reader needs to pass a text on: addresses that hold nothing but the text's own."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from plugins.minber.languages.settings import NBSP
from plugins.minber.library.model import Item
from plugins.minber.views import addresses
from plugins.minber.views.here import Here


@dataclass(frozen=True, slots=True)
class Share:
    """Nothing of the services is loaded; they learn of a reader only who follows a link."""

    address: str
    """Absolute: of the edition that the page shows."""
    telegram: str
    whatsapp: str
    email: str


def share(here: Here, item: Item) -> Share | None:
    """The ways to pass an item on; None where it has no absolute address or was withdrawn."""
    title = here.title(item)
    address = addresses.absolute(addresses.of_item(item, title.lang), here.site.url)
    if not address or not item.is_listed:
        return None
    url, text = _in_query(address), _in_query(title.text)
    return Share(
        address=address,
        telegram=f"https://t.me/share/url?url={url}&text={text}",
        whatsapp=f"https://wa.me/?text={text}%20{url}",
        email=f"mailto:?subject={text}&body={text}%0D%0A{url}",
    )


def _in_query(text: str) -> str:
    """A text for the query of an address.

    Letters beyond ASCII stay as they are: browsers encode them (URL standard, 4.4), and on a page
    they weigh a third.  Spaces that must not break are for pages, not for messages.
    """
    plain = text.replace(NBSP, " ")
    return "".join(char if char > "\x7f" else quote(char, safe="") for char in plain)
