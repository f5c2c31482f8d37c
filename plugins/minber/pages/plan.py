"""Every page of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from plugins.minber.languages.settings import Language
from plugins.minber.library.kin import named_with
from plugins.minber.library.model import Campaign, Item
from plugins.minber.pages.inputs import Inputs
from plugins.minber.problems import Problem
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.here import Here, Site
from plugins.minber.views.indexed import MOST_ADDRESSES, indexed, shared_out
from plugins.minber.views.selections import has_feed, in_feed


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    """From the root of the site, with forward slashes."""
    language: str
    template: str
    view: Any
    """A dataclass of plain data."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as it is written."""

    text: str
    forms: tuple[str, ...]
    """Where the forms that its view asks for are sent to; it may have no others."""
    scripts: tuple[str, ...] = ()
    """The scripts that its view asks for; it may have no others."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is not made yet, and need not be where one with its key is at hand."""

    path: str
    language: Language
    template: str
    key: str
    """The digest of all that the page is made of."""
    of: tuple[Any, ...]
    """What the page is of: nothing for a home page, an item, a listing and a year …"""

    @property
    def is_shown(self) -> bool:
        """Whether readers open it: a page, and no picture or data."""
        return self.path.endswith(".html")

    @property
    def holds_tags(self) -> bool:
        """Whether browsers look for tags in it."""
        return self.path.endswith((".html", ".svg"))

    def page(self, site: Site) -> Page:
        """The page with its view of a site."""
        # Only now: where no page is new, what makes views is not needed.
        from plugins.minber.pages.views import VIEW_OF

        view = VIEW_OF[self.template](Here(site, self.language, self.path), *self.of)
        return Page(self.path, self.language.code, self.template, view)


def pages(site: Site, inputs: Inputs) -> Iterator[Planned]:
    """All pages, language by language."""
    yield from _of_all_languages(site, inputs)
    for language in site.library.languages:
        yield from _of_language(_Desk(inputs, language), site)
    yield from _moved(site, inputs)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the pages of a language are planned with."""

    inputs: Inputs
    language: Language

    def page(self, path: str, template: str, parts: Iterable[str], *of: Any) -> Planned:
        """A page by a template of what is given, with digests of all that its view reads."""
        key = self.inputs.key(path, template, self.language.code, parts)
        return Planned(path, self.language, template, key, of)


def _of_all_languages(site: Site, inputs: Inputs) -> Iterator[Planned]:
    # They show every language alike; the first is that of what surrounds them.
    desk = _Desk(inputs, site.library.languages[0])
    parts = [*inputs.of_all_languages()]
    yield desk.page(addresses.CHOICE, "choice", parts)
    yield desk.page(addresses.LOST, "404", parts)
    if site.has_open_data:
        yield from _data(desk, site)
    if site.url:
        yield from _sitemaps(desk, site)


def _data(desk: _Desk, site: Site) -> Iterator[Planned]:
    """What other people's programs read, of all languages at once."""
    inputs = desk.inputs
    # A withdrawn petition keeps its own files, which say so, and leaves the list.
    petitions = [item for item in site.library.items() if item.kind == "petition"]
    for item in petitions:
        parts = [*inputs.of_item_in_all_languages(item)]
        yield desk.page(addresses.of_data(item), "petition.json", parts, item)
        yield desk.page(addresses.of_ledger(item), "ledger.csv", [item.digest], item)
    listed = (item for item in site.chosen.everything if item.kind == "petition")
    parts = [part for item in listed for part in inputs.of_item_in_all_languages(item)]
    yield desk.page(addresses.PETITIONS_DATA, "petitions.json", parts)


def _sitemaps(desk: _Desk, site: Site) -> Iterator[Planned]:
    """One sitemap, or several and one that names them."""
    shares = shared_out(indexed(site), site.url, MOST_ADDRESSES)
    if len(shares) > 1:
        parts = [str(len(shares))]
        yield desk.page(addresses.SITEMAP, "sitemaps.xml", parts, len(shares))
    for number, share in enumerate(shares, 1):
        path = addresses.sitemap(number) if len(shares) > 1 else addresses.SITEMAP
        yield desk.page(path, "sitemap.xml", map(str, share), share)


def _of_language(desk: _Desk, site: Site) -> Iterator[Planned]:
    code, inputs = desk.language.code, desk.inputs
    yield desk.page(addresses.home(code), "home", inputs.of_home(code))
    for campaign in site.library.campaigns:
        yield from _of_campaign(desk, site, campaign)
    for item in (*site.library.items(), *site.library.pages):
        path = addresses.of_item(item, code)
        yield desk.page(path, item.kind, inputs.of_item(item, code), item)
        if item.kind == "petition" and site.has_open_data:
            # A badge shows no more of a petition than a list does.
            path = addresses.of_badge(item, code)
            yield desk.page(path, "badge.svg", inputs.of_list((item,), code), item)
    yield from _lists(desk, site)
    if site.has_feeds:
        yield from _feeds(desk, site)


