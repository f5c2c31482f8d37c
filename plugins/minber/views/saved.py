"""What a text that a reader has saved says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.minber.languages.when import When
from plugins.minber.library.model import Item
from plugins.minber.views import addresses
from plugins.minber.views.here import Here


@dataclass(frozen=True, slots=True)
class SavedView:
    address: str
    """Of the page on the site; "" where that has no fixed place."""
    day: date | When
    """On which the text appeared or was last changed."""


def saved_view(here: Here, item: Item) -> SavedView:
    """What stands in an item's single file and in ZIPs, but not on the site."""
    page = addresses.of_item(item, here.code)
    day = item.facts.updated or item.published
    return SavedView(addresses.absolute(page, here.site.url), day)
