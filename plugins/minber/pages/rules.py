"""The rules of the style sheet that a page needs.

Every page carries its style, so a rule that none of its elements can match is weight alone.  What
is not understood here (keyframes, layers, namespaces, ...) stays on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from itertools import groupby

from tinycss2 import parse_blocks_contents, parse_rule_list, parse_stylesheet, serialize
from tinycss2.ast import IdentToken, Node, StringToken

_GROUPS = ("media", "supports", "container")
"""Rules that hold rules; those of layers stay, for even an empty one has its place among them."""
_SIGNS = tuple(".:*>+~")
_UNKNOWN = ""
_ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)")
_ADDED = frozenset(("html", "head", "body", "tbody"))
"""Elements of every page, in its body or not, and one that browsers put into tables."""
_CHANGING = ("dir", "lang", "open")
"""Attributes that the page has outside of its body, or that a reader changes."""
_TOKEN = re.compile(r"--[\w-]+")
_USE = re.compile(r"(?<![{;\w-])--[\w-]+")
_USE_IN_BODY = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector, and without which elements, classes and attributes it matches nothing."""

    text: str
    needs: frozenset[str]
    """Such as `p`, `.lead`, `[id=part-main]`; nothing where the selector is not understood."""


@dataclass(frozen=True, slots=True)
class Declaration:
    text: str
    token: str = ""
    """The custom property that it sets; "" for any other."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for selectors."""

    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]

    def needed_by(self, names: frozenset[str], tokens: frozenset[str]) -> str:
        """The rule with the selectors that can match elements of these names, and these tokens."""
        chosen = ",".join(each.text for each in self.selectors if each.needs <= names)
        kept = (each.text for each in self.declarations if not each.token or each.token in tokens)
        body = ";".join(kept)
        return f"{chosen}{{{body}}}" if chosen and body else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rules for one kind of window, light or paper."""

    condition: str
    rules: tuple[AnyRule, ...]

    def needed_by(self, names: frozenset[str], tokens: frozenset[str]) -> str:
        """The group with those of its rules that are needed; "" without any."""
        chosen = "".join(rule.needed_by(names, tokens) for rule in self.rules)
        return f"{self.condition}{{{chosen}}}" if chosen else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays on every page."""

    text: str

    def needed_by(self, _names: frozenset[str], _tokens: frozenset[str]) -> str:
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
        own = _ADDED | names
        with_all = "".join(rule.needed_by(own, self._tokens) for rule in self.rules)
        used = names.union(_USE.findall(with_all))
        return "".join(rule.needed_by(own, used) for rule in self.rules)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """All names that the sheet asks for."""
        selectors = (selector for rule in _flat(self.rules) for selector in rule.selectors)
        return self._tokens.union(*(selector.needs for selector in selectors))

    @cached_property
    def _tokens(self) -> frozenset[str]:
        declared = (each.token for rule in _flat(self.rules) for each in rule.declarations)
        return frozenset(filter(None, declared))

    @cached_property
    def _attributes(self) -> re.Pattern[str]:
        """Those that selectors ask for."""
        names = {re.split("[=\\]]", name[1:])[0] for name in self.wanted if name[0] == "["}
        words = "|".join(map(re.escape, sorted({"class", *names})))
        # Whatever stands in a text, it does not reach into the next tag.
        value = r"""\s*=\s*(?:"([^"<]*)|'([^'<]*)|([^\s"'<>]+))"""
        return re.compile(rf"""[\s"'/]({words})(?![\w-])(?:{value})?""")


def _flat(rules: Iterable[AnyRule]) -> Iterator[Rule]:
    for rule in rules:
        if isinstance(rule, Group):
            yield from _flat(rule.rules)
        elif isinstance(rule, Rule):
            yield rule


@lru_cache(1)
def sheet_of(css: str) -> Sheet:
    """The rules of a style sheet without spare space, as `style_sheet` gives it.

    Where they do not make up the whole sheet again, it is not understood and stays whole.
    """
    sheet = Sheet(css, _rules(parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    return sheet if sheet.needed_by(sheet.wanted) == css else Sheet(css, (Kept(css),))


def _rules(nodes: Iterable[Node]) -> tuple[AnyRule, ...]:
    """Without what is no rule to a browser either."""
    return tuple(_rule(node) for node in nodes if node.type != "error")


def _rule(node: Node) -> AnyRule:
    if node.type == "qualified-rule":
        parts = groupby(node.prelude, key=lambda part: part == ",")
        selectors = tuple(_selector([*part]) for is_comma, part in parts if not is_comma)
        return Rule(selectors, tuple(_declarations(node.content)))
    if node.type == "at-rule" and node.content and node.lower_at_keyword in _GROUPS:
        within = parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        return Group(f"@{node.at_keyword}{serialize(node.prelude)}", _rules(within))
    return Kept(node.serialize())


def _declarations(content: Sequence[Node]) -> Iterator[Declaration]:
    nodes = parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    if any(node.type != "declaration" for node in nodes):
        yield Declaration(serialize(content))
        return
    for node in nodes:
        yield Declaration(node.serialize(), node.name if _TOKEN.fullmatch(node.name) else "")


def _selector(tokens: Sequence[Node]) -> Selector:
    needs = frozenset(_needs(tokens))
    return Selector(serialize(tokens), frozenset() if _UNKNOWN in needs else needs)


def _needs(selector: Sequence[Node]) -> Iterator[str]:
    """What each part of a selector needs; `_UNKNOWN` for one that is not understood."""
    before = ""
    for token in selector:
        match token.type:
            case "ident" if before == ".":
                yield f".{token.value.lower()}"
            case "ident" if before != ":":
                yield token.value.lower()
            case "hash":
                yield f"[id={token.value.lower()}]"
            case "[] block":
                yield from _needs_of_attribute(token.content)
            case "ident" | "function" | "whitespace":
                pass  # What depends on the reader or on other elements does not count.
            case _ if token not in _SIGNS:
                yield _UNKNOWN
        before = token.value if token.type == "literal" else ""


def _needs_of_attribute(content: Iterable[Node]) -> Iterator[str]:
    match [token for token in content if token.type != "whitespace"]:
        case [IdentToken(lower_value=name), *_] if name in _CHANGING:
            pass
        case [IdentToken(lower_value=name), sign, IdentToken() | StringToken() as value] if (
            sign == "="
        ):
            yield f"[{name}={value.value.lower()}]"
        case [IdentToken(lower_value=name), *compared] if "|" not in compared:
            yield f"[{name}]"
        case _:
            yield _UNKNOWN
