"""Where every page stands in the tree of the site; all links between pages are relative."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND

PathIn = Callable[[str], str]
"""The path of the same page in a language, by its code."""

CHOICE = "index.html"
LOST = "404.html"


def home(language: str) -> str:
    """The home page of a language."""
    return f"{language}/index.html"


def of_item(item: Item, language: str) -> str:
    """A page of its own: every item has one in every language."""
    if item.kind == "page":
        return f"{language}/{item.slug}.html"
    if item.kind == "campaign":
        return f"{language}/{item.slug}/index.html"
    return f"{language}/{item.campaign}/{item.slug}.html"


def of_badge(petition: Item, language: str) -> str:
    """The picture of a petition for other people's sites."""
    return f"{language}/{petition.campaign}/{petition.slug}.svg"


def of_embed(campaign: str, language: str) -> str:
    """The page with what other people's sites can take of a campaign, named by its slug."""
    return f"{language}/{campaign}/embed.html"


def offer_id(petition: Item) -> str:
    """The part of that page about a petition."""
    return f"offer-{petition.slug}"


def of_card(page: str) -> str:
    """The card of a page, beside it."""
    return page.removesuffix(".html") + ".png"


PETITIONS_DATA = "data/petitions.json"


def of_data(petition: Item) -> str:
    """A petition's facts for other people's programs."""
    return f"data/{petition.campaign}/{petition.slug}.json"


def of_ledger(petition: Item) -> str:
    """A petition's counts of every day."""
    return f"data/{petition.campaign}/{petition.slug}.csv"


SITEMAP = "sitemap.xml"


def sitemap(number: int) -> str:
    """One of several sitemaps, counted from 1."""
    return f"sitemap-{number}.xml"


def feed(language: str, ending: str = "atom") -> str:
    """What is new in a language: as `atom`, or as `json`."""
    return f"{language}/feed.{ending}"


def of_feed(item: Item, language: str) -> str:
    """What is new in a campaign, or what happened to a petition."""
    if item.kind == "campaign":
        return f"{language}/{item.slug}/feed.atom"
    return f"{language}/{item.campaign}/{item.slug}.atom"


def of_document(item: Item, language: str, kind: str) -> str:
    """What is printed of an item, beside its page; a statement is a document by itself."""
    page = of_item(item, language).removesuffix(".html")
    return f"{page}.pdf" if kind == item.kind else f"{page}-{kind}.pdf"


def of_list(kind: str, language: str, year: int | None = None) -> str:
    """The list of a kind: the newest year, or an earlier one on a page of its own."""
    name = FOLDER_OF_KIND[kind] if year is None else f"{FOLDER_OF_KIND[kind]}-{year}"
    return f"{language}/{name}.html"


def of_topic(topic: str, language: str) -> str:
    """The list of a topic."""
    return f"{language}/topics/{topic}.html"


def all_texts(language: str) -> str:
    """The list of everything by the alphabet."""
    return f"{language}/all.html"


def search(language: str) -> str:
    """The page that asks the index of a language."""
    return f"{language}/search.html"


def offline(language: str) -> str:
    """The page that offers the site for reading without a network."""
    return f"{language}/offline.html"


def of_whole_site(language: str) -> str:
    """All pages of a language in one file."""
    # No folder of content may have `_` in its name, so no campaign's file is called so.
    return f"offline/site_{language}.zip"


def of_whole_campaign(campaign: Item) -> str:
    """A campaign in all languages in one file."""
    return f"offline/{campaign.slug}.zip"


def of_single(item: Item, language: str) -> str:
    """An edition of an item in one file, with its pictures."""
    return f"offline/{item.campaign}/{item.slug}-{language}.html"


KIWIX = "offline/site.zim"
"""The whole site in one file for Kiwix."""


def relative(path: str, page: str) -> str:
    """How `page` links to `path`, both from the root of the site.

    Paths are made of names that an address holds as they are: slugs, file names, aliases.
    """
    return _from_folder(path, page.rpartition("/")[0])


@lru_cache(1 << 14)
def _from_folder(path: str, folder: str) -> str:
    wanted, here = path.split("/"), folder.split("/") if folder else []
    shared = 0
    while shared < min(len(here), len(wanted) - 1) and here[shared] == wanted[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) + wanted[shared:]
    return "/".join(steps)


def absolute(path: str, site_url: str) -> str:
    """The whole address; "" when the site has no fixed place."""
    return f"{site_url}/{path}" if site_url else ""
