"""What readers subscribe to: Atom and JSON Feed from plain data."""

from __future__ import annotations

from plugins.minber.feeds.atom import atom
from plugins.minber.feeds.identity import urn
from plugins.minber.feeds.json_feed import JsonFeed, json_feed
from plugins.minber.feeds.model import EMPTY_SINCE, Category, Entry, Feed

__all__ = ["EMPTY_SINCE", "Category", "Entry", "Feed", "JsonFeed", "atom", "json_feed", "urn"]
