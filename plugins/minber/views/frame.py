"""What surrounds every page: where it is, what its other languages are, where to go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.addresses import PathIn
from plugins.minber.views.cards import CardImage, card_image
from plugins.minber.views.here import Here
from plugins.minber.views.indexed import Alternate, pages_of_item, pages_of_list
from plugins.minber.views.linked_data import Node, linked_data, work
from plugins.minber.views.open_graph import OpenGraph, open_graph, open_graph_of_item
from plugins.minber.views.parts import Link, Phrase
from plugins.minber.views.selections import has_feed


@dataclass(frozen=True, slots=True)
class SwitchLink:
    """One language in the switcher: it always leads to the same item."""

    lang: str
    name: str
    href: str
    state: str
    """original, current, outdated, machine, missing; "" where there are no words
    of an editor (lists, home)."""
    is_current: bool


@dataclass(frozen=True, slots=True)
class NavLink:
    key: str
    """petitions, statements, news, all, search, offline, the key of a feed or a page's slug."""
    href: str
    text: Phrase | None
    """A page's title; None where the interface words have the name (`nav.KEY`)."""
    is_current: bool


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed of what the page shows."""

    key: str
    """feed, feed-json, feed-campaign or feed-petition: the interface words have its name
    (`nav.KEY`)."""
    type: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the content of every page, and what its head says to programs."""

    lang: str
    kind: str
    """The page's kind: home, campaign, petition, statement, news, page, list,
    topic, all, search, offline, embed, choice, missing-page, moved."""
    title: Phrase
    """Without the site's name."""
    site_name: str
    home: str
    breadcrumbs: tuple[Link, ...]
    """From the home page down to the parent of this page; empty on the home page."""
    navigation: tuple[NavLink, ...]
    footer: tuple[NavLink, ...]
    switcher: tuple[SwitchLink, ...]
    feeds: tuple[FeedLink, ...]
    """The first is what readers are offered; empty where there are none."""
    description: Phrase | None = None
    canonical: str = ""
    """Absolute; "" when SITEURL is not set."""
    alternates: tuple[Alternate, ...] = ()
    is_indexed: bool = False
    """Whether search engines may keep the page."""
    card: CardImage | None = None
    """What messengers show in place of a link."""
    open_graph: OpenGraph | None = None
    """What services show in place of a link besides title and card; None without SITEURL."""
    linked_data: str = ""
    """JSON-LD, for a page that is indexed; "" when SITEURL is not set."""
    forms: tuple[str, ...] = ()
    """The addresses to which forms of the page are sent; "" for one that a script reads."""
    scripts: tuple[str, ...] = ()
    """What the page runs: only the search page has any."""


def item_frame(here: Here, item: Item) -> Frame:
    """The frame of an item's page; where there is no edition, that of its original counts."""
    edition, card, way = item.shown(here.code), card_image(here, item), _way_to(here, item)
    # In place of an edition that is missing stands the original, which has an address of its own.
    is_indexed = item.is_listed and edition.language == here.code
    states = {language.code: item.state(language.code) for language in here.library.languages}
    frame = _surroundings(
        here, item.kind, here.title(item), partial(addresses.of_item, item), way, states, item
    )
    return replace(
        frame,
        description=here.phrase(edition.words.summary, edition.language)
        if item.is_listed
        else None,
        canonical=addresses.absolute(addresses.of_item(item, edition.language), here.site.url),
        alternates=pages_of_item(item).alternates(here.site.url) if is_indexed else (),
        is_indexed=is_indexed,
        card=card,
        open_graph=open_graph_of_item(here, item),
        linked_data=linked_data(here, way, work(here, item, card)),
    )


def _way_to(here: Here, item: Item) -> tuple[Link, ...]:
    way = [home_link(here)]
    if item.kind in FOLDER_OF_KIND:
        way.append(here.link(here.library.by_key[item.campaign]))
    return tuple(way)


def home_link(here: Here) -> Link:
    """The first breadcrumb."""
    text = here.label("nav.home")
    return Link(here.href(addresses.home(here.code)), text)


