"""From where a page looks at the library: its language, its address, what it may link to."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from plugins.minber.cache.store import Store
from plugins.minber.cards import Card
from plugins.minber.documents import Document
from plugins.minber.languages.letters import spelled_in
from plugins.minber.languages.settings import Language
from plugins.minber.languages.words import Words
from plugins.minber.library.links import target_of
from plugins.minber.library.model import Edition, Item, Items, Library
from plugins.minber.markup.typography import tidy_text
from plugins.minber.pictures import Published
from plugins.minber.views import addresses
from plugins.minber.views.parts import Link, Passage, Phrase
from plugins.minber.views.selections import Selections

# Only in tags: what an author shows as code has no unescaped `<`.
_CONTENT_LINK = re.compile(r'(<a (?:[a-z]+="[^"]*" )*)href="content:([^"]*)"')


HOME = ""
"""In place of the key of an item: the home page."""


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share."""

    library: Library
    chosen: Selections
    words: Mapping[str, Words]
    """The interface words by language."""
    pictures: Mapping[tuple[str, str], Published]
    """By the key of the item and the name of the file."""
    url: str
    """Without a slash at its end; "" when the site has no fixed place."""
    has_open_data: bool
    """Whether there are badges and data for other people's sites and programs."""
    has_search: bool
    """Whether the search page has an index to ask."""
    has_offline: bool
    """Whether there are archives to read without a network, and a page that offers them."""
    feed_id: str
    """The UUID in whose namespace the ids of feeds are; "" where nobody wants feeds."""
    body_of: Callable[[Item, str], str]
    """The HTML of an item's text in the language of one of its editions."""
    count_is_stale_after: int | None = None
    """Days after which an open petition's count is said to be old; None for never."""
    documents: Mapping[tuple[str, str], tuple[Document, ...]] = field(default_factory=dict)
    """What can be printed, by the key of the item and the language of one of its editions."""
    archives: Mapping[str, int] = field(default_factory=dict)
    """The sizes in bytes of archives to read without a network, by path; of none before they are
    made."""
    cards: Mapping[tuple[str, str], Card] = field(default_factory=dict)
    """By the key of the item, or `HOME`, and the language of one of its editions."""

    @property
    def has_feeds(self) -> bool:
        """Whether there are feeds: without a place in the web there is nothing to subscribe to."""
        return bool(self.url and self.feed_id)

    def shown_elsewhere(self, items: Items) -> Items:
        """The petitions among items that other sites can show."""
        own = (item for item in items if item.kind == "petition" and item.is_listed)
        return tuple(own) if self.has_open_data else ()


WithTexts = Callable[[Store], Site]
"""The site with the texts that a store keeps: each process that reads them has its own."""


def no_texts(item: Item, language: str) -> str:
    """In place of texts, which each process that renders pages reads for itself."""
    raise AssertionError(f"{item.key} in {language} is read before pages are made")


@dataclass(frozen=True, slots=True)
class Here:
    """The page, or other file of the site, for which a view is made."""

    site: Site
    language: Language
    """Of its readers: words come in it, and links lead to pages in it."""
    path: str
    """Its own, from the root of the site: links begin there."""

    @property
    def code(self) -> str:
        """The language's, as in paths."""
        return self.language.code

    @property
    def library(self) -> Library:
        """All that there is to show."""
        return self.site.library

    def href(self, path: str) -> str:
        """A page of the site, or a file of it, from here."""
        return addresses.relative(path, self.path)

    def href_of(self, item: Item) -> str:
        """An item in the language of this page."""
        return self.href(addresses.of_item(item, self.code))

    def word(self, key: str) -> str:
        """An entry of the interface words in the language of this page."""
        return self.site.words[self.code].gettext(key)

    def label(self, key: str) -> Phrase:
        """The same as a phrase."""
        return Phrase(self.word(key), self.code)

    def phrase(self, text: str, language: str = "") -> Phrase:
        """Words of an edition or of the registry, which are tidy."""
        return Phrase(text, language or self.code)

    def maybe(self, text: str | None, language: str = "") -> Phrase | None:
        """As `phrase`; None where there are no words."""
        return self.phrase(text, language) if text else None

    def tidied(self, text: str, language: str) -> Phrase:
        """Words of facts or of a table, with the spaces and quotes of their language."""
        return Phrase(tidy_text(text, self.library.language(language)), language)

    def unlabelled(self, text: str) -> Phrase:
        """Words of facts, in the same language on every page: which it is, their letters tell."""
        languages = (self.language, *self.library.languages)
        return Phrase(text, (spelled_in(text, languages) or self.language).code)

    def named(self, names: Mapping[str, str]) -> Phrase:
        """The name of something in the registry."""
        return self.phrase(names[self.code])

    def title(self, item: Item, code: str = "") -> Phrase:
        """An item's title for readers of this page's language, or of another."""
        edition = item.shown(code or self.code)
        return self.phrase(edition.words.title, edition.language)

    def link(self, item: Item) -> Link:
        """An item under its title."""
        return Link(self.href_of(item), self.title(item))

    def text(self, item: Item) -> Passage | None:
        """The text of an item for readers of this page, its pictures not yet in their places.

        None where there is none.
        """
        edition = item.shown(self.code)
        if not edition.has_text:
            return None
        return self.passage(item, edition, self.site.body_of(item, edition.language))

    def passage(self, item: Item, edition: Edition, body: str) -> Passage:
        """Converted HTML with addresses put in for this page.

        What leads nowhere stays as it is: the inspection refuses it should no room before.
        """

        def to_content(found: re.Match[str]) -> str:
            target = target_of(item.path, html.unescape(found[2]))
            leads_to = self.library.by_path.get(target.path)
            if leads_to is None:
                return found[0]
            href = self.href_of(leads_to) + self._fragment(leads_to, target.fragment)
            return f'{found[1]}href="{html.escape(href)}"'

        return Passage(_CONTENT_LINK.sub(to_content, body), edition.language)

    def _fragment(self, item: Item, id_: str) -> str:
        """A heading's id, where readers of this language find it: not in a withdrawn text."""
        headings = item.shown(self.code).text.headings if item.is_listed else ()
        return f"#{quote(id_)}" if id_ in headings else ""
