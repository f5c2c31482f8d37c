"""Which templates a page is made from, as a digest: read from the words, without Jinja."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.cache.digests import digest_of, digest_of_bytes

_NAMES_ANOTHER = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b")
_IN_SO_MANY_WORDS = re.compile(
    r"""
    \{%[-+]?\s*
    (?:
      extends \s+ "([^"\\]+)"
    | include \s+ "([^"\\]+)" (?:\s+ignore\s+missing)? (?:\s+with(?:out)?\s+context)?
    | import  \s+ "([^"\\]+)" \s+ as \s [\w\s]+
    | from    \s+ "([^"\\]+)" \s+ import \s [\w\s,]+
    )
    \s*[-+]?%\}
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was read, once: what is rendered is what the digest is of."""

    path: str
    """For messages."""
    data: bytes


def read_templates(folders: Iterable[Path]) -> dict[str, Source]:
    """The templates of folders by their names; of two with one name the first counts."""
    found: dict[str, Source] = {}
    for folder in folders:
        # Links to folders are gone into, as Jinja does.
        for place, _, names in os.walk(folder, followlinks=True):
            for path in (Path(place, name) for name in names):
                name = path.relative_to(folder).as_posix()
                found.setdefault(name, Source(str(path), path.read_bytes()))
    return dict(sorted(found.items()))


def template_digests(sources: Mapping[str, Source]) -> Mapping[str, str]:
    """For each template that lies in no folder, by name without `.html`: what it is made from.

    That is its own text and the text of every template that it reaches by `extends`, `include`,
    `import` or `from`.  A template that names another in any way but as one string in double
    quotes, or one that is not among them, counts as reaching all.
    """
    digests = {name: digest_of_bytes(source.data) for name, source in sources.items()}
    named = {name: _named(each.data.decode("utf-8", "replace")) for name, each in sources.items()}
    return {
        name.removesuffix(".html"): digest_of(
            *(f"{each} {digests[each]}" for each in sorted(_reached(name, named)))
        )
        for name in sources
        if "/" not in name
    }


def _named(source: str) -> frozenset[str] | None:
    """The templates that a source names in so many words; None where it names one otherwise."""
    found = [match[match.lastindex or 0] for match in _IN_SO_MANY_WORDS.finditer(source)]
    is_all = len(found) == len(_NAMES_ANOTHER.findall(source))
    return frozenset(found) if is_all else None


def _reached(name: str, named: Mapping[str, frozenset[str] | None]) -> Iterable[str]:
    """The template itself and all that it reaches; every one where that cannot be told."""
    reached: set[str] = set()
    ahead = {name}
    while ahead:
        each = ahead.pop()
        names = named.get(each)
        if names is None:
            return named
        reached.add(each)
        ahead |= names - reached
    return reached