def _of_campaign(desk: _Desk, site: Site, campaign: Campaign) -> Iterator[Planned]:
    code, inputs = desk.language.code, desk.inputs
    path = addresses.of_item(campaign.item, code)
    parts = inputs.of_campaign(campaign.item, campaign.items, code)
    yield desk.page(path, "campaign", parts, campaign)
    if petitions := site.shown_elsewhere(campaign.items):
        path = addresses.of_embed(campaign.item.slug, code)
        parts = inputs.of_embed(campaign.item, petitions, code)
        yield desk.page(path, "embed", parts, campaign)


def _feeds(desk: _Desk, site: Site) -> Iterator[Planned]:
    """What readers subscribe to."""
    code, inputs = desk.language.code, desk.inputs
    newest = in_feed(site.chosen.everything, code)
    for ending in ("atom", "json"):
        parts = inputs.of_feed(newest, code)
        yield desk.page(addresses.feed(code, ending), f"feed.{ending}", parts, newest)
    for campaign in site.library.campaigns:
        newest = in_feed(campaign.items, code)
        parts = inputs.of_feed_of(campaign.item, newest, code)
        path = addresses.of_feed(campaign.item, code)
        yield desk.page(path, "campaign.atom", parts, campaign.item, newest)
        for petition in campaign.of_kind("petition"):
            if has_feed(petition, code):
                named = in_feed(named_with(petition, campaign), code)
                parts = inputs.of_feed_of(petition, (petition, *named), code)
                path = addresses.of_feed(petition, code)
                yield desk.page(path, "petition.atom", parts, petition, named)


def _lists(desk: _Desk, site: Site) -> Iterator[Planned]:
    code, inputs, chosen = desk.language.code, desk.inputs, site.chosen
    for kind, listing in chosen.listings.items():
        for year in listing.pages:
            path = addresses.of_list(kind, code, year)
            yield desk.page(path, "list", inputs.of_listing(listing, year, code), listing, year)
    for topic, items in chosen.topics.items():
        path = addresses.of_topic(topic, code)
        yield desk.page(path, "topic", inputs.of_topic(items, code), topic)
    parts = inputs.of_all(chosen.everything, code)
    yield desk.page(addresses.all_texts(code), "all", parts)
    yield desk.page(addresses.search(code), "search", inputs.of_search())


def offline_pages(site: Site, inputs: Inputs) -> Iterator[Planned]:
    """The pages that offer archives; they tell the sizes, so archives are made before them."""
    for language in site.library.languages if site.has_offline else ():
        path, parts = addresses.offline(language.code), inputs.of_offline(language.code)
        yield _Desk(inputs, language).page(path, "offline", parts)


def saved_notes(site: Site, inputs: Inputs) -> Iterator[Planned]:
    """What each text that is offered in a file of its own says of itself, by that file's path."""
    items = [item for item in site.chosen.everything if item.kind in FOLDER_OF_KIND]
    for item, language in product(items, site.library.languages):
        if language.code in item.editions:
            path = addresses.of_single(item, language.code)
            yield _Desk(inputs, language).page(path, "saved", [item.digest], item)


def _moved(site: Site, inputs: Inputs) -> Iterator[Planned]:
    languages = site.library.languages
    for path, item in aliases(site):
        code = path.partition("/")[0]
        language = next((each for each in languages if each.code == code), languages[0])
        yield _Desk(inputs, language).page(path, "moved", inputs.of_moved(item), item)


def aliases(site: Site) -> Iterator[tuple[str, Item]]:
    """Old addresses and the items that they lead to."""
    for item in site.library.by_key.values():
        for path in item.facts.aliases if item.facts else ():
            yield path, item


def alias_problems(site: Site, paths: Iterable[str]) -> list[Problem]:
    """Aliases that are the address of another file; `paths` are those of all, aliases too."""
    # Some file systems, and memory sticks, do not tell capital letters from small ones.
    wanted = Counter(path.casefold() for path in paths)
    problems = []
    for path, item in aliases(site):
        facts = f"{item.path}/facts.yaml"
        if wanted[path.casefold()] > 1:
            rule = "an address must belong to one page only"
            problems.append(Problem(facts, 1, rule, path, "Change the alias."))
    return problems
