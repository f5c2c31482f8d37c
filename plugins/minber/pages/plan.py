"""Every page of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.minber.languages.settings import Language
from plugins.minber.library.model import Item
from plugins.minber.problems import Problem
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.campaign import campaign_view, home_view
from plugins.minber.views.here import Here, Site
from plugins.minber.views.lists import (
    all_view,
    list_view,
    listed,
    topic_view,
    topics_in_use,
    years_of,
)
from plugins.minber.views.petition import petition_view
from plugins.minber.views.plain import choice_view, lost_view, moved_view, page_view
from plugins.minber.views.statement import news_view, statement_view

VIEW_OF_KIND = {
    "petition": petition_view,
    "statement": statement_view,
    "news": news_view,
    "page": page_view,
}


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    """From the root of the site, with forward slashes."""
    language: str
    template: str
    view: Any
    """A dataclass of plain data."""


def pages(site: Site) -> Iterator[Page]:
    """All pages, language by language."""
    first = site.library.languages[0]
    yield Page(
        addresses.CHOICE, first.code, "choice", choice_view(Here(site, first, addresses.CHOICE))
    )
    yield Page(addresses.LOST, first.code, "404", lost_view(Here(site, first, addresses.LOST)))
    for language in site.library.languages:
        yield from _of_language(site, language)
    yield from _moved(site)


def _of_language(site: Site, language: Language) -> Iterator[Page]:
    def here(path: str) -> Here:
        return Here(site, language, path)

    code = language.code
    path = addresses.home(code)
    yield Page(path, code, "home", home_view(here(path)))
    path = addresses.all_texts(code)
    yield Page(path, code, "all", all_view(here(path)))
    for campaign in site.library.campaigns:
        path = addresses.of_item(campaign.item, code)
        yield Page(path, code, "campaign", campaign_view(here(path), campaign))
    for item in (*site.library.items(), *site.library.pages):
        path = addresses.of_item(item, code)
        yield Page(path, code, item.kind, VIEW_OF_KIND[item.kind](here(path), item))
    yield from _lists(site, language)
    for topic in topics_in_use(here("")):
        path = addresses.of_topic(topic, code)
        yield Page(path, code, "topic", topic_view(here(path), topic))


def _lists(site: Site, language: Language) -> Iterator[Page]:
    for kind in FOLDER_OF_KIND:
        years = years_of(listed(Here(site, language, ""), kind))
        for year in (None, *years[1:]):
            path = addresses.of_list(kind, language.code, year)
            yield Page(
                path, language.code, "list", list_view(Here(site, language, path), kind, year)
            )


def _moved(site: Site) -> Iterator[Page]:
    for path, item in aliases(site):
        code = path.partition("/")[0]
        languages = site.library.languages
        language = next((each for each in languages if each.code == code), languages[0])
        yield Page(path, language.code, "moved", moved_view(Here(site, language, path), item))


def aliases(site: Site) -> Iterator[tuple[str, Item]]:
    """Old addresses and the items that they lead to."""
    for item in site.library.by_key.values():
        for path in item.facts.aliases if item.facts else ():
            yield path, item


def alias_problems(site: Site, planned: list[Page]) -> list[Problem]:
    """Aliases that are the address of another page."""
    # Some file systems, and memory sticks, do not tell capital letters from small ones.
    wanted = Counter(page.path.casefold() for page in planned)
    problems = []
    for path, item in aliases(site):
        facts = f"{item.path}/facts.yaml"
        if wanted[path.casefold()] > 1:
            rule = "an address must belong to one page only"
            problems.append(Problem(facts, 1, rule, path, "Change the alias."))
    return problems
