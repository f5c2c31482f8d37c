"""What each page is made of, as digests: its key.  A page with a known key need not be made again.

A key may name more than its view reads, which costs a page made for nothing; it must never name
less.  So whoever lets a view read something new adds it here; the tests that edit a site at random
and compare it with a build from nothing find what was forgotten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

import msgspec

from plugins.minber.cache.digests import digest_of, digest_of_bytes
from plugins.minber.library.model import Edition, Item, Items
from plugins.minber.library.references import named_in
from plugins.minber.schema.registry import Registry
from plugins.minber.views.counts import stale_after
from plugins.minber.views.here import HOME, Site
from plugins.minber.views.selections import Listing
from plugins.minber.views.sizes import size_of

OF_FEEDS = "feed_"
"""So begin the names of the templates that make HTML of the entries of a feed, and titles."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of what the views of a site read."""

    site: Site
    common: Mapping[str, str]
    """What all pages of a language are made of, by language."""
    templates: Mapping[str, str]
    """Each page's template with all that it includes, by name without ending."""
    entries: Mapping[tuple[str, str], str]
    """The registry's entries by register and id."""
    faces: Mapping[tuple[str, str], str]
    """What other pages may show of an item, by its key and the language."""

    def key(self, path: str, template: str, language: str, parts: Iterable[str]) -> str:
        """The key of a page at a path."""
        # A template that the theme lacks is told when the page is to be rendered.
        made_with = self.templates.get(template, "")
        home = self._card(HOME, language)
        return digest_of(self.common[language], made_with, path, home, *parts)

    def _card(self, item: str, language: str) -> str:
        """What a page says of a card."""
        card = self.site.cards.get((item, language))
        return f"{card.path} {card.key}" if card else ""

    def of_all_languages(self) -> Iterator[str]:
        """What pages that speak all languages have in common."""
        yield from self.common.values()

    def of_item(self, item: Item, language: str) -> Iterator[str]:
        """What the page of an item is made of."""
        yield item.digest
        yield self.faces[item.key, language]
        yield str(stale_after(self.site, item))
        yield from self._beside(item, language)
        yield from self._faces([getattr(item.facts, "superseded_by", None) or ""], language)
        yield from self._today([item.key])
        for edition in item.editions.values():
            yield from self._links(edition, language)
        yield from self._letter(item)
        yield self._card(item.key, item.shown(language).language)
        for document in self.site.documents.get((item.key, item.shown(language).language), ()):
            yield f"{document.path} {size_of(document.size)}"

    def _beside(self, item: Item, language: str) -> Iterator[str]:
        """The texts that stand beside an item; a campaign names some too."""
        if kin := self.site.chosen.kin.get(item.key):
            others = (kin.earlier, kin.later, *kin.related)
            yield from self._faces((other.key if other else "" for other in others), language)
        else:
            yield from self._faces(getattr(item.facts, "related", ()), language)

    def of_item_in_all_languages(self, item: Item) -> Iterator[str]:
        """What the data of an item are made of."""
        yield from self.of_all_languages()
        yield from (self.faces[item.key, language] for language in self.common)

    def of_document(self, item: Item, language: str) -> Iterator[str]:
        """What a document of an edition is made of."""
        yield item.digest
        yield self.faces[item.key, language]
        yield from self._links(item.editions[language], language)

    def of_card(self, item: Item, language: str) -> Iterator[str]:
        """What the card of an edition is made of."""
        yield self.faces[item.key, language]

    def of_search(self) -> Iterator[str]:
        """What the search page is made of: it names all topics in use."""
        yield from (self.entries["topics", id_] for id_ in self.site.chosen.topics)

    def of_campaign(self, campaign: Item, items: Items, language: str) -> Iterator[str]:
        """What the page of a campaign with its items is made of."""
        yield from self.of_item(campaign, language)
        yield from self.of_list(items, language)

    def of_embed(self, campaign: Item, petitions: Items, language: str) -> Iterator[str]:
        """What the page of a campaign for other people's sites is made of."""
        yield self.faces[campaign.key, language]
        yield from self._lines(petitions, language)

    def of_home(self, language: str) -> Iterator[str]:
        """What a home page is made of."""
        chosen = self.site.chosen
        for items in (chosen.campaigns, chosen.open_petitions, chosen.latest):
            yield from self.of_list(items, language)

    def of_listing(self, listing: Listing, year: int | None, language: str) -> Iterator[str]:
        """What the page of a kind and a year, or of its newest year, is made of."""
        yield from (f"{year}:{len(items)}" for year, items in listing.years.items())
        yield from self.of_list(listing.years[year] if year else listing.newest, language)

    def of_topic(self, items: Items, language: str) -> Iterator[str]:
        """What the page of a topic is made of."""
        yield from self.of_all(items, language)
        yield from self._today(item.key for item in items)

    def of_all(self, items: Items, language: str) -> Iterator[str]:
        """What the page of all texts is made of: it names and counts all topics in use."""
        for id_, with_it in self.site.chosen.topics.items():
            yield f"{self.entries['topics', id_]} {len(with_it)}"
        yield from self._lines(items, language)

    def of_feed(self, items: Items, language: str) -> Iterator[str]:
        """What a feed of items is made of: also their texts."""
        yield from (made for name, made in self.templates.items() if name.startswith(OF_FEEDS))
        for item in items:
            yield item.digest
            yield self.faces[item.key, language]
            yield from self._links(item.editions[language], language)

    def of_feed_of(self, subject: Item, items: Items, language: str) -> Iterator[str]:
        """What the feed of a campaign or a petition with items is made of."""
        yield self.faces[subject.key, language]
        yield from self.of_feed(items, language)

    def of_offline(self, language: str) -> Iterator[str]:
        """What the page that offers archives is made of."""
        yield from (f"{path} {size}" for path, size in self.site.archives.items())
        yield from self._lines(self.site.chosen.everything, language)

    def of_list(self, items: Items, language: str) -> Iterator[str]:
        """What a list of items is made of."""
        yield from self._lines(items, language)
        yield from self._today(item.key for item in items)

    def _lines(self, items: Items, language: str) -> Iterator[str]:
        """What a list without deadlines is made of; with several campaigns it names theirs."""
        yield f"{len(items)} of {'several' if len(self.site.library.campaigns) > 1 else 'one'}"
        yield from (self.faces[item.key, language] for item in items)

    def of_moved(self, item: Item) -> Iterator[str]:
        """What the page at an old address of an item is made of."""
        yield item.path
        yield from self.of_item_in_all_languages(item)

    def _today(self, keys: Iterable[str]) -> Iterator[str]:
        """The day of the build, where one of the items shows how long its answer is overdue."""
        deadlines = self.site.chosen.deadlines
        if any(key in deadlines and deadlines[key].as_of for key in keys):
            yield self.site.library.today.isoformat()

    def _faces(self, keys: Iterable[str], language: str) -> Iterator[str]:
        return (self.faces.get((key, language), "") for key in keys)

    def _letter(self, item: Item) -> Iterator[str]:
        """A letter may be in another language than its page, with the campaign's demands in it."""
        routes = getattr(item.facts, "routes", ())
        if any(route.kind == "email" and route.address for route in routes):
            yield from self.of_all_languages()
            yield from (self.faces.get((item.campaign, code), "") for code in self.common)

    def _links(self, edition: Edition, language: str) -> Iterator[str]:
        """Where links lead, and whether the place on the page is there."""
        for target in edition.leads_to:
            item = self.site.library.by_path.get(target.path)
            headings = item.shown(language).text.headings if item and item.is_listed else ()
            yield f"{target.path} {item is not None} {target.fragment in headings}"


