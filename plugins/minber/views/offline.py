"""The page that offers the site for reading without a network."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.minber.views import addresses
from plugins.minber.views.frame import Frame, home_link, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase


@dataclass(frozen=True, slots=True)
class OfflineView:
    frame: Frame


def offline_view(here: Here) -> OfflineView:
    """`<lang>/offline.html`."""
    title = Phrase(here.word("nav.offline"), here.code)
    frame = page_frame(here, "offline", title, addresses.offline, breadcrumbs=(home_link(here),))
    return OfflineView(frame)
