"""Letters that are not what they seem: look-alikes of another script, texts in another language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.minber.languages.order import base_letter
from plugins.minber.languages.settings import Language

# Each pair looks alike; _LATIN[i] is _CYRILLIC[i].
_LATIN = "aceihopxyəABCEHIKMOPTXYƏ"
_CYRILLIC = "асеіһорхуәАВСЕНІКМОРТХУӘ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

# Letters only: the blocks also hold signs and, between Z and a, punctuation.
_LATIN_LETTER = r"A-Za-zÀ-ÖØ-öø-ɏə"
_CYRILLIC_LETTER = r"Ѐ-ҁҊ-ԯ"
# No hyphen within a word, so IT-сообщество and Google-дың are two each.
_MIXED = re.compile(rf"(?<!\w)(?=\w*[{_LATIN_LETTER}])(?=\w*[{_CYRILLIC_LETTER}])\w+")
_ROMAN_IN_CYRILLIC = re.compile(r"(?<!\w)(?=\w{2})Х{0,3}(?:ІХ|І{0,3})(?!\w)")

_ENOUGH_LETTERS = 200
# A Kazakh text has 13 % of letters that Russian has not; names quoted in another text have fewer.
_MUCH = 0.05
_LITTLE = 0.01


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word with letters of both Latin and Cyrillic, or a Roman numeral in Cyrillic letters."""

    word: str
    offset: int
    """Where it begins in the text."""
    suggestion: str
    """The word in one script; "" when look-alikes cannot make it so."""


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A text that says it is in one language and reads as another."""

    said: str
    seems: str
    letters: int


def mixed_words(text: str) -> list[MixedWord]:
    """The words whose letters are of two scripts, in their order; words are split at hyphens."""
    found = [(word, _in_one_script(word[0])) for word in _MIXED.finditer(text)]
    found += [
        (numeral, numeral[0].translate(_TO_LATIN)) for numeral in _ROMAN_IN_CYRILLIC.finditer(text)
    ]
    words = [MixedWord(word[0], word.start(), suggestion) for word, suggestion in found]
    return sorted(words, key=lambda word: word.offset)


def other_language(
    text: str, language: Language, languages: Iterable[Language]
) -> OtherLanguage | None:
    """Which of the languages a text is rather in than in its own; None when it may be its own.

    Judged by the alphabets alone, from 200 letters on; a language without one is never judged.
    """
    counts = Counter(unicodedata.normalize("NFC", text).lower())
    letters = Counter({char: n for char, n in counts.items() if char.isalpha()})
    if letters.total() < _ENOUGH_LETTERS:
        return None
    candidates = tuple(languages)
    seems = next(_rather(candidates, language, letters), None)
    if seems is None:
        return None
    # Kazakh has all letters of Russian, so what is not English may be either.
    seems = next(_rather(candidates, seems, letters), seems)
    return OtherLanguage(language.code, seems.code, letters.total())


def _rather(
    candidates: Iterable[Language], said: Language, letters: Counter[str]
) -> Iterator[Language]:
    return (other for other in candidates if _reads_rather_as(other, said, letters))


def _reads_rather_as(other: Language, said: Language, letters: Counter[str]) -> bool:
    if other.code == said.code or not other.alphabet or not said.alphabet:
        return False
    gain = _share(letters, other.alphabet) - _share(letters, said.alphabet)
    missing = "".join(
        letter
        for letter in said.alphabet
        if base_letter(letter, other.alphabet) not in other.alphabet
    )
    lacks_its_own = bool(missing) and _share(letters, missing) < _LITTLE
    return gain > _MUCH or (lacks_its_own and gain > -_LITTLE)


def _share(letters: Counter[str], alphabet: str) -> float:
    """The part of the letters that belongs to the alphabet, with or without a mark."""
    own = sum(n for char, n in letters.items() if base_letter(char, alphabet) in alphabet)
    return own / letters.total()


def _in_one_script(word: str) -> str:
    latin = len(re.findall(f"[{_LATIN_LETTER}]", word))
    cyrillic = len(re.findall(f"[{_CYRILLIC_LETTER}]", word))
    tables = [_TO_CYRILLIC, _TO_LATIN] if cyrillic >= latin else [_TO_LATIN, _TO_CYRILLIC]
    candidates = (word.translate(table) for table in tables)
    return next((each for each in candidates if not _MIXED.search(each)), "")
