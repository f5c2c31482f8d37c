"""A text's safe HTML as a tree of plain data, which the templates of documents set.

A string is words; a mapping has a `tag`, what is in it under `of`, and what else the tag needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

Node = str | dict[str, Any]

_VOID = frozenset(("br", "hr", "img"))
_LINES = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "th", "td", "dt", "dd", "li"))
"""What begins and ends a line, so that space at its edges is none."""
_HOLDERS = frozenset(
    ("", "ul", "ol", "dl", "blockquote", "div", "table", "thead", "tbody", "tr", "li", "dd")
)
"""Where space between two elements that begin a line says nothing."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_DEEPEST = 24
"""Elements in one another: Typst draws no more than some eighty calls deep, several for each."""
_LONGEST = 9
"""Digits of the number that a list begins with."""
_ALIGNED = ("start", "middle", "end")


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: Mapping[str, str]
    children: list[_Element | str] = field(default_factory=list)


class _Reader(HTMLParser):
    """HTML that was cleaned: every element ends where it should."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self._open) > _DEEPEST:
            # What is deeper still stands in the last element that has room for it.
            self._open += [] if tag in _VOID else [self._open[-1]]
            return
        element = _Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def tree_of(html: str, base: str) -> list[Node]:
    """The tree of a text; `base` is the address of its page, from which its links start.

    Without one only links to other sites stay links.  A note stands where it is referred to first.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _Grower(base, dict(_notes(reader.root))).nodes(reader.root)


def _notes(element: _Element) -> Iterator[tuple[str, _Element]]:
    """The footnotes by their ids."""
    for child in _elements(element):
        if child.tag == "li" and child.attributes.get("id", "").startswith("fn:"):
            yield child.attributes["id"], child
        yield from _notes(child)


def _elements(element: _Element) -> Iterator[_Element]:
    return (child for child in element.children if isinstance(child, _Element))


@dataclass(slots=True)
class _Grower:
    base: str
    notes: Mapping[str, _Element]
    numbers: dict[str, int] = field(default_factory=dict)
    """The notes that stand already, by id."""
    is_in_note: bool = False

    def nodes(self, element: _Element) -> list[Node]:
        """What is in an element."""
        grown = [node for child in element.children for node in self._grown(child)]
        return _trimmed(element.tag, _joined(grown))

    def _grown(self, child: _Element | str) -> Iterable[Node]:
        if isinstance(child, str):
            return [_SPACE.sub(" ", child)]
        own = {"a": self._link, "div": self._part, "img": _picture, "sup": self._note}
        if child.tag in own:
            return own[child.tag](child)
        return [self._element(child)]

    def _element(self, element: _Element) -> Node:
        match element.tag:
            case "pre":
                return {"tag": "pre", "of": ["".join(_words(element)).strip("\n")]}
            case "table":
                return self._table(element)
            case "ol":
                start = element.attributes.get("start", "1")
                number = int(start[:_LONGEST]) if start.isdecimal() else 1
                return {"tag": "ol", "start": number, "of": self.nodes(element)}
            case tag:
                return {"tag": tag, "of": self.nodes(element)}

    def _part(self, part: _Element) -> Iterable[Node]:
        """What is in a part of a text; the notes stand where they are referred to."""
        return [] if part.attributes.get("class") == "footnote" else self.nodes(part)

    def _link(self, link: _Element) -> Iterable[Node]:
        if "footnote-backref" in link.attributes.get("class", ""):
            return []
        href = link.attributes.get("href", "")
        if not urlsplit(href).scheme:
            href = urljoin(self.base, href) if self.base else ""
        within = self.nodes(link)
        return [{"tag": "a", "href": href, "of": within}] if href else within

    def _note(self, reference: _Element) -> Iterable[Node]:
        """A note, or its number where it stands already."""
        links = [child for child in _elements(reference) if child.tag == "a"]
        id_ = links[0].attributes.get("href", "").removeprefix("#") if links else ""
        if id_ not in self.notes:
            return [{"tag": "sup", "of": self.nodes(reference)}]
        if id_ in self.numbers:
            return [{"tag": "again", "number": self.numbers[id_]}]
        if self.is_in_note:
            # A note within a note has no place at the foot of a page of its own.
            return [{"tag": "sup", "of": ["".join(_words(reference))]}]
        self.numbers[id_] = len(self.numbers) + 1
        self.is_in_note = True
        within = _run_in(self.nodes(self.notes[id_]))
        self.is_in_note = False
        return [{"tag": "note", "number": self.numbers[id_], "of": within}]

    def _table(self, table: _Element) -> Node:
        parts = {part.tag: self._rows(part) for part in _elements(table)}
        head, rows = parts.get("thead", []), parts.get("tbody", [])
        columns = max(map(len, [*head, *rows]), default=0)
        return {"tag": "table", "columns": columns, "head": head, "rows": rows}

    def _rows(self, part: _Element) -> list[list[dict[str, Any]]]:
        return [[self._cell(cell) for cell in _elements(row)] for row in _elements(part)]

    def _cell(self, cell: _Element) -> dict[str, Any]:
        name = cell.attributes.get("class", "")
        return {"align": name if name in _ALIGNED else "start", "of": self.nodes(cell)}


def _picture(picture: _Element) -> Iterable[Node]:
    """What a picture shows, in words."""
    words = picture.attributes.get("alt")
    return [{"tag": "img", "of": [words]}] if words else []


def _run_in(nodes: list[Node]) -> list[Node]:
    """The same with the first paragraph as plain words, beside the number of a note."""
    match nodes:
        case [{"tag": "p", "of": words}, *others]:
            return [*words, *others]
    return nodes


def _words(element: _Element) -> Iterator[str]:
    """All words in an element, as they are."""
    for child in element.children:
        yield from [child] if isinstance(child, str) else _words(child)


def _joined(nodes: Iterable[Node]) -> list[Node]:
    """The same with neighbouring words in one string, and no space at the start of a line."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and found and isinstance(found[-1], str):
            found[-1] = _SPACE.sub(" ", found[-1] + node)
        elif isinstance(node, str) and found and _is_break(found[-1]):
            found.append(node.lstrip(" "))
        else:
            found.append(node)
    return found


def _is_break(node: Node) -> bool:
    return isinstance(node, dict) and node["tag"] == "br"


def _trimmed(tag: str, nodes: list[Node]) -> list[Node]:
    """Nodes without space that says nothing where they stand."""
    if tag in _HOLDERS:
        nodes = [node for node in nodes if node != " "] if _has_lines(nodes) else nodes
    if tag in _LINES and nodes:
        nodes = [*nodes]
        if isinstance(nodes[0], str):
            nodes[0] = nodes[0].lstrip(" ")
        if isinstance(nodes[-1], str):
            # A space that does not break stands before the way back from a note.
            nodes[-1] = nodes[-1].rstrip(" \u00a0")
    return [node for node in nodes if node != ""]


def _has_lines(nodes: Iterable[Node]) -> bool:
    """Whether there are elements among them that begin a line."""
    blocks = _LINES | _HOLDERS | {"pre", "hr", "table"}
    return any(isinstance(node, dict) and node["tag"] in blocks for node in nodes)
