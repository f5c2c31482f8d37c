"""What the style sheets in a page load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# Data loads nothing, and a place is on the page itself.
_LOAD = re.compile(
    r"""@import\b[^;]*+|(?:url\(\s*+["']?+(?!data:|\#)|image-set\(\s*+["'])[^)]*+\)?""",
    re.IGNORECASE,
)

_MANY = 1 << 8
"""Sheets that are remembered: pages of one sort have one."""


def loads_of(text: str) -> Iterator[tuple[int, str]]:
    """The places in the text where its style sheets ask for a file, and how they do."""
    end = 0
    while (start := text.find("<style", end)) >= 0:
        end = text.find("</style", start)
        end = end if end >= 0 else len(text)
        yield from ((start + at, words) for at, words in _loads(text[start:end]))


@lru_cache(_MANY)
def _loads(css: str) -> tuple[tuple[int, str], ...]:
    return tuple((found.start(), found[0]) for found in _LOAD.finditer(css))
