"""The rules of the style sheet that a page needs.

Every page carries its style, so a rule that none of its elements can match is weight alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

_PIECE = re.compile(r"""((?:[^{}"']|"[^"]*"|'[^']*')*)([{}])""")
_GROUPS = ("@media", "@supports", "@container", "@layer")
"""Rules that hold rules."""
_COMMAS = re.compile(r",(?![^(\[]*[)\]])")
_PSEUDO = re.compile(r"::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
"""What depends on the reader or on other elements, and so does not count."""
_ATTRIBUTE = re.compile(r"""\[([\w-]+)(?:([~|^$*]?=)["']?([^"'\]]*)["']?)?[^\]]*\]""")
_NAME = re.compile(r"[.#]?[a-z][\w-]*")
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)")
_ALWAYS = frozenset(("html", "head", "body", "tbody", "[open]"))
"""What browsers add by themselves or when a reader opens a part."""
_TOKEN = re.compile(r"(?<=[{;])(--[\w-]+):[^;}]*;?")
_USE = re.compile(r"var\((--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector, and without which elements, classes and attributes it matches nothing."""

    text: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for selectors; those of a rule like `@page` have none."""

    selectors: tuple[Selector, ...]
    body: str

    def needed_by(self, found: frozenset[str]) -> str:
        chosen = [each.text for each in self.selectors if each.needs <= found]
        return f"{','.join(chosen)}{{{self.body}}}" if chosen else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rules for one kind of window, light or paper."""

    condition: str
    rules: tuple[Rule | Group, ...]

    def needed_by(self, found: frozenset[str]) -> str:
        chosen = "".join(rule.needed_by(found) for rule in self.rules)
        return f"{self.condition}{{{chosen}}}" if chosen else ""


@dataclass(frozen=True)
class Sheet:
    """A style sheet as rules, in their order."""

    css: str
    rules: tuple[Rule | Group, ...]

    def names_in(self, body: str) -> frozenset[str]:
        """The elements, classes, attributes and tokens of a page's body that a rule asks for.

        What stands in quotes or in a script may count too: then a rule is kept that is not needed.
        """
        found = {*_ELEMENT.findall(body), *_USE.findall(body)}
        for name, value in self._attributes.findall(body):
            found |= {f"[{name}]", f"[{name}={value}]"}
            if name == "class":
                found.update(f".{each}" for each in value.split())
        return self.wanted & found

    def needed_by(self, names: frozenset[str]) -> str:
        """The rules that can match an element of a page with these names, and their tokens."""
        found = _ALWAYS | names
        css = "".join(rule.needed_by(found) for rule in self.rules)
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
        names = {_ATTRIBUTE.sub(r"\1", name) for name in self.wanted if name.startswith("[")}
        words = "|".join(sorted({"class", *names}))
        return re.compile(rf"""[ \n]({words})(?:=["']?([^"'>]*))?""")


def _selectors(rules: Iterable[Rule | Group]) -> Iterator[Selector]:
    for rule in rules:
        yield from rule.selectors if isinstance(rule, Rule) else _selectors(rule.rules)


def sheet_of(css: str) -> Sheet:
    """The rules of a style sheet without comments."""
    return Sheet(css, _rules(_PIECE.finditer(css)))


def _rules(pieces: Iterator[re.Match[str]]) -> tuple[Rule | Group, ...]:
    """The rules up to the end of the group in which they stand."""
    rules: list[Rule | Group] = []
    for piece in pieces:
        prelude = piece[1].strip()
        if piece[2] == "}":
            break
        if prelude.startswith(_GROUPS):
            rules.append(Group(prelude, _rules(pieces)))
        else:
            rules.append(Rule(_selectors_of(prelude), next(pieces)[1]))
    return tuple(rules)


def _selectors_of(prelude: str) -> tuple[Selector, ...]:
    if prelude.startswith("@"):
        return (Selector(prelude, frozenset()),)
    return tuple(Selector(text, _needs(text)) for text in _COMMAS.split(prelude))


def _needs(selector: str) -> frozenset[str]:
    plain = _PSEUDO.sub("", _ATTRIBUTE.sub("", selector))
    names = (f"[id={name[1:]}]" if name[0] == "#" else name for name in _NAME.findall(plain))
    attributes = (
        f"[{name}={value}]" if compared == "=" else f"[{name}]"
        for name, compared, value in _ATTRIBUTE.findall(_PSEUDO.sub("", selector))
    )
    return frozenset((*names, *attributes))
