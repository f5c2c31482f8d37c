"""Which templates a page is made from, as a digest: read from the words, without Jinja."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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


def template_digests(folder: Path) -> Mapping[str, str]:
    """For each template right in `folder`, by its name without `.html`: what it is made from.

    That is its own text and the text of every template that it reaches by `extends`, `include`,
    `import` or `from`.  A template that names another in any way but as one string in double
    quotes, or one that is not in the folder, counts as reaching all.
    """
    sources = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    digests = {name: digest_of_bytes(source) for name, source in sources.items()}
    named = {name: _named(source.decode("utf-8", "replace")) for name, source in sources.items()}
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
