"""What the style sheets in a page load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tinycss2 import parse_component_value_list, serialize
from tinycss2.ast import Node

from plugins.minber.inspection.tags import end_of_tag

_SHEET = re.compile(r"<style\b", re.IGNORECASE)
_CONTENT = re.compile(r"[^<]*+(?:<(?!/style[ \t\n\r\f/>])[^<]*+)*+", re.IGNORECASE)
_MAY_ASK = re.compile(r"url|src|image|import|\\", re.IGNORECASE)
"""One of these stands in every sheet that asks for a file; an escape may spell each of them."""
_STAYING = ("data:", "#")
"""Beginnings of addresses for which nothing is loaded: data, and places on the page itself."""

_MANY = 1 << 8
"""Sheets that are remembered: pages of one sort have one."""


def loads_of(text: str) -> Iterator[tuple[int, str]]:
    """The style sheets in the text that ask for a file, by their places, and how they do."""
    for found in _SHEET.finditer(text):
        content = _CONTENT.match(text, end_of_tag(text, found.start()))
        yield from ((found.start(), words) for words in _loads(content[0] if content else ""))


@lru_cache(_MANY)
def _loads(css: str) -> tuple[str, ...]:
    return tuple(_asking(parse_component_value_list(css))) if _MAY_ASK.search(css) else ()


def _asking(nodes: Iterable[Node]) -> Iterator[str]:
    """The parts of a sheet that ask for a file, as CSS Syntax 3 reads them."""
    left = [*nodes][::-1]  # However deep it goes.
    while left:
        node = left.pop()
        if _asks(node):
            yield serialize([node])
        else:
            within = node.arguments if node.type == "function" else getattr(node, "content", None)
            left.extend(reversed(within or ()))


def _asks(node: Node) -> bool:
    match node.type:
        case "url":
            return not _stays(node.value)
        case "function" if node.lower_name == "url":
            return not all(_stays(each.value) for each in node.arguments if each.type == "string")
        case "function":
            # Of these no page of ours has any: what they load may come from a custom property.
            return bool(node.lower_name == "src" or "image" in node.lower_name)
        case "at-keyword":
            return bool(node.lower_value == "import")
        case "error":
            return bool(node.kind == "bad-url")
    return False


def _stays(address: str) -> bool:
    return address.strip(" \t\n\r\f").lower().startswith(_STAYING)
