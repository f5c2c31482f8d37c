"""What is found on the search page: every edition of what is listed, and what it is taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from plugins.minber.cache.digests import digest_of
from plugins.minber.cache.progress import Track
from plugins.minber.cache.store import Store
from plugins.minber.languages.dates import written_date
from plugins.minber.library.model import Edition, Item
from plugins.minber.pages.inputs import Inputs
from plugins.minber.problems import Problem
from plugins.minber.search import Index, Order, Record, publish, words_of_html
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views import addresses
from plugins.minber.views.here import WithTexts


@dataclass(frozen=True, slots=True)
class Sources:
    """From what texts are indexed besides the items."""

    with_texts: WithTexts
    common: Mapping[str, str]
    """What all records of a language are made of."""


def index_of(
    inputs: Inputs, sources: Sources, store: Store, track: Track
) -> tuple[Index, list[Problem]]:
    """The index of a site, and what forbids to make it."""
    return publish(list(orders(inputs, sources)), store, track)


def orders(inputs: Inputs, sources: Sources) -> Iterator[Order]:
    """Every real edition: a text in another language would be found by none of its readers."""
    for key, item in sorted(inputs.site.library.by_key.items()):
        for code in item.editions if item.is_listed else ():
            made_of = (sources.common[code], *inputs.of_document(item, code))
            read = partial(_record, sources.with_texts, item, code)
            yield Order(digest_of(key, code, *made_of), read)


def _record(with_texts: WithTexts, item: Item, code: str, store: Store) -> Record:
    site, edition = with_texts(store), item.editions[code]
    language, word = site.library.language(code), site.words[code].gettext
    is_page = item.kind == "page"
    campaign = site.library.by_key[item.campaign] if item.kind in FOLDER_OF_KIND else None
    return Record(
        path=addresses.of_item(item, code),
        language=code,
        title=edition.words.title,
        kind="" if is_page else word(f"kind.{item.kind}"),
        day="" if is_page else item.published.iso,
        date="" if is_page else written_date(item.published, language),
        campaign=campaign.shown(code).words.title if campaign else "",
        text=words_of_html(
            _passages(edition, site.body_of(item, code) if edition.has_text else "")
        ),
    )


def _passages(edition: Edition, body: str) -> Iterator[str]:
    """All that an editor wrote for readers of an edition, as HTML."""
    words: Any = edition.words
    yield escape(words.summary)
    yield from map(escape, getattr(words, "demands", {}).values())
    yield body
    for key in ("recommendations", "stages", "thresholds"):
        yield from map(escape, getattr(words, key, {}).values())
    yield escape(getattr(words, "answer", None) or "")
    yield from (action.html for action in edition.actions)
    for question, answer in zip(getattr(words, "questions", ()), edition.answers, strict=True):
        yield escape(question.ask)
        yield answer.html
