"""The rules of the style sheet that a page needs.

Every page carries its style, so a rule that none of its elements can match is weight alone.  What
is not understood here (keyframes, nested rules, escaped names, ...) stays on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import chain

from plugins.minber.pages.sheet import STRING

_PLAIN = rf"""(?:{STRING}|[^()"'])*"""
_IN_PARENTHESES = rf"\({_PLAIN}(?:\({_PLAIN}(?:\({_PLAIN}\){_PLAIN})*\){_PLAIN})*\)"
_PIECE = re.compile(rf"""((?:url\([^)"']*\)|[^{{}}"']|{STRING})*+)([{{}}]|\Z)""")
_STATEMENTS = re.compile(rf"""(?:@(?:[^;"']|{STRING})*;)+""")
_GROUPS = ("@media", "@supports", "@container")
"""Rules that hold rules; those of layers stay, for even an empty one has its place among them."""
_IN_LIST = re.compile(rf"""(?:[^,()\[\]]|{_IN_PARENTHESES}|\[(?:{STRING}|[^\]"'])*\])+""")
_PART = re.compile(
    r"(?P<element>[a-z][a-z0-9-]*)|\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)"
    r"|\[(?P<attribute>[a-z-]+)"
    r"""(?:(?P<compared>[~|^$*]?=)(?:"(?P<quoted>[^"\\]*)"|(?P<bare>[\w-]+)))?\]"""
    # What depends on the reader or on other elements does not count.
    rf"""|::?[\w-]+(?:{_IN_PARENTHESES})?|[*>+~ ]"""
)
_ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)")
_ADDED = frozenset(("html", "head", "body", "tbody"))
"""Elements of every page, in its body or not, and one that browsers put into tables."""
_CHANGING = ("dir", "lang", "open")
"""Attributes that the page has outside of its body, or that a reader changes."""
_VALUE = rf"""(?:[^;{{}}"'()]|{STRING}|{_IN_PARENTHESES})*"""
_TOKEN = re.compile(rf"(?<=[{{;])(--[\w-]+):{_VALUE}(?:;|(?=}})|\Z)")
_USE = re.compile(r"(?<![{;\w-])--[\w-]+")
_USE_IN_BODY = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector, and without which elements, classes and attributes it matches nothing."""

    text: str
    needs: frozenset[str]
    """Such as `p`, `.lead`, `[id=part-main]`; nothing where the selector is not understood."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for selectors."""

    selectors: tuple[Selector, ...]
    body: str

    def needed_by(self, names: frozenset[str]) -> str:
        """The rule with the selectors that can match elements of these names; "" without any."""
        chosen = [each.text for each in self.selectors if each.needs <= names]
        return f"{','.join(chosen)}{{{self.body}}}" if chosen else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rules for one kind of window, light or paper."""

    condition: str
    rules: tuple[AnyRule, ...]

    def needed_by(self, names: frozenset[str]) -> str:
        """The group with those of its rules that are needed; "" without any."""
        chosen = "".join(rule.needed_by(names) for rule in self.rules)
        return f"{self.condition}{{{chosen}}}" if chosen else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays on every page."""

    text: str

    def needed_by(self, _: frozenset[str]) -> str:
        """All of it."""
        return self.text


AnyRule = Rule | Group | Kept


@dataclass(frozen=True)  # Without slots, where nothing could be cached.
class Sheet:
    """A style sheet as rules, in their order."""

    css: str
    rules: tuple[AnyRule, ...]

    def names_in(self, body: str) -> frozenset[str]:
        """The elements, classes, attributes and tokens of a page's body that a rule asks for.

        What stands in quotes or in a script may count too: then a rule is kept that is not needed.
        """
        lower = body.lower()
        found = {*_ELEMENT.findall(lower), *_USE_IN_BODY.findall(body)}
        for name, *values in set(self._attributes.findall(lower)):
            value = unescape("".join(values))
            found |= {f"[{name}]", f"[{name}={value}]"}
            if name == "class":
                found.update(f".{each}" for each in value.split())
        return self.wanted & found

    def needed_by(self, names: frozenset[str]) -> str:
        """The rules that can match an element of a page with these names, and their tokens."""
        css = "".join(rule.needed_by(_ADDED | names) for rule in self.rules)
        used = {*_USE.findall(css), *names}
        css = _TOKEN.sub(lambda token: token[0] if token[1] in used else "", css)
        return css.replace(";}", "}")

    @cached_property
    def wanted(self) -> frozenset[str]:
        """All names that the sheet asks for."""
        needs = (selector.needs for selector in _selectors(self.rules))
        return frozenset((*chain.from_iterable(needs), *_TOKEN.findall(self.css)))

    @cached_property
    def _attributes(self) -> re.Pattern[str]:
        """Those that selectors ask for."""
        names = {re.split("[=\\]]", name[1:])[0] for name in self.wanted if name[0] == "["}
        words = "|".join(sorted({"class", *names}))
        # Whatever stands in a text, it does not reach into the next tag.
        value = r"""\s*=\s*(?:"([^"<]*)|'([^'<]*)|([^\s"'<>]+))"""
        return re.compile(rf"""[\s"'/]({words})(?![\w-])(?:{value})?""")


def _selectors(rules: Iterable[AnyRule]) -> Iterator[Selector]:
    for rule in rules:
        if isinstance(rule, Group):
            yield from _selectors(rule.rules)
        elif isinstance(rule, Rule):
            yield from rule.selectors


def sheet_of(css: str) -> Sheet:
    """The rules of a style sheet without comments and spare space, as `style_sheet` gives it.

    Where they do not make up the whole sheet again, it is not understood and stays whole.
    """
    sheet = Sheet(css, tuple(_rules(_PIECE.finditer(css))))
    return sheet if sheet.needed_by(sheet.wanted) == css else Sheet(css, (Kept(css),))


def _rules(pieces: Iterator[re.Match[str]]) -> Iterator[AnyRule]:
    """The rules up to the end of the group in which they stand."""
    for piece in pieces:
        statements = _STATEMENTS.match(piece[1])
        if statements:
            yield Kept(statements[0])
        prelude = piece[1][statements.end() if statements else 0 :].strip()
        if piece[2] != "{":
            return
        if prelude.startswith(_GROUPS):
            yield Group(prelude, tuple(_rules(pieces)))
        elif prelude.startswith("@"):
            yield Kept(f"{prelude}{{{_block(pieces)}}}")
        else:
            yield Rule(_selectors_of(prelude), _block(pieces))


def _block(pieces: Iterator[re.Match[str]]) -> str:
    """All up to the brace that closes what is open."""
    text: list[str] = []
    depth = 1
    for piece in pieces:
        depth += {"{": 1, "}": -1, "": -depth}[piece[2]]
        if depth == 0:
            return "".join((*text, piece[1]))
        text.append(piece[0])
    return "".join(text)


def _selectors_of(prelude: str) -> tuple[Selector, ...]:
    texts = _IN_LIST.findall(prelude)
    if ",".join(texts) != prelude:
        return (Selector(prelude, frozenset()),)
    return tuple(Selector(text, frozenset(_needs(text))) for text in texts)


def _needs(selector: str) -> Iterator[str]:
    parts = list(_PART.finditer(selector))
    if "".join(part[0] for part in parts) != selector:
        return
    for part in parts:
        if part["element"]:
            yield part["element"]
        elif part["class"]:
            yield f".{part['class'].lower()}"
        elif part["id"]:
            yield f"[id={part['id'].lower()}]"
        elif part["attribute"] and part["attribute"] not in _CHANGING:
            named, is_equal = part["attribute"], part["compared"] == "="
            value = part["quoted"] or part["bare"] or ""
            yield f"[{named}={value.lower()}]" if is_equal else f"[{named}]"
