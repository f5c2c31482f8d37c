"""A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1): what is not known is not named."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from plugins.minber.feeds.model import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


class JsonAuthor(Struct, frozen=True):
    name: str
    url: str


class JsonItem(Struct, frozen=True, omit_defaults=True):
    id: str
    url: str
    title: str
    content_html: str
    date_published: datetime
    date_modified: datetime
    language: str
    summary: str = ""
    tags: tuple[str, ...] = ()


class JsonFeed(Struct, frozen=True, omit_defaults=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    language: str
    authors: tuple[JsonAuthor, ...]
    items: tuple[JsonItem, ...]
    description: str = ""


def json_feed(feed: Feed) -> JsonFeed:
    """The feed under the names of JSON Feed."""
    return JsonFeed(
        version=VERSION,
        title=feed.title,
        home_page_url=feed.page,
        feed_url=feed.url,
        language=feed.lang,
        authors=(JsonAuthor(feed.author, feed.author_url),),
        items=tuple(_item(entry, feed.lang) for entry in feed.entries),
        description=feed.subtitle,
    )


def _item(entry: Entry, lang: str) -> JsonItem:
    return JsonItem(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        content_html=entry.html,
        date_published=entry.published,
        date_modified=entry.updated,
        language=lang,
        summary=entry.summary,
        tags=tuple(category.name for category in entry.categories),
    )
