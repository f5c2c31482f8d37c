"""A text's Markdown as safe, tidy HTML with what it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

import nh3
from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from plugins.minber.languages.settings import Language
from plugins.minber.markup.extension import (
    CONTENT_SCHEME,
    OUTSIDE_SCHEMES,
    PICTURE_SCHEME,
    Dialect,
    Findings,
)
from plugins.minber.markup.typography import tidy
from plugins.minber.source.characters import unsafe_character

MOST_OPEN_BRACKETS = 200
"""Python-Markdown's time grows with the square of the brackets that are open at once."""

Fault = tuple[str, str, str]
"""(rule, what stands in the text, remedy)"""

_LEFTOVERS = (
    (
        re.compile(r"\[\^[^\]\s]+\]"),
        "a footnote must have its words",
        "Add a line such as `[^1]: …` at the end of the text.",
    ),
    (
        re.compile(r"\][ \n]\((?=[./]|https?:)[^)\n]*\)?"),
        "a link must be [words](address), with nothing between",
        "Delete the space before the bracket.",
    ),
    (
        re.compile(r"\[[^\]\n]+\]\[[^\]\n]*\]"),
        "a link by name must have its address",
        "Write [words](address) instead.",
    ),
    (
        re.compile(r"\{#[^{}\n]*\}"),
        "{#…} must stand behind a heading and be of a–z, 0–9 and hyphens",
        "Write it as {#demands}.",
    ),
    (
        re.compile(r"\*\*"),
        "** must open and close bold words, with no space inside",
        "Delete the space or the ** that is alone.",
    ),
)

MOST_COLUMNS = 50
_LIMITS = (
    (re.compile(r"\[\^"), 400, "marks of footnotes"),
    (re.compile(r"^(?:#+|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE), 400, "headings and rules"),
    (re.compile(r"^[^\n]*\|", re.MULTILINE), 2_000, "rows of tables"),
)

_TAGS = set(
    "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong a img br hr sup div "
    "table thead tbody tr th td".split()
)
_ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CLASSES = {"footnote", "footnote-ref", "footnote-backref", "start", "middle", "end"}
_SCHEMES = {*OUTSIDE_SCHEMES, CONTENT_SCHEME[:-1], PICTURE_SCHEME[:-1]}


@dataclass(frozen=True, slots=True)
class Markup:
    """A converted text.

    In `html` a link to content is `content:` and the link as written, a picture
    is `picture:` and its file name; who shows the text puts addresses in.
    """

    html: str
    links: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    """The ids that a link may lead to."""
    faults: tuple[Fault, ...] = ()


def convert(text: str, language: Language, back: str) -> Markup:
    """Markdown in a language as safe HTML.

    `back` is the title of the link from a footnote back to the text.
    """
    if fault := _too_much(text):
        return Markup("", faults=(fault,))
    markdown, dialect = _converter(back)
    dialect.findings = findings = Findings()
    try:
        html = markdown.reset().convert(text)
    except RecursionError:
        # What it was in the middle of must not come into the next text.
        _converter.cache_clear()
        rule = "lists and quotations must not be so deep, or so long without an empty line"
        return Markup("", faults=((rule, "", "Put empty lines between their parts."),))
    if unsafe := unsafe_character(unescape(html)):
        findings.faults.append((f"a text must not hold {unsafe[0]}", "", "Delete the character."))
    return Markup(
        tidy(_clean(html), language),
        tuple(findings.links),
        tuple(findings.fragments),
        tuple(findings.pictures),
        tuple(findings.headings),
        tuple(dict.fromkeys((*findings.faults, *_leftovers(html)))),
    )


def _leftovers(html: str) -> Iterator[Fault]:
    """Marks of Markdown that a reader would see, as they were not understood."""
    text = re.sub(r"<(code|pre)>.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
    for pattern, rule, remedy in _LEFTOVERS:
        for found in pattern.finditer(text):
            yield rule, unescape(found.group()), remedy


def _too_much(text: str) -> Fault | None:
    """What would take Python-Markdown minutes: no text for readers has so much of it."""
    if max(_open(text, "[]"), _open(text, "()")) > MOST_OPEN_BRACKETS:
        rule = f"a text must not have more than {MOST_OPEN_BRACKETS} brackets open at once"
        return rule, "", "Close the brackets or delete them."
    for pattern, most, noun in _LIMITS:
        if sum(1 for _ in pattern.finditer(text)) > most:
            return f"a text must not have more than {most} {noun}", "", "Split the text."
    if any(line.count("|") > MOST_COLUMNS for line in text.split("\n")):
        return f"a table must not have more than {MOST_COLUMNS} columns", "", "Split the table."
    return None


def _open(text: str, pair: str) -> int:
    """How many brackets of a pair are open at once, at most; a closing one too many is a smiley."""
    deepest = depth = 0
    for bracket in re.findall(f"[{re.escape(pair)}]", text):
        depth = depth + 1 if bracket == pair[0] else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


@lru_cache(maxsize=16)
def _converter(back: str) -> tuple[Markdown, Dialect]:
    """One converter for each title: making one takes longer than converting a text."""
    dialect = Dialect()
    footnotes = FootnoteExtension(BACKLINK_TITLE=back.replace("%", "%%"), BACKLINK_TEXT="↩")
    # A list that begins with 3 keeps its number.
    lists = SaneListExtension(), DefListExtension()
    extensions = [TableExtension(), footnotes, *lists, dialect]
    return Markdown(extensions=extensions, output_format="html"), dialect


def _clean(html: str) -> str:
    """The safety net below the dialect: only what the theme styles comes through."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=dict(_ATTRIBUTES),
        allowed_classes=dict.fromkeys(("a", "div", "th", "td"), _CLASSES),
        url_schemes=_SCHEMES,
        link_rel=None,
    )
