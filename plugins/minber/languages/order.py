"""Alphabetical order of any text in the alphabet of one language."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from plugins.minber.languages.settings import Language

# Letters that sort right after another, though Unicode does not take them for it with a mark.
_BESIDE = dict(zip("әғґєҗқңөұүһҳіҷøłđı", "аггежкноууххичoldi", strict=True))
# What Unicode takes for another letter with a mark, though every alphabet has it apart.
_WHOLE = "й"
_UNIT = re.compile(r"\d{1,18}|[^\W_]")

Place = tuple[int, int, str]
"""Number (0), own letter (1) or other letter (2); its value or place; the letter if beside it."""
Key = tuple[tuple[tuple[Place, ...], ...], str, str, str]


def order_key(text: str, language: Language) -> Key:
    """The key by which texts of every script sort in the language's alphabetical order.

    Word by word; numbers by value, before letters; punctuation is ignored.  Letters of another
    alphabet of the same script stand beside their base letter, other scripts after all of them.
    Then letters with a mark after those without, then small letters before capital ones.
    """
    place = _places(language).__getitem__
    units = list(map(_UNIT.findall, _folded(text).split()))
    first = tuple(tuple(map(place, word)) for word in units if word)
    second = "".join(map("".join, units))
    return first, second, text.swapcase(), text


def first_letter(text: str, language: Language) -> str:
    """The capital letter under which a text stands in an alphabetical list; `#` for none.

    Texts sorted by `order_key` come in whole groups of the same first letter.
    """
    unit = _UNIT.search(_folded(text))
    if not unit or unit[0].isdecimal():
        return "#"
    letter, beside = _letter(unit[0], language.alphabet)
    return (beside or letter).upper()


class _Places(dict[str, Place]):
    """The place of each letter and number, worked out when it is first met."""

    def __init__(self, alphabet: str) -> None:
        super().__init__()
        self._alphabet = alphabet

    def __missing__(self, unit: str) -> Place:
        self[unit] = place = (0, int(unit), "") if unit.isdecimal() else self._of_letter(unit)
        return place

    def _of_letter(self, unit: str) -> Place:
        letter, beside = _letter(unit, self._alphabet)
        own = self._alphabet.find(letter)
        return (2, ord(letter), beside) if own < 0 else (1, own, beside)


@cache
def _places(language: Language) -> _Places:
    return _Places(language.alphabet)


def base_letter(char: str, alphabet: str) -> str:
    """The letter without the marks that the alphabet does not know: Russian ё is е, й stays."""
    if char in alphabet or char == _WHOLE:
        return char
    base, *marks = list(unicodedata.normalize("NFD", char))
    return base if marks and all(map(unicodedata.combining, marks)) else char


def _letter(char: str, alphabet: str) -> tuple[str, str]:
    """The letter as which a character sorts, and the character itself when it stands beside it."""
    base = base_letter(char, alphabet)
    return (_BESIDE[base], base) if base in _BESIDE and base not in alphabet else (base, "")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())
