"""What other people's sites can take of a campaign: its petitions as badges and as data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from plugins.minber.library.model import Campaign, Item
from plugins.minber.views import addresses
from plugins.minber.views.badge import HEIGHT, WIDTH
from plugins.minber.views.frame import Frame, home_link, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.parts import Link, Phrase


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be taken of a petition."""

    id: str
    """Of its part of the page."""
    petition: Link
    page: str
    """Absolute, as `badge`; both "" where the site has no fixed place."""
    badge: str
    width: int
    height: int
    picture: str
    data: str
    ledger: str


@dataclass(frozen=True, slots=True)
class EmbedView:
    frame: Frame
    offers: tuple[Offer, ...]
    """The newest petition first."""
    has_code: bool
    """Whether the site has an address to which HTML could lead."""


def embed_view(here: Here, campaign: Campaign) -> EmbedView:
    """`<lang>/<campaign>/embed.html`, for those who keep a site: no search engine needs it."""
    name, path_in = here.title(campaign.item), partial(addresses.of_embed, campaign.item.slug)
    heading = here.word("embed.heading")
    title = Phrase(f"{heading}: {name.text}" if name.lang == here.code else heading, here.code)
    way = (home_link(here), here.link(campaign.item))
    frame = page_frame(here, "embed", title, path_in, breadcrumbs=way)
    petitions = here.site.shown_elsewhere(campaign.items)
    return EmbedView(
        frame=replace(frame, is_indexed=False, alternates=()),
        offers=tuple(_offer(here, petition) for petition in petitions),
        has_code=bool(here.site.url),
    )


def _offer(here: Here, petition: Item) -> Offer:
    """The badge in the language of `here`, and the data of all languages."""
    picture, url = addresses.of_badge(petition, here.code), here.site.url
    return Offer(
        id=addresses.offer_id(petition),
        petition=here.link(petition),
        page=addresses.absolute(addresses.of_item(petition, here.code), url),
        badge=addresses.absolute(picture, url),
        width=WIDTH,
        height=HEIGHT,
        picture=here.href(picture),
        data=here.href(addresses.of_data(petition)),
        ledger=here.href(addresses.of_ledger(petition)),
    )
