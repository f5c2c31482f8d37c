"""What stands on a card."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

WIDTH, HEIGHT = 1200, 630
"""Pixels: what messengers and social networks ask for in a large preview."""

# Soft hyphens and joiners only say how letters beside them are set.
_NOT_DRAWN = dict.fromkeys((0xAD, 0x200C, 0x200D))


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card, in the words of its language; "" where there is nothing."""

    site: str
    title: str
    kind: str = ""
    campaign: str = ""
    count: str = ""
    """With its noun, for a petition whose count is known."""
    goal: str = ""
    share: int | None = None
    """Percent of the goal, 0 to 100; None where there is no goal or no count."""
    is_open: bool = False
    """Whether a petition can be signed now."""

    def letters(self) -> str:
        """All that is drawn as letters."""
        return f"{self.site}{self.kind}{self.campaign}{self.title}{self.count}{self.goal}"


def in_one_form(text: CardText) -> CardText:
    """With each letter as one character where there is one, and no mark that is not drawn."""
    return replace(
        text,
        site=_plain(text.site),
        kind=_plain(text.kind),
        campaign=_plain(text.campaign),
        title=_plain(text.title),
        count=_plain(text.count),
        goal=_plain(text.goal),
    )


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", words).translate(_NOT_DRAWN)
