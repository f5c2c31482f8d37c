"""Words in lines, whatever they are measured with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

Length = Callable[[str], float]
"""How wide a line is."""

_MORE = "…"
# A no-break space is none: what it joins stays together.
_SPACES = re.compile(r"[ \t\n]+")


def words_of(text: str) -> list[str]:
    """What may stand on lines of their own."""
    return _SPACES.split(text.strip())


def broken(words: Iterable[str], width: float, length: Length) -> list[str]:
    """Words in lines at most so wide; one that is wider stands alone."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def letters(word: str) -> Iterator[str]:
    """The letters of a word, each with the marks that stand on it."""
    letter = ""
    for character in word:
        if letter and not unicodedata.category(character).startswith("M"):
            yield letter
            letter = ""
        letter += character
    yield letter


def shortened(text: str, width: float, length: Length) -> str:
    """As many words as find room with `…` behind them; of a single one as many letters."""
    words = words_of(text)
    parts, joint = (words, " ") if length(words[0] + _MORE) <= width else ([*letters(words[0])], "")
    while len(parts) > 1 and length(joint.join(parts) + _MORE) > width:
        parts.pop()
    return joint.join(parts) + _MORE
