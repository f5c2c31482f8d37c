"""Words brought to the form that is searched, by the rules in `stems.yaml`.

The browser reads the same rules (`theme/scripts/stems.js`): a rule is changed in one place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).with_name("stems.yaml")
_WORD = re.compile(r"[^\W_]+")
_SOUND = re.compile(r"\{([a-z]+)\}")

Rule = tuple[re.Pattern[str], str]
"""What a whole word must be, and what stands behind the letters of its group."""


@dataclass(frozen=True, slots=True)
class Stemmer:
    """The rules of a language."""

    letters: Mapping[int, str]
    least: int
    vowels: frozenset[str]
    steps: tuple[tuple[Rule, ...], ...]
    beginnings: tuple[Rule, ...]
    _known: dict[str, str] = field(default_factory=dict)
    """The stems of words that were asked for: a site has most of its words in common."""

    def folded(self, word: str) -> str:
        """A word in small letters that a Russian keyboard has."""
        return unicodedata.normalize("NFC", word).lower().translate(self.letters)

    def stem(self, word: str) -> str:
        """What the forms of a word have in common."""
        if word not in self._known:
            self._known[word] = reduce(self._cut, self.steps, self.folded(word))
        return self._known[word]

    def beginning(self, stem: str) -> str:
        """What words of one root have in common; the stem itself where no rule knows more."""
        return self._cut(stem, self.beginnings)

    def _cut(self, word: str, rules: Iterable[Rule]) -> str:
        for pattern, behind in rules:
            if found := pattern.fullmatch(word):
                left = found[1] + behind
                if len(left) >= self.least and self.vowels & set(left):
                    return left
        return word

    def stems(self, text: str) -> str:
        """For each piece of a text between spaces the stems of its words, which hyphens join."""
        return " ".join(self._piece(piece) for piece in text.split())

    def _piece(self, piece: str) -> str:
        # A piece without a word stays, so that the stems stand in the places of the pieces.
        return "-".join(map(self.stem, words_of(piece))) or "-"


def words_of(text: str) -> list[str]:
    """The words and numbers of a text."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def rules_of(language: str) -> dict[str, Any] | None:
    """The rules of a language with all sounds written out, as JSON may carry them; None for none.

    A step is a list of pairs: the expression, and what stands behind the letters of its group.
    """
    rules = _read().get(language)
    if rules is None:
        return None
    sounds = rules["sounds"]
    return {
        "letters": rules["letters"],
        "least": rules["least"],
        "vowels": rules["vowels"],
        "steps": [[*_written_out(step, sounds)] for step in rules["steps"].values()],
        "beginnings": [*_written_out(rules["beginnings"], sounds)],
    }


@cache
def _read() -> dict[str, Any]:
    return dict(yaml.safe_load(RULES.read_text("utf-8")))


def _written_out(rules: Iterable[str], sounds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        pattern, _, behind = rule.partition(" > ")
        yield _SOUND.sub(lambda name: sounds[name[1]], pattern), behind


@cache
def stemmer_of(language: str) -> Stemmer | None:
    """What stems words of a language; None where Pagefind does it, or nobody."""
    rules = rules_of(language)
    return _stemmer(rules) if rules else None


def _stemmer(rules: Mapping[str, Any]) -> Stemmer:
    return Stemmer(
        letters=str.maketrans(rules["letters"]),
        least=rules["least"],
        vowels=frozenset(rules["vowels"]),
        steps=tuple(_compiled(step) for step in rules["steps"]),
        beginnings=_compiled(rules["beginnings"]),
    )


def _compiled(rules: Iterable[tuple[str, str]]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern), behind) for pattern, behind in rules)
