"""What search engines are told to look at (sitemaps.org), with the languages of every page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Address:
    """A page."""

    url: str
    alternates: tuple[tuple[str, str], ...]
    """The language, or `x-default`, and the address of every edition, this page among them."""
    changed: date | None = None


def sitemap(pages: Iterable[Address]) -> str:
    """The sitemap of pages."""
    writer = _Writer()
    with writer.element("urlset", {"xmlns": NAMESPACE, "xmlns:xhtml": XHTML}):
        for page in pages:
            with writer.element("url"):
                writer.words("loc", page.url)
                if page.changed:
                    writer.words("lastmod", page.changed.isoformat())
                for lang, href in page.alternates:
                    link = {"rel": "alternate", "hreflang": lang, "href": href}
                    with writer.element("xhtml:link", link):
                        pass
    return writer.text()


def sitemap_index(sitemaps: Iterable[str]) -> str:
    """The sitemap that names the others by their addresses."""
    writer = _Writer()
    with writer.element("sitemapindex", {"xmlns": NAMESPACE}):
        for address in sitemaps:
            with writer.element("sitemap"):
                writer.words("loc", address)
    return writer.text()


class _Writer:
    def __init__(self) -> None:
        self._out = io.StringIO()
        self._xml = XMLGenerator(self._out, "utf-8", short_empty_elements=True)
        self._xml.startDocument()

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        self._xml.startElement(name, AttributesImpl(attributes or {}))
        yield
        self._xml.endElement(name)
        self._xml.characters("\n")

    def words(self, name: str, text: str) -> None:
        with self.element(name):
            self._xml.characters(text)

    def text(self) -> str:
        return self._out.getvalue()
