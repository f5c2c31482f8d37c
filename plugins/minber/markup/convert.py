"""A text's Markdown as safe, tidy HTML with what it refers to."""

from __future__ import annotations

from collections.abc import Mapping

import nh3
from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from plugins.minber.languages.settings import Language
from plugins.minber.markup.checks import leftovers, too_much
from plugins.minber.markup.extension import (
    CONTENT_SCHEME,
    OUTSIDE_SCHEMES,
    Dialect,
    Findings,
)
from plugins.minber.markup.markup import Fault, Markup
from plugins.minber.markup.pictures import PICTURE_SCHEME
from plugins.minber.markup.shortcuts import Shortcuts
from plugins.minber.markup.typography import tidy
from plugins.minber.source.characters import unsafe_character

__all__ = ["Converter", "Fault", "Markup", "convert"]

_TAGS = set(
    "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong a img br hr sup div "
    "table thead tbody tr th td".split()
)
_ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CLASSES = {"footnote", "footnote-ref", "footnote-backref", "start", "middle", "end"}
_SCHEMES = {*OUTSIDE_SCHEMES, CONTENT_SCHEME[:-1], PICTURE_SCHEME[:-1]}

# The safety net below the dialect: only what the theme styles comes through.
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=dict(_ATTRIBUTES),
    allowed_classes=dict.fromkeys(("a", "div", "th", "td"), _CLASSES),
    url_schemes=_SCHEMES,
    link_rel=None,
    # A table that is wider than the window moves within itself: by keys, too, in every browser.
    set_tag_attribute_values={"table": {"tabindex": "0"}},
)


class Converter:
    """Markdown in one language as safe HTML, one text at a time.

    Making one costs as much as converting a short text: keep it for as long as there are texts.
    """

    def __init__(self, language: Language, back: str) -> None:
        """`back` is the title of the link from a footnote back to the text."""
        self._language = language
        self._back = back
        self._dialect = Dialect()
        self._markdown = _markdown(back, self._dialect)

    def convert(self, text: str) -> Markup:
        if fault := too_much(text):
            return Markup("", faults=(fault,))
        self._dialect.findings = findings = Findings()
        try:
            html = self._markdown.reset().convert(text)
        except RecursionError:
            # What it was in the middle of must not come into the next text.
            self._markdown = _markdown(self._back, self._dialect)
            rule = "lists and quotations must not be so deep, or so long without an empty line"
            return Markup("", faults=((rule, "", "Put empty lines between their parts."),))
        # What browsers and programs make of `&#11;`, which Python reads as nothing.
        cleaned = _CLEANER.clean(html)
        if unsafe := unsafe_character(cleaned):
            rule = f"a text must not hold {unsafe[0]}"
            findings.faults.append((rule, "", "Delete the character."))
        return Markup(
            tidy(cleaned, self._language),
            tuple(findings.links),
            tuple(findings.fragments),
            tuple(findings.pictures),
            tuple(findings.headings),
            tuple(dict.fromkeys((*findings.faults, *leftovers(html)))),
        )


def convert(text: str, language: Language, back: str) -> Markup:
    """One text by a converter of its own; who has more keeps a `Converter`."""
    return Converter(language, back).convert(text)


def _markdown(back: str, dialect: Dialect) -> Markdown:
    # Braces would be filled with the number of the note.
    title = back.replace("{", "{{").replace("}", "}}")
    footnotes = FootnoteExtension(BACKLINK_TITLE=title, BACKLINK_TEXT="↩")
    # A list that begins with 3 keeps its number.
    lists = SaneListExtension(), DefListExtension()
    extensions = [TableExtension(), footnotes, *lists, dialect, Shortcuts()]
    return Markdown(extensions=extensions, output_format="html")
