"""Which pages search engines may keep, and what their other languages are.

The links of a page to its other languages and the sitemap are made of the same sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.sax.saxutils import quoteattr

from plugins.minber.library.model import Item
from plugins.minber.sitemap import Address
from plugins.minber.views import addresses
from plugins.minber.views.addresses import PathIn
from plugins.minber.views.here import Here, Site

MOST_ADDRESSES, MOST_BYTES = 50_000, 50_000_000
"""Of one sitemap (sitemaps.org)."""
_TAGS = 60
"""More bytes than stand around an address."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """An absolute address of a real edition, for `<link rel=alternate>`."""

    hreflang: str
    address: str


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one thing in the languages in which it is really there."""

    paths: Mapping[str, str]
    """By language."""
    fallback: str
    """For readers of any other language; its path."""
    changed: date | None = None
    choice: str = ""
    """The path of a page on which readers choose among them, or ""."""

    def alternates(self, url: str) -> tuple[Alternate, ...]:
        """All of them and the fallback; none where the site has no fixed place."""
        if not (url and self.paths):
            return ()
        codes = (*self.paths.items(), ("x-default", self.fallback))
        return tuple(Alternate(code, addresses.absolute(path, url)) for code, path in codes)

    def listed(self) -> tuple[str, ...]:
        """The paths under which they stand in a sitemap."""
        return (*self.paths.values(), *filter(None, [self.choice]))

    def weight(self, url: str) -> int:
        """No fewer bytes than they take in a sitemap."""
        site = len(quoteattr(url).encode()) + _TAGS
        alternates = sum(site + len(path) for path in (*self.paths.values(), self.fallback))
        return sum(site + len(path) + _TAGS + alternates for path in self.listed())


def pages_of_item(item: Item) -> Pages:
    """Real editions only; the original is for readers of any other language."""
    codes = item.editions if item.is_listed else ()
    return Pages(
        {code: addresses.of_item(item, code) for code in codes},
        addresses.of_item(item, item.original.language),
        _changed(item),
    )


def _changed(item: Item) -> date | None:
    """The day, where it is known."""
    if item.facts is None:
        return None
    appeared = item.published.first_day if item.published.has_day else None
    updated: date | None = item.facts.updated
    return updated or appeared


def pages_of_list(site: Site, path_in: PathIn) -> Pages:
    """A page that stands in every language; the choice of language is for all others."""
    codes = [language.code for language in site.library.languages]
    return Pages({code: path_in(code) for code in codes}, addresses.CHOICE)


def home_pages(site: Site) -> Pages:
    """The home pages, and the choice among them."""
    homes = pages_of_list(site, addresses.home)
    return Pages(homes.paths, homes.fallback, choice=addresses.CHOICE)


def indexed(site: Site) -> Iterator[Pages]:
    """All pages that search engines may keep, in the order of the library."""
    yield home_pages(site)
    for item in site.library.by_key.values():
        if item.is_listed:
            yield pages_of_item(item)
    for kind, listing in site.chosen.listings.items():
        for year in listing.pages:
            yield pages_of_list(site, partial(addresses.of_list, kind, year=year))
    for topic in site.chosen.topics:
        yield pages_of_list(site, partial(addresses.of_topic, topic))
    yield pages_of_list(site, addresses.all_texts)
    if site.has_offline:
        yield pages_of_list(site, addresses.offline)


def shared_out(
    pages: Iterable[Pages], url: str, most: int, most_bytes: int = MOST_BYTES
) -> list[tuple[Pages, ...]]:
    """Pages for one sitemap after the other, none with more addresses or bytes than it may have."""
    shares: list[list[Pages]] = [[]]
    count = size = 0
    for each in pages:
        count, size = count + len(each.listed()), size + each.weight(url)
        if shares[-1] and (count > most or size > most_bytes):
            shares.append([])
            count, size = len(each.listed()), each.weight(url)
        shares[-1].append(each)
    return [tuple(share) for share in shares]


def sitemap_view(here: Here, pages: Iterable[Pages]) -> tuple[Address, ...]:
    """What a sitemap says of pages."""
    url = here.site.url
    return tuple(
        Address(addresses.absolute(path, url), alternates, each.changed)
        for each in pages
        for alternates in [tuple((a.hreflang, a.address) for a in each.alternates(url))]
        for path in each.listed()
    )


def sitemaps_view(here: Here, count: int) -> tuple[str, ...]:
    """The addresses of several sitemaps."""
    numbers = range(1, count + 1)
    return tuple(addresses.absolute(addresses.sitemap(n), here.site.url) for n in numbers)
