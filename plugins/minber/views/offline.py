"""The page that offers the site for reading without a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.frame import Frame, home_link, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Phrase
from plugins.minber.views.sizes import Size, format_of, size_of

MOST_TEXTS = 60
"""Texts on the page, shared out among the campaigns: it is read on the slowest of networks."""
_APP = "https://kiwix.org/"
"""Of the program that opens books."""


@dataclass(frozen=True, slots=True)
class File:
    href: str
    name: Phrase
    """A language by its own name, the title of a campaign or of a text."""
    format: str
    """ZIP, ZIM or HTML."""
    size: Size
    of: str = ""
    """The language that all of it is in, where it is in one."""
    missing: bool = False
    """Whether its name is not in the language of the page: a text is then missing in that."""


@dataclass(frozen=True, slots=True)
class TextsOfCampaign:
    title: Phrase
    texts: tuple[File, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True)
class OfflineView:
    frame: Frame
    sites: tuple[File, ...]
    """The whole site: by language, and as a book for Kiwix."""
    campaigns: tuple[File, ...]
    texts: tuple[TextsOfCampaign, ...]
    has_address: bool
    """Whether what a file does not hold is linked to: on the site."""
    app: str
    """The address of the program that opens books."""


def offline_view(here: Here) -> OfflineView:
    """`<lang>/offline.html`."""
    title = here.label("nav.offline")
    return OfflineView(
        frame=page_frame(here, "offline", title, addresses.offline, breadcrumbs=(home_link(here),)),
        sites=tuple(_sites(here)),
        campaigns=tuple(
            _file(here, addresses.of_whole_campaign(campaign), here.title(campaign))
            for campaign in here.site.chosen.campaigns
        ),
        texts=tuple(_texts(here)),
        has_address=bool(here.site.url),
        app=_APP,
    )


def _sites(here: Here) -> Iterator[File]:
    for language in here.library.languages:
        name = Phrase(language.name, language.code)
        yield _file(here, addresses.of_whole_site(language.code), name, language.code)
    yield _file(here, addresses.KIWIX, here.label("offline.book"))


def _texts(here: Here) -> Iterator[TextsOfCampaign]:
    """As many of each campaign that has any; at least one."""
    chosen = here.site.chosen
    for campaign in chosen.campaigns:
        own = (item for item in chosen.everything if item.campaign == campaign.slug)
        items = [item for item in own if item.kind in FOLDER_OF_KIND]
        most = max(1, MOST_TEXTS // len(chosen.campaigns))
        if items:
            yield TextsOfCampaign(
                here.title(campaign), tuple(_text(here, item) for item in items[:most])
            )


def _text(here: Here, item: Item) -> File:
    """A text in the language of the page, else in that of the original."""
    name = here.title(item)
    return _file(here, addresses.of_single(item, name.lang), name, name.lang)


def _file(here: Here, path: str, name: Phrase, of: str = "") -> File:
    return File(
        href=here.href(path),
        name=name,
        format=format_of(path),
        size=size_of(here.site.archives[path]),
        of=of,
        missing=name.lang != here.code,
    )
