"""What a text must not have: more than Python-Markdown can take, and marks that a reader would see.

Counting a sign is a hundred times faster than searching by a pattern, so each pattern is only
searched for in a text that holds signs enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from plugins.minber.markup.markup import Fault

MOST_OPEN_BRACKETS = 200
"""Python-Markdown's time grows with the square of the brackets that are open at once."""
MOST_COLUMNS = 50
_LIMITS = (
    (("[^",), re.compile(r"\[\^"), 400, "marks of footnotes"),
    (
        ("#", "=", "-"),
        re.compile(r"^(?:#+|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE),
        400,
        "headings and rules",
    ),
    (("|",), re.compile(r"^[^\n]*\|", re.MULTILINE), 2_000, "rows of tables"),
)
"""(signs of which each match holds one, pattern, most matches, noun)"""

_LEFTOVERS = (
    (
        "[",
        re.compile(r"\[\^[^\]\s]+\]"),
        "a footnote must have its words",
        "Add a line such as `[^1]: …` at the end of the text.",
    ),
    (
        "]",
        re.compile(r"\][ \n]\((?=[./]|https?:)[^)\n]*\)?"),
        "a link must be [words](address), with nothing between",
        "Delete the space before the bracket.",
    ),
    (
        "[",
        re.compile(r"\[[^\]\n]+\]\[[^\]\n]*\]"),
        "a link by name must have its address",
        "Write [words](address) instead.",
    ),
    (
        "{",
        re.compile(r"\{#[^{}\n]*\}"),
        "{#…} must stand behind a heading and be of a–z, 0–9 and hyphens",
        "Write it as {#demands}.",
    ),
    (
        "*",
        re.compile(r"\*\*"),
        "** must open and close bold words, with no space inside",
        "Delete the space or the ** that is alone.",
    ),
)
"""(sign that each match holds, pattern, rule, remedy)"""


def too_much(text: str) -> Fault | None:
    """What would take Python-Markdown minutes: no text for readers has so much of it."""
    if max(_open(text, "[]"), _open(text, "()")) > MOST_OPEN_BRACKETS:
        rule = f"a text must not have more than {MOST_OPEN_BRACKETS} brackets open at once"
        return rule, "", "Close the brackets or delete them."
    for signs, pattern, most, noun in _LIMITS:
        if sum(map(text.count, signs)) > most and sum(1 for _ in pattern.finditer(text)) > most:
            return f"a text must not have more than {most} {noun}", "", "Split the text."
    if text.count("|") > MOST_COLUMNS and max(map(_pipes, text.split("\n"))) > MOST_COLUMNS:
        return f"a table must not have more than {MOST_COLUMNS} columns", "", "Split the table."
    return None


def _pipes(line: str) -> int:
    return line.count("|")


def _open(text: str, pair: str) -> int:
    """How many brackets of a pair are open at once, at most; a closing one too many is a smiley.

    Where there are not too many in all, as many as there are.
    """
    if (most := text.count(pair[0])) <= MOST_OPEN_BRACKETS:
        return most
    deepest = depth = 0
    for bracket in re.findall(f"[{re.escape(pair)}]", text):
        depth = depth + 1 if bracket == pair[0] else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def leftovers(html: str) -> Iterator[Fault]:
    """Marks of Markdown that a reader would see, as they were not understood."""
    # A pattern's sign has no space, so what stands in place of a tag makes none.
    suspected = [row for row in _LEFTOVERS if row[0] in html]
    if suspected:
        text = re.sub(r"<(code|pre)>.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
        for _, pattern, rule, remedy in suspected:
            for found in pattern.finditer(text):
                yield rule, unescape(found.group()), remedy
