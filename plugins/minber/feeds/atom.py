"""A feed as Atom (RFC 4287), by Pelican's feedgenerator."""

from __future__ import annotations

import html
from datetime import datetime
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from feedgenerator.django.utils.feedgenerator import (  # type: ignore[import-untyped]
    rfc3339_date,
)

from plugins.minber.feeds.model import Feed


def atom(feed: Feed) -> str:
    """The feed as a document of Atom."""
    made = _Atom(
        title=feed.title,
        link=feed.page,
        description=feed.subtitle,
        language=feed.lang,
        author_name=feed.author,
        author_link=feed.author_url,
        feed_url=feed.url,
        feed_guid=feed.id,
        words_lang=feed.title_lang,
        updated=feed.updated,
    )
    for entry in feed.entries:
        made.add_item(
            title=entry.title,
            link=entry.url,
            # A summary is read as HTML.
            description=html.escape(entry.summary, quote=False) or None,
            content=entry.html,
            unique_id=entry.id,
            pubdate=entry.published,
            updateddate=entry.updated,
            # Its own `categories` have no labels.
            labelled=entry.categories,
        )
    return str(made.writeString("utf-8")) + "\n"


class _Atom(Atom1Feed):  # type: ignore[misc]
    """With the languages of words, names of categories, and no time but that of the texts."""

    def latest_post_date(self) -> datetime:
        updated: datetime = self.feed["updated"]
        return updated

    def add_root_elements(self, handler: Any) -> None:
        feed = self.feed
        foreign = feed["words_lang"] != feed["language"]
        lang = {"xml:lang": feed["words_lang"]} if foreign else {}
        handler.addQuickElement("id", feed["id"])
        handler.addQuickElement("title", feed["title"], lang)
        if feed["description"]:
            handler.addQuickElement("subtitle", feed["description"], lang)
        handler.addQuickElement("updated", rfc3339_date(self.latest_post_date()))
        for rel, href in (("self", feed["feed_url"]), ("alternate", feed["link"])):
            type_ = "application/atom+xml" if rel == "self" else "text/html"
            handler.addQuickElement("link", "", {"rel": rel, "type": type_, "href": href})
        handler.startElement("author", {})
        handler.addQuickElement("name", feed["author_name"])
        handler.addQuickElement("uri", feed["author_link"])
        handler.endElement("author")

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for category in item["labelled"]:
            words = {"term": category.id, "label": category.name}
            handler.addQuickElement("category", "", words)
