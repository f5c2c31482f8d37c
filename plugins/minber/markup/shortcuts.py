"""Python-Markdown's own results for a fraction of the work: what cannot match is not looked for.

It asks each of fifteen block processors and as many inline patterns about every piece of a text,
and most pieces hold none of their marks.  Each class here gives the very result of the one in
whose place it stands; `tests/markup/test_shortcuts.py` compares them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

BLOCK_MARKS = {
    "table": "|",
    "hashheader": "#",
    "setextheader": "\n",
    "deflist": ":",
    "footnote": "[^",
    "reference": "]:",
}
"""Block processors that search a whole block, and what it must hold for them to find anything."""

INLINE_MARKS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""All inline patterns in their order, and what a text must hold, one of these, for a match."""

_BY_NAME = {"reference", "image_reference", "short_reference", "short_image_ref"}
"""Patterns that change nothing where no line such as `[name]: ../first/` gives an address."""

SIGNS = ("[", "`", "\\", "<", "&", "  \n", "*", "_")
"""Each mark of an inline pattern holds one, so none matches a text without them."""

_SIMPLE = re.compile(
    r"""
    \[(?<!!\[)(?!\^) ([^\[\]]+) \]\( ([^\s()<>"'\[\]`\\]+) \)  # [words](address), no image, no note
    | \*\* ([^\s*] (?:[^*]*[^\s*])?) \*\*                      # **bold words**
    """,
    re.VERBOSE,
)


class Shortcuts(Extension):
    """The last of the extensions, as it stands in the place of what the others register."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)
        md.parser.blockprocessors.register(_Prose(md.parser), "minber-prose", 110)
        # A list, as the parser goes through them for each block and a registry then makes one.
        md.parser.blockprocessors = _block_processors(md)  # type: ignore[assignment]
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Unescape(md), "unescape", 0)
        # A set, as each element's tag is looked up in it.
        md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]


class _Whitespace(NormalizeWhitespace):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join((*lines, ""))
        if any(unusual in text for unusual in (STX, ETX, "\r", "\t", " \n")):
            return super().run(lines)
        return [*lines, "", ""]


class _Prose(ParagraphProcessor):
    """A block that only a paragraph can be: of any other kind a mark begins some line."""

    _LINES = re.compile(r"(?!\d+\.)(?:[^\W_].*\n)*[^\W_].*")

    def test(self, parent: Element, block: str) -> bool:
        return self._LINES.fullmatch(block) is not None


class _Marked:
    """A block processor that is asked only about blocks that hold its mark."""

    def __init__(self, processor: BlockProcessor, mark: str) -> None:
        self._processor, self._mark = processor, mark
        # Not a method that calls it: how deep quotations may be depends on the calls at work.
        self.run = processor.run

    def test(self, parent: Element, block: str) -> bool:
        return self._mark in block and self._processor.test(parent, block)


def _block_processors(md: Markdown) -> list[BlockProcessor | _Marked]:
    registry = md.parser.blockprocessors
    processors: list[BlockProcessor | _Marked] = list(registry)
    for name, mark in BLOCK_MARKS.items():
        processors[registry.get_index_for_name(name)] = _Marked(registry[name], mark)
    return processors


class _Inline(InlineProcessor):
    """Plain text stays, simple links and bold words are made at once.

    For the rest it tries the patterns whose mark stands somewhere in the document.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns = {name: md.inlinePatterns[name] for name in INLINE_MARKS}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        document = "".join(tree.itertext())
        signs = [sign for sign in SIGNS if sign in document]
        simple: list[tuple[Element, list[str]]] = []
        done = True
        for element in tree.iter():
            done = done and not element.tail
            if element.text and not isinstance(element.text, AtomicString):
                pieces = _simple_pieces(element.text, signs)
                done = done and bool(pieces)
                if pieces:
                    element.text = AtomicString(element.text)
                if len(pieces) > 1:
                    simple.append((element, pieces))
        if not done:
            self.inlinePatterns = self._patterns_for(document)  # type: ignore[assignment]
            super().run(tree, ancestors)
        # Afterwards, or it would look at each of their parts.
        for element, pieces in simple:
            _fill(element, pieces)
        return tree

    def _patterns_for(self, document: str) -> list[object]:
        return [
            pattern
            for name, pattern in self._patterns.items()
            if any(mark in document for mark in INLINE_MARKS[name])
            and (self.md.references or name not in _BY_NAME)
        ]


def _simple_pieces(text: str, signs: Sequence[str]) -> list[str]:
    """Text, words of a link, its address, bold words, text, and so on; empty if there is more."""
    if _is_plain(text, signs):
        return [text]
    pieces = _SIMPLE.split(text)
    addresses = pieces[2::4]
    pieces[2::4] = [""] * len(addresses)
    if not _is_plain("".join(piece or "" for piece in pieces), signs):
        return []
    pieces[2::4] = addresses
    return pieces


def _is_plain(text: str, signs: Sequence[str]) -> bool:
    return not any(map(text.__contains__, signs))


def _fill(element: Element, pieces: Sequence[str]) -> None:
    element.text = pieces[0]
    for at in range(1, len(pieces), 4):
        words, address, bold, after = pieces[at : at + 4]
        new = Element("strong") if bold else Element("a", href=address)
        new.text = bold or words
        new.tail = after
        element.insert(at // 4, new)


class _Unescape(UnescapeTreeprocessor):
    def run(self, root: Element) -> None:
        # Only a backslash escapes.
        if any("\\" in line for line in self.md.lines):  # type: ignore[attr-defined]
            super().run(root)
