"""A feed as plain data, whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

EMPTY_SINCE = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was updated: it must say so (RFC 4287, 4.1.1), and nothing was."""


@dataclass(frozen=True, slots=True)
class Category:
    """The kind of a text, or one of its topics."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    """A URN that stays whatever becomes of the words, the order and the place of the site."""
    url: str
    """Absolute, as every address in a feed."""
    title: str
    """Plain words."""
    summary: str
    """Plain words; "" where there are none."""
    html: str
    """All that the entry says, as safe HTML."""
    published: datetime
    """With the offset of Kazakhstan's clock."""
    updated: datetime
    """When the words changed: never the time of a build."""
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    id: str
    url: str
    """Where the feed itself stands."""
    page: str
    """The page that shows readers what the feed is of."""
    lang: str
    """Of the entries."""
    title: str
    title_lang: str
    """Of the title and the subtitle: the words of a campaign may be missing in a language."""
    subtitle: str
    author: str
    author_url: str
    entries: tuple[Entry, ...]
    """The newest first."""

    @property
    def updated(self) -> datetime:
        """When the newest change of an entry was."""
        return max((entry.updated for entry in self.entries), default=EMPTY_SINCE)
