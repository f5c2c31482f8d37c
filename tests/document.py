"""Pages as a strict parser reads them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

READ_ALOUD = ("alt", "title", "aria-label", "content")


def document(text: str) -> Element:
    """The tree of a page; raises html5lib's ParseError at the first error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(text)
    return root


def words_of(element: Element) -> str:
    """The words that a reader sees, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def with_class(root: Element, name: str) -> list[Element]:
    return [el for el in root.iter() if name in el.get("class", "").split()]


def addresses(root: Element) -> list[str]:
    """Where the page leads and what it loads, but for what only names an address."""
    links = [el for el in root.iter() if el.tag != "link"]
    return [el.get(key, "") for el in links for key in ("href", "src") if key in el.attrib]


def by_language(element: Element, language: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a page with the language that it is marked as."""
    if element.tag in ("style", "meta") and element.get("name") != "description":
        return
    language = element.get("lang", language)
    yield from ((language, element.get(key, "")) for key in READ_ALOUD if key in element.attrib)
    yield language, element.text or ""
    for child in element:
        yield from by_language(child, language)
        yield language, child.tail or ""


def headings(root: Element) -> list[int]:
    """The levels of the headings in order."""
    return [int(el.tag[1]) for el in root.iter() if el.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]


def ids(root: Element) -> list[str]:
    return [el.get("id", "") for el in root.iter() if "id" in el.attrib]
