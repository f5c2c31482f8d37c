"""The page on which readers search."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.minber.search import SCRIPT
from plugins.minber.views import addresses
from plugins.minber.views.frame import Frame, home_link, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.items import topic_link
from plugins.minber.views.lists import topics_in_use
from plugins.minber.views.parts import Link


@dataclass(frozen=True, slots=True)
class SearchView:
    frame: Frame
    all: str
    """The list of all texts."""
    topics: tuple[Link, ...]
    script: str
    """What searches; "" where there is no index."""


def search_view(here: Here) -> SearchView:
    """`<lang>/search.html`, which says what to do where it cannot search.

    Search engines have no use for a page that only asks what they know already.
    """
    title = here.label("nav.search")
    frame = page_frame(here, "search", title, addresses.search, breadcrumbs=(home_link(here),))
    frame = replace(frame, is_indexed=False, alternates=())
    script = here.href(SCRIPT) if here.site.has_search else ""
    if script:
        # Its form is read by the script and sent nowhere.
        frame = replace(frame, forms=("",), scripts=(script,))
    topics = tuple(topic_link(here, id_) for id_ in topics_in_use(here))
    return SearchView(frame, here.href(addresses.all_texts(here.code)), topics, script)