def page_frame(
    here: Here,
    kind: str,
    title: Phrase,
    path_in: PathIn,
    *,
    breadcrumbs: tuple[Link, ...] = (),
    about: Iterable[Node] = (),
) -> Frame:
    """The frame of a page of no item, which stands in every language.

    `about` is what its linked data say besides the way to it.
    """
    codes = [language.code for language in here.library.languages]
    return replace(
        _surroundings(here, kind, title, path_in, breadcrumbs),
        description=here.label("site.tagline"),
        canonical=addresses.absolute(path_in(here.code), here.site.url),
        alternates=pages_of_list(here.site, path_in).alternates(here.site.url),
        is_indexed=True,
        card=card_image(here),
        open_graph=open_graph(here, here.code, codes),
        linked_data=linked_data(here, breadcrumbs, about),
    )


def _surroundings(
    here: Here,
    kind: str,
    title: Phrase,
    path_in: PathIn,
    breadcrumbs: tuple[Link, ...],
    states: Mapping[str, str] | None = None,
    item: Item | None = None,
) -> Frame:
    """What surrounds a page, of an item or none, that says nothing to programs yet."""
    feeds = _feeds(here, kind, item)
    return Frame(
        lang=here.code,
        kind=kind,
        title=title,
        site_name=here.word("site.name"),
        home=here.href(addresses.home(here.code)),
        breadcrumbs=breadcrumbs,
        navigation=_navigation(here),
        footer=_footer(here, feeds),
        switcher=_switcher(here, path_in, states or {}),
        feeds=feeds,
    )


def _switcher(here: Here, path_in: PathIn, states: Mapping[str, str]) -> tuple[SwitchLink, ...]:
    """The same page in all languages; `states` are those of an item's editions."""
    return tuple(
        SwitchLink(
            lang=language.code,
            name=language.name,
            href=here.href(path_in(language.code)),
            state=states.get(language.code, ""),
            is_current=language == here.language,
        )
        for language in here.library.languages
    )


def nowhere(frame: Frame) -> Frame:
    """The frame of a page that stands in place of another, and that nobody is to find."""
    return replace(frame, is_indexed=False, canonical="", alternates=(), description=None, feeds=())


def _feeds(here: Here, kind: str, item: Item | None) -> tuple[FeedLink, ...]:
    """A petition's or a campaign's own feed, else that of the campaign or the language."""
    if not here.site.has_feeds:
        return ()
    campaign = here.library.by_key.get(item.campaign) if item else None
    has_own = item is not None and has_feed(item, here.code)
    subject = item if has_own else campaign
    path = addresses.of_feed(subject, here.code) if subject else addresses.feed(here.code)
    key = f"feed-{subject.kind}" if subject else "feed"
    atom = FeedLink(key, "application/atom+xml", here.href(path))
    if kind != "home":
        return (atom,)
    href = here.href(addresses.feed(here.code, "json"))
    return atom, FeedLink("feed-json", "application/feed+json", href)


def _navigation(here: Here) -> tuple[NavLink, ...]:
    lists = [(name, addresses.of_list(kind, here.code)) for kind, name in FOLDER_OF_KIND.items()]
    others = ("all", addresses.all_texts(here.code)), ("search", addresses.search(here.code))
    places = [*lists, *others]
    return tuple(NavLink(key, here.href(path), None, path == here.path) for key, path in places)


def _footer(here: Here, feeds: tuple[FeedLink, ...]) -> tuple[NavLink, ...]:
    pages = [_page_link(here, page) for page in here.library.pages if page.is_listed]
    if here.site.has_offline:
        path = addresses.offline(here.code)
        pages.append(NavLink("offline", here.href(path), None, path == here.path))
    offered = (NavLink(feed.key, feed.href, None, is_current=False) for feed in feeds[:1])
    return (*pages, *offered)


def _page_link(here: Here, page: Item) -> NavLink:
    path = addresses.of_item(page, here.code)
    return NavLink(page.slug, here.href(path), here.title(page), path == here.path)
