"""What is searched and what a result shows, as plain data."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.minber.search.stems import stemmer_of

_WITHIN_A_WORD = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|q|s|small|span|strong|u)(?:\s[^>]*)?>"
)
_WITHIN_A_PASSAGE = re.compile(r"</?(?:br|img|su[bp])(?:\s[^>]*)?>")
_TAG = re.compile(r"<[^>]+>")
BETWEEN = " · "
"""What stands between passages, so that no heading runs into what follows it: an excerpt ends there
or shows an ellipsis for it (`theme/scripts/excerpts.js`), as at such a dot of an editor's own."""


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
        # With one space between any two pieces, all that reads them counts alike.
        text = " ".join(self.text.split())
        content = f"{text} {stemmer.stems(text)}" if stemmer else text
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


def words_of_html(passages: Iterable[str]) -> str:
    """The words of safe HTML with one space between any two, and between passages a dot."""
    blocks = (block for passage in passages for block in _blocks(passage))
    return BETWEEN.join(filter(None, (" ".join(block.split()) for block in blocks)))


def _blocks(passage: str) -> Iterator[str]:
    whole = _WITHIN_A_PASSAGE.sub(" ", _WITHIN_A_WORD.sub("", passage))
    return map(html.unescape, _TAG.split(whole))
