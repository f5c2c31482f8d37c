"""What surrounds every page: where it is, what its other languages are, where to go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.cards import CardImage, card_image
from plugins.minber.views.here import Here
from plugins.minber.views.linked_data import Node, breadcrumb_list, graph, work
from plugins.minber.views.open_graph import OpenGraph, open_graph, open_graph_of_item
from plugins.minber.views.parts import Link, Phrase

Address = Callable[[str], str]
"""The path of the same page in another language, by code."""


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
    """petitions, statements, news, all, search, offline or a page's slug."""
    href: str
    text: Phrase | None
    """A page's title; None where the interface words have the name (`nav.KEY`)."""
    is_current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """An absolute address of a real edition, for `<link rel=alternate>`."""

    hreflang: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the content of every page."""

    lang: str
    kind: str
    """The page's kind: home, campaign, petition, statement, news, page, list,
    topic, all, search, offline, choice, missing-page, moved."""
    title: Phrase
    """Without the site's name."""
    description: Phrase | None
    site_name: str
    home: str
    canonical: str
    """Absolute; "" when SITEURL is not set."""
    alternates: tuple[Alternate, ...]
    is_indexed: bool
    breadcrumbs: tuple[Link, ...]
    """From the home page down to the parent of this page; empty on the home page."""
    navigation: tuple[NavLink, ...]
    footer: tuple[NavLink, ...]
    switcher: tuple[SwitchLink, ...]
    card: CardImage | None
    """What messengers show in place of a link."""
    open_graph: OpenGraph | None
    """What services show in place of a link besides title and card; None without SITEURL."""
    linked_data: str
    """JSON-LD, for a page that is indexed; "" when SITEURL is not set."""
    forms: tuple[str, ...] = ()
    """The addresses to which forms of the page are sent."""


def item_frame(here: Here, item: Item) -> Frame:
    """The frame of an item's page; where there is no edition, that of its original counts."""
    edition, card = item.shown(here.code), card_image(here, item)
    is_own = edition.language == here.code
    frame = page_frame(
        here,
        item.kind,
        here.title(item),
        lambda code: addresses.of_item(item, code),
        description=here.phrase(edition.words.summary, edition.language),
        breadcrumbs=_way_to(here, item),
        states={language.code: item.state(language.code) for language in here.library.languages},
        nodes=work(here, item, card),
    )
    canonical = addresses.of_item(item, here.code if is_own else edition.language)
    is_indexed = is_own and item.is_listed
    return replace(
        frame,
        canonical=addresses.absolute(canonical, here.site.url),
        is_indexed=is_indexed,
        alternates=_alternates(here, item) if is_indexed else (),
        card=card,
        description=frame.description if item.is_listed else None,
        open_graph=open_graph_of_item(here, item),
    )


def _alternates(here: Here, item: Item) -> tuple[Alternate, ...]:
    """Real editions only; the original is for readers of any other language."""
    if not here.site.url:
        return ()
    codes = [(code, code) for code in item.editions] + [("x-default", item.original.language)]
    return tuple(
        Alternate(hreflang, addresses.absolute(addresses.of_item(item, code), here.site.url))
        for hreflang, code in codes
    )


def _way_to(here: Here, item: Item) -> tuple[Link, ...]:
    way = [home_link(here)]
    if item.kind in FOLDER_OF_KIND:
        way.append(here.link(here.library.by_key[item.campaign]))
    return tuple(way)


def home_link(here: Here) -> Link:
    """The first breadcrumb."""
    text = Phrase(here.word("nav.home"), here.code)
    return Link(here.href(addresses.home(here.code)), text)


def page_frame(
    here: Here,
    kind: str,
    title: Phrase,
    address: Address,
    *,
    description: Phrase | None = None,
    breadcrumbs: tuple[Link, ...] = (),
    states: Mapping[str, str] | None = None,
    nodes: Iterable[Node] = (),
) -> Frame:
    """The frame of a page that stands in every language at `address(code)`.

    `nodes` are what it is about, as linked data; they are asked for only where SITEURL is set.
    """
    languages = here.library.languages
    url = here.site.url
    codes = [language.code for language in languages]
    return Frame(
        lang=here.code,
        kind=kind,
        title=title,
        description=description,
        site_name=here.word("site.name"),
        home=here.href(addresses.home(here.code)),
        canonical=addresses.absolute(address(here.code), url),
        alternates=list_alternates(codes, address, url),
        is_indexed=True,
        card=card_image(here),
        open_graph=open_graph(here, here.code, codes),
        linked_data=graph([*nodes, *breadcrumb_list(here, breadcrumbs, title.text)]) if url else "",
        breadcrumbs=breadcrumbs,
        navigation=_navigation(here),
        footer=_footer(here),
        switcher=tuple(
            SwitchLink(
                lang=language.code,
                name=language.name,
                href=here.href(address(language.code)),
                state=(states or {}).get(language.code, ""),
                is_current=language == here.language,
            )
            for language in languages
        ),
    )


def list_alternates(codes: list[str], address: Address, url: str) -> tuple[Alternate, ...]:
    """A page that stands in every language; the choice of language is for all others."""
    if not url:
        return ()
    own = [Alternate(code, addresses.absolute(address(code), url)) for code in codes]
    return (*own, Alternate("x-default", addresses.absolute(addresses.CHOICE, url)))


def _navigation(here: Here) -> tuple[NavLink, ...]:
    lists = [(name, addresses.of_list(kind, here.code)) for kind, name in FOLDER_OF_KIND.items()]
    others = ("all", addresses.all_texts(here.code)), ("search", addresses.search(here.code))
    places = [*lists, *others]
    return tuple(NavLink(key, here.href(path), None, path == here.path) for key, path in places)


def _footer(here: Here) -> tuple[NavLink, ...]:
    pages = [_page_link(here, page) for page in here.library.pages if page.is_listed]
    if here.site.has_offline:
        path = addresses.offline(here.code)
        pages.append(NavLink("offline", here.href(path), None, path == here.path))
    return tuple(pages)


def _page_link(here: Here, page: Item) -> NavLink:
    path = addresses.of_item(page, here.code)
    return NavLink(page.slug, here.href(path), here.title(page), path == here.path)
