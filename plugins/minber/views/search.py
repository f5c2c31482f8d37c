"""The page on which readers search."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.views import addresses
from plugins.minber.views.frame import Frame, home_link, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase


@dataclass(frozen=True, slots=True)
class SearchView:
    frame: Frame
    all: str
    """The list of all texts."""


def search_view(here: Here) -> SearchView:
    """`<lang>/search.html`, which says what to do where it cannot search."""
    title = Phrase(here.word("nav.search"), here.code)
    frame = page_frame(here, "search", title, addresses.search, breadcrumbs=(home_link(here),))
    return SearchView(frame, here.href(addresses.all_texts(here.code)))
