"""What is searched and what a result shows, as plain data."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.minber.search.stems import stemmer_of

_WITHIN_A_WORD = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|q|s|small|span|strong|u)(?:\s[^>]*)?>"
)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Record:
    """A real edition: what is searched of it, and how a result shows it."""

    path: str
    """Of its page, from the root of the site."""
    language: str
    title: str
    kind: str
    """In words of the language; "" for a page about the site."""
    day: str
    """Of publication, ISO 8601; "" where there is none."""
    date: str
    """The same as the language writes it."""
    campaign: str
    """The title of its campaign; "" where it has none."""
    text: str
    """Without markup."""

    def request(self) -> dict[str, object]:
        """The record as Pagefind takes it.

        It searches the content and `meta`, writes `filters` in no fixed order, and gives the
        address back as it is: so there stands what a result shows.  In a language that is stemmed
        here the stems follow the text, one for each of its pieces, in their order.
        """
        stemmer = stemmer_of(self.language)
        content = f"{self.text} {stemmer.stems(self.text)}" if stemmer else self.text
        title = stemmer.stems(self.title) if stemmer else self.title
        shown = {
            "campaign": self.campaign,
            "date": self.date,
            "day": self.day,
            "kind": self.kind,
            "path": self.path,
            "title": self.title,
        }
        return {
            "url": json.dumps({key: value for key, value in shown.items() if value}),
            "content": content,
            "language": self.language,
            "meta": {"title": title},
            "filters": None,
            "sort": None,
        }


def plain(passages: Iterable[str]) -> str:
    """The words of pieces of safe HTML, with one space between any two."""
    joined = " ".join(_TAG.sub(" ", _WITHIN_A_WORD.sub("", passage)) for passage in passages)
    return " ".join(html.unescape(joined).split())
