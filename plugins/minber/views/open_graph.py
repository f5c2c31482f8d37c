"""What services show in place of a link, besides title and card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.minber.library.model import Item
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views.here import Here


@dataclass(frozen=True, slots=True)
class OpenGraph:
    """https://ogp.me of a page, in the locales of the languages (`kk_KZ`)."""

    type: str
    """article or website."""
    locale: str
    others: tuple[str, ...]
    """The locales of the other editions."""
    published: str = ""
    """The day in the form of ISO 8601, or "" where it is not known."""
    updated: str = ""


def open_graph(here: Here, code: str, codes: Iterable[str]) -> OpenGraph | None:
    """Of a page that shows a language and stands in `codes`; None when SITEURL is not set."""
    if not here.site.url:
        return None
    others = (here.library.language(other).og for other in codes if other != code)
    return OpenGraph("website", here.library.language(code).og, tuple(others))


def open_graph_of_item(here: Here, item: Item) -> OpenGraph | None:
    """Of the edition that readers of this page get."""
    graph = open_graph(here, item.shown(here.code).language, item.editions)
    if graph is None or item.kind not in FOLDER_OF_KIND:
        return graph
    updated = item.facts.updated
    return replace(
        graph,
        type="article",
        published=item.published.iso if item.published.has_day else "",
        updated=updated.isoformat() if updated else "",
    )