def inputs_of(site: Site, common: Mapping[str, str], templates: Mapping[str, str]) -> Inputs:
    """The inputs of a site; `common` is what its pages share by language, but for their footer."""
    entries = _entries(site.library.registry)
    codes = [language.code for language in site.library.languages]
    whole = {code: digest_of(common[code], *_footer(site, code)) for code in codes}
    return Inputs(site, whole, templates, entries, _all_faces(site, entries, codes))


def _footer(site: Site, language: str) -> Iterator[str]:
    """The footer of every page names the pages about the site."""
    for page in site.library.pages:
        edition = page.shown(language)
        if page.is_listed:
            yield from (page.slug, edition.language, edition.words.title)


def _entries(registry: Registry) -> dict[tuple[str, str], str]:
    return {
        (register.name, id_): digest_of_bytes(msgspec.json.encode(entry))
        for register in fields(registry)
        for id_, entry in getattr(registry, register.name).items()
    }


def _all_faces(
    site: Site, entries: Mapping[tuple[str, str], str], codes: list[str]
) -> dict[tuple[str, str], str]:
    faces = {}
    for item in site.library.by_key.values():
        parts = (*_names(item, entries), *_clock(item.days, site.library.today))
        for code in codes:
            campaign = _of_campaign(site, item, code)
            faces[item.key, code] = digest_of(item.faces[code], *parts, *campaign)
    return faces


def _names(item: Item, entries: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """What the registry says of all that the item names."""
    yield from (entries.get((register, id_), "") for _, register, id_ in named_in(item.facts))
    yield from (entries.get(("platforms", row.platform), "") for row in item.signatures)


def _clock(days: tuple[date, ...], today: date) -> tuple[str, str]:
    """On which side of its days an item stands."""
    return str(bisect_left(days, today)), str(bisect_right(days, today))


def _of_campaign(site: Site, item: Item, language: str) -> Iterator[str]:
    """What an item shows of its campaign: the title, and the demands with their outcomes."""
    campaign = site.library.by_key.get(item.campaign)
    if campaign is None or item.kind in ("campaign", "page"):
        return
    yield campaign.shown(language).language
    yield campaign.original.language
    yield campaign.shown(language).words.title
    if item.kind == "petition":
        words = [each.words.demands for each in (campaign.shown(language), campaign.original)]
        yield digest_of_bytes(msgspec.json.encode((campaign.facts.demands, words)))
