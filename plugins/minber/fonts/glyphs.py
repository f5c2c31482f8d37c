"""Which characters the fonts of a theme have."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from pathlib import Path

from fontTools.ttLib import TTFont

ENDINGS = (".otf", ".ttf")

_NOT_DRAWN = frozenset("\n\u00ad\u200c\u200d")
"""Characters that only say how others are set."""


def font_files(folder: Path) -> list[Path]:
    """The fonts of a folder, sorted by name."""
    return sorted(path for path in folder.glob("*") if path.suffix in ENDINGS)


def characters_of(folder: Path) -> frozenset[str]:
    """The characters that some family in a folder of fonts has in each of its styles."""
    families: defaultdict[str, list[set[int]]] = defaultdict(list)
    for path in font_files(folder):
        with TTFont(path, lazy=True) as font:
            families[font["name"].getBestFamilyName() or path.name].append(set(font.getBestCmap()))
    codes = {code for styles in families.values() for code in reduce(set.__and__, styles)}
    return frozenset(map(chr, codes)) | _NOT_DRAWN


def characters_in(path: Path) -> frozenset[str]:
    """The characters of one font."""
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def missing(text: str, known: frozenset[str]) -> Iterator[str]:
    """The characters of a text that are not known, each once, sorted."""
    return iter(sorted(set(text) - known))


def named(character: str) -> str:
    """`😀 U+1F600 GRINNING FACE`."""
    name = unicodedata.name(character, "")
    shown = character if character.isprintable() else ""
    return " ".join(filter(None, (shown, f"U+{ord(character):04X}", name)))


def line_with(character: str, lines: Iterable[str]) -> int | None:
    """The first line that holds a character, counted from 1."""
    for number, line in enumerate(lines, start=1):
        if character in unicodedata.normalize("NFC", line):
            return number
    return None
