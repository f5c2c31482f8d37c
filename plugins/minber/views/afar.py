"""From where a feed looks at the library: what is read elsewhere has whole addresses only."""

from __future__ import annotations

import html
import re

from plugins.minber.library.model import Edition, Item
from plugins.minber.views import addresses
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Passage

# Only in tags: what an author shows as code has no unescaped `<`.
_OWN_PLACE = re.compile(r'(<a (?:[a-z]+="[^"]*" )*href=")(?=#)')


class Afar(Here):
    """As `Here`, of a site with a place in the web; `path` is the feed's own."""

    __slots__ = ()

    def href(self, path: str) -> str:
        return addresses.absolute(path, self.site.url)

    def passage(self, item: Item, edition: Edition, body: str) -> Passage:
        """Places of the text, such as footnotes, are on its page."""
        page = html.escape(self.href(addresses.of_item(item, edition.language)))
        placed = _OWN_PLACE.sub(rf"\g<1>{page}", Here.passage(self, item, edition, body).html)
        return Passage(placed, edition.language)
