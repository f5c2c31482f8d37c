"""Letters that are not what they seem: look-alikes of another script, texts in another language."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

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

# In UTF-8 the first byte of a letter tells its script. As bytes, every letter is an L or a C, and
# what else may stand in a word goes, as do signs of other blocks: then only words of two scripts,
# and few other places, have the one beside the other.
_LATIN_BYTES = bytes((*range(65, 91), *range(97, 123), *range(0xC3, 0xCA)))
_CYRILLIC_BYTES = bytes(range(0xD0, 0xD5))
_SCRIPTS = bytes.maketrans(
    _LATIN_BYTES + _CYRILLIC_BYTES, b"L" * len(_LATIN_BYTES) + b"C" * len(_CYRILLIC_BYTES)
)
_NEITHER = b"0123456789_" + bytes({*range(0x80, 0x100)} - {*_LATIN_BYTES, *_CYRILLIC_BYTES})

_ENOUGH_LETTERS = 200
# A Kazakh text has 13 % of letters that Russian has not; names quoted in another text have fewer.
_MUCH = 0.05
_LITTLE = 0.01
_CLEARLY_NOT_MUCH = 0.04
_CLEARLY_NOT_LITTLE = 0.011
_ASCII = "".join(map(chr, range(128)))
_BYTE_VALUES = 256
# Signs that stand in most texts, beside those of ASCII.
_COMMON_SIGNS = "«»„“”‘’–—…№\u00a0"


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


def spelled_in(text: str, languages: Iterable[Language]) -> Language | None:
    """The first of the languages whose alphabet has every letter of a text, with or without a mark.

    None where none has.
    """
    letters = {char for char in text.lower() if char.isalpha()}
    fitting = (
        each for each in languages if all(_is_among(char, each.alphabet) for char in letters)
    )
    return next(fitting, None)


def may_hold_mixed_words(text: str) -> bool:
    """Whether `mixed_words` may find something: told much sooner, and mostly false."""
    scripts = text.encode("utf-8", "surrogatepass").translate(_SCRIPTS, _NEITHER)
    if b"LC" in scripts or b"CL" in scripts or "ХХ" in text:
        return True
    return "І" in text and any(pair in text for pair in ("ХІ", "ІХ", "ІІ"))


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
    candidates = tuple(languages)
    own = ("", language.alphabet)
    others = tuple(each.alphabet for each in candidates if each.alphabet not in own)
    if not language.alphabet or _is_surely_in(text, language.alphabet, others):
        return None
    return _by_letters(text, language, candidates)


def _by_letters(
    text: str, language: Language, candidates: tuple[Language, ...]
) -> OtherLanguage | None:
    counts = Counter(unicodedata.normalize("NFC", text).lower())
    letters = Counter({char: n for char, n in counts.items() if char.isalpha()})
    if letters.total() < _ENOUGH_LETTERS:
        return None
    seems = next(_rather(candidates, language, letters), None)
    if seems is None:
        return None
    # Kazakh has all letters of Russian, so what is not English may be either.
    seems = next(_rather(candidates, seems, letters), seems)
    return OtherLanguage(language.code, seems.code, letters.total())


@dataclass(frozen=True, slots=True)
class _Difference:
    """Letters by which another alphabet is told from a text's own, as bytes of an encoding."""

    gained: bytes
    """Which only the other has."""
    lost: bytes
    """Which only its own has."""
    missing: bytes
    """Which its own names and the other has not even with a mark."""


@dataclass(frozen=True, slots=True)
class _Signature:
    """Of an alphabet beside others: an encoding of one byte a letter, in which one counts fast."""

    encoding: Any
    letters: bytes
    differences: tuple[_Difference, ...]


def _is_surely_in(text: str, alphabet: str, others: tuple[str, ...]) -> bool:
    """Whether a text is clearly its own language's; False on any doubt."""
    signature = _signature(alphabet, others)
    if signature is None:
        return False
    encoded, _ = codecs.charmap_encode(text, "ignore", signature.encoding)
    # Each may be a letter, or a mark that makes another letter of the one before it.
    unknown = len(text) - len(encoded)
    for other in signature.differences:
        lost = _count(encoded, other.lost)
        missing = lost if other.missing == other.lost else _count(encoded, other.missing)
        gain = _count(encoded, other.gained) - lost + 2 * unknown
        if gain > 0 and gain >= _CLEARLY_NOT_MUCH * _count(encoded, signature.letters):
            return False
        # Letters are at most as many as characters.
        if other.missing and missing - unknown <= _CLEARLY_NOT_LITTLE * len(text):
            return False
    return True


def _count(encoded: bytes, wanted: bytes) -> int:
    return len(encoded) - len(encoded.translate(None, wanted))


@cache
def _signature(alphabet: str, others: tuple[str, ...]) -> _Signature | None:
    """None where the letters of all alphabets are more than one byte can tell apart."""
    forms = {form for letter in "".join((alphabet, *others)) for form in (letter, letter.upper())}
    signs = {*forms, *_COMMON_SIGNS} - {*_ASCII}
    table = _ASCII + "".join(sorted(sign for sign in signs if len(sign) == 1))
    if len(table) > _BYTE_VALUES:
        return None

    def of(letters: str) -> frozenset[int]:
        return frozenset(at for at, char in enumerate(table) if _is_among(char.lower(), letters))

    differences = (
        _Difference(
            gained=bytes(sorted(of(other) - of(alphabet))),
            lost=bytes(sorted(of(alphabet) - of(other))),
            missing=bytes(sorted(of(_missing(alphabet, other)))),
        )
        for other in others
    )
    return _Signature(
        # U+FFFE says that a byte stands for nothing.
        encoding=codecs.charmap_build(table.ljust(_BYTE_VALUES, "\ufffe")),
        letters=bytes(at for at, char in enumerate(table) if char.isalpha()),
        differences=tuple(differences),
    )


def _is_among(char: str, letters: str) -> bool:
    """With or without a mark."""
    return base_letter(char, letters) in letters


def _missing(alphabet: str, other: str) -> str:
    """The letters of an alphabet that another has not, not even with a mark."""
    return "".join(letter for letter in alphabet if not _is_among(letter, other))


def _rather(
    candidates: Iterable[Language], said: Language, letters: Counter[str]
) -> Iterator[Language]:
    return (other for other in candidates if _reads_rather_as(other, said, letters))


def _reads_rather_as(other: Language, said: Language, letters: Counter[str]) -> bool:
    if other.code == said.code or not other.alphabet or not said.alphabet:
        return False
    gain = _share(letters, other.alphabet) - _share(letters, said.alphabet)
    missing = _missing(said.alphabet, other.alphabet)
    lacks_its_own = bool(missing) and _share(letters, missing) < _LITTLE
    return gain > _MUCH or (lacks_its_own and gain > -_LITTLE)


def _share(letters: Counter[str], alphabet: str) -> float:
    """The part of the letters that belongs to the alphabet, with or without a mark."""
    own = sum(n for char, n in letters.items() if _is_among(char, alphabet))
    return own / letters.total()


def _in_one_script(word: str) -> str:
    latin = len(re.findall(f"[{_LATIN_LETTER}]", word))
    cyrillic = len(re.findall(f"[{_CYRILLIC_LETTER}]", word))
    tables = [_TO_CYRILLIC, _TO_LATIN] if cyrillic >= latin else [_TO_LATIN, _TO_CYRILLIC]
    candidates = (word.translate(table) for table in tables)
    return next((each for each in candidates if not _MIXED.search(each)), "")
