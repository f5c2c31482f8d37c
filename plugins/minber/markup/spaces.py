"""The spaces at which a line must not break, as one pattern for each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from plugins.minber.languages.settings import Language

_CAPITAL = "A-ZÀ-ÖØ-ÞЀ-ЯҒҚҢҮҰҺӘӨ"


@cache
def unbreakable(language: Language) -> re.Pattern[str]:
    """Finds such spaces in a text that begins with white space, as its first word wants some.

    Every rule stands behind the one character that most spaces have not beside them.
    """
    words = sorted((it for it in language.proclitics if not it.endswith(".")), key=len)
    abbreviations = sorted((it for it in language.proclitics if it.endswith(".")), key=len)
    firsts = _set(it[0] for it in language.enclitics)
    rules = [
        rf"(?<=[\d№§.]\s)(?:{'|'.join(_after_marks(words, abbreviations))})",
        rf"(?=[—–{firsts}])(?:{'|'.join(_before_marks(language.enclitics))})",
    ]
    if words:
        lasts = _set(it[-1] for it in words)
        rules.append(rf"(?<=(?i:[{lasts}])\s)(?:{'|'.join(_after(words))})(?=\S)")
    return re.compile(rf"[ \n](?:{'|'.join(rules)})")


def _after_marks(words: Sequence[str], abbreviations: Sequence[str]) -> Iterator[str]:
    """After a number, its sign, an initial, or an abbreviation that belongs to a number."""
    no_proclitic = rf"(?!(?i:{_choice(words)})(?!\w))" if words else ""
    thousands = "|".join(rf"(?<=(?<!\d)\d{{{digits}}}\s)" for digits in (1, 2, 3))
    yield rf"(?<=\d\s)(?:(?=[%‰₸₽€$°]|{no_proclitic}[^\W\d_])|(?=\d{{3}}(?!\d))(?:{thousands}))"
    yield r"(?<=[№§]\s)(?=\w)"
    yield rf"(?=[{_CAPITAL}])(?<=(?<!\w)[{_CAPITAL}]\.\s)"
    for rule in _after(abbreviations):
        yield rf"{rule}(?=[\d№§])"


def _before_marks(enclitics: Sequence[str]) -> Iterator[str]:
    """Before a dash or a short word that belongs to the word before it."""
    yield r"(?=[—–](?!\S))(?<=\S\s)"
    if enclitics:
        yield rf"(?=(?:{_choice(enclitics)})(?![\w-]))(?<=[\w»“”’\")]\s)"


def _after(by_length: Sequence[str]) -> Iterator[str]:
    """After the words of each length, as Python's look-behind wants."""
    for _, words in groupby(by_length, key=len):
        yield rf"(?<=[^\w-](?i:{_choice(words)})\s)"


def _choice(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _set(chars: Iterable[str]) -> str:
    return "".join(sorted(map(re.escape, set(chars))))
