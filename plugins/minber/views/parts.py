"""Words as a page shows them, with their language, and links.

Every `href` in a view is relative to the page that the view belongs to, unless
its field says otherwise, so a template prints it as it is.  Dates and numbers
stay dates and numbers: the template formats them with the filters of its language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Plain words and the language they are in, which may not be the page's."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Safe HTML of a text and the language it is in."""

    html: str
    lang: str


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    text: Phrase
