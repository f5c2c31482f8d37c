"""What the tags of a page say: ids, links, what is loaded, what may not stand there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

# The form in which templates and Markdown write tags: all of a page, as a rule.  The group is what
# begins an element, but for its `<`, which stands first so that `re` looks for nothing else.
_PLAIN = re.compile(
    r"<(?:(?:/[a-z][a-z0-9]*+|!doctype html)>"
    r'|([a-z][a-z0-9]*+(?:[ \n]++[a-z][a-z:-]*+(?:="[^"<>]*+")?)*+[ \n]*+/?>))'
)

# Elements that hold text: to browsers nothing in them is a tag but their own end (HTML standard,
# 13.2.5.2 and 13.2.5.3).  Where one of the plain form holds more than text, a page is read slowly.
_HOLD_TEXT = frozenset("iframe noembed noframes style textarea title xmp".split())
_HELD = re.compile(rf"<({'|'.join(sorted(_HOLD_TEXT))})\b[^<]*+<(?!/\1>)")
# From one of these on, what holds text depends on more than tags: the title of a drawing holds
# tags, as noscript does where scripts are off, and a comment may hide the end of a script (13.2.6).
_UNSURE = frozenset("frameset math noscript script select svg template".split())

# Every form that browsers take for a tag, or for something else that holds none (HTML standard,
# 13.2.5).  What is repeated has no groups: Python 3.11 loses count of them.
_SPACE = r"[ \t\n\f\r]"
_NAME = r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
_IS = rf"{_SPACE}*+={_SPACE}*+"
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^ \t\n\f\r"'>][^ \t\n\f\r>]*+|(?=>))"""
_END = rf"(?:[ \t\n\f\r/]++|{_NAME}(?:{_IS}{_VALUE}|(?!{_IS})))*+>"
# A script that is none: browsers run no data (HTML standard, 4.12.1).  Without `<` nothing in it
# can be the beginning of something else.
_DATA = r'<script type="application/ld\+json">[^<]*+</script>'
_DATA_BLOCK = re.compile(_DATA)
_START = rf"([a-zA-Z][^ \t\n\f\r/>]*+){_END}"
_START_TAG = re.compile(_START)
_MAYBE_TAG = re.compile(f"{_DATA}|<{_START}")
_ANY = re.compile(
    "|".join(
        (
            _DATA,
            r"<!--(?:-?>|.*?--!?>)",
            r"<(?:[!?]|/(?![a-zA-Z]))[^>]*>",
            rf"</[^ \t\n\f\r/>]++{_END}",
            f"<{_START}",
        )
    ),
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_IS}({_VALUE}))?")

_REFRESH = re.compile(r"""\s*[\d.]+\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']+)""", re.IGNORECASE)
# The last two give another element its address later on (SVG 2).
_FORBIDDEN = frozenset("script iframe frame object embed applet base form animate set".split())
_FORBIDDEN_ATTRIBUTES = frozenset("style srcdoc form formaction ping".split())
_TELLING = frozenset(("attributionsrc", "referrerpolicy"))
_LOADED = ("src", "poster", "background")
_LINKED = ("href", "xlink:href")
"""To other elements than links, as those of drawings, what they load."""
_ADDRESSES = ("canonical", "alternate")
"""Relations that only name an address; a browser loads nothing for them."""

_MANY = 1 << 14
"""Tags that are remembered: pages of a site have most of theirs in common."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag says."""

    id: str | None
    links: tuple[str, ...]
    loaded: tuple[str, ...]
    is_forbidden: bool
    """Whether no page may hold it but for its own forms."""
    form: str | None = None
    """Where a form, with nothing else about it that is forbidden, is sent to; "" for one that is
    sent nowhere."""
    script: str | None = None
    """The file of a script, with nothing else about it that is forbidden."""
    is_telling: bool = False
    """Whether it is forbidden as it lets other sites know from which page a reader comes."""


_NOTHING = Tag(None, (), (), is_forbidden=False)


def tags_of(text: str) -> list[Tag]:
    """What the tags of a page say, but for those that say nothing."""
    shown = _DATA_BLOCK.sub("", text)
    plain = _PLAIN.findall(shown)
    # Where every `<` begins such a tag, nothing can hide between them.
    if len(plain) == shown.count("<") and not _HELD.search(shown):
        return [tag for tag in map(_read, filter(None, plain)) if tag]
    return [tag for _, _, tag in tags_with_places(text)]


def tags_with_places(text: str) -> Iterator[tuple[int, str, Tag]]:
    """As `tags_of`, slowly: each tag's place in the text, its own text, what it says.

    Where it is not sure what is a tag, all that may be one to some browser is taken for one.
    """
    at, is_sure = 0, True
    while match := (_ANY if is_sure else _MAYBE_TAG).search(text, at):
        name = (match[1] or "").lower()
        if name and (tag := _read(match[0][1:])):
            yield match.start(), match[0], tag
        is_sure = is_sure and name not in _UNSURE
        at = _end_of_text(text, match.end(), name) if is_sure else match.start() + 1


def end_of_tag(text: str, at: int) -> int:
    """Where the start tag ends that begins at a place; the place itself where none does."""
    tag = _START_TAG.match(text, at + 1)
    return tag.end() if tag else at


def _end_of_text(text: str, at: int, name: str) -> int:
    """Where the text ends that an element with a start tag before `at` holds.

    What has none, as plaintext never has, hides nothing.
    """
    if name not in _HOLD_TEXT:
        return at
    end = re.compile(rf"</{name}[ \t\n\f\r/>]", re.IGNORECASE).search(text, at)
    return end.start() if end else at


@lru_cache(_MANY)
def _read(words: str) -> Tag | None:
    """What a start tag says, given without its `<`; None where nothing of it matters."""
    match = _START_TAG.fullmatch(words)
    if not match:
        return None
    name = match[1].lower()
    # Of two attributes of one name, browsers take the first.
    pairs = reversed(_ATTRIBUTE.findall(words, match.end(1)))
    attributes = {key.lower(): html.unescape(_without_quotes(value)) for key, value in pairs}
    is_telling = _is_telling(name, attributes)
    is_spoilt = is_telling or any(map(_is_forbidden, attributes))
    tag = Tag(
        id=attributes.get("id"),
        links=tuple(_links(name, attributes)),
        loaded=tuple(_loaded(name, attributes)),
        is_forbidden=name in _FORBIDDEN or is_spoilt,
        form=None if is_spoilt else _form(name, attributes),
        script=None if is_spoilt else _script(name, attributes),
        is_telling=is_telling,
    )
    return None if tag == _NOTHING else tag


def _without_quotes(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value


def _is_forbidden(attribute: str) -> bool:
    return attribute in _FORBIDDEN_ATTRIBUTES or attribute.startswith("on")


def _is_telling(name: str, attributes: Mapping[str, str]) -> bool:
    """The last of what a page says on referrers counts, and what a link says before it."""
    is_word = name == "meta" and attributes.get("name", "").lower() == "referrer"
    return bool(_TELLING & attributes.keys()) or (
        is_word and attributes.get("content") != "no-referrer"
    )


def _form(name: str, attributes: Mapping[str, str]) -> str | None:
    """Only what is posted stands in no address, and so in no history and no log."""
    if name != "form":
        return None
    if attributes.get("method", "").lower() == "post":
        return attributes.get("action")
    return None if {"action", "method"} & attributes.keys() else ""


def _script(name: str, attributes: Mapping[str, str]) -> str | None:
    is_plain = name == "script" and attributes.keys() <= {"src", "defer"}
    return attributes.get("src") if is_plain else None


def _links(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    if name in ("a", "area"):
        yield from _values(_LINKED, attributes)
    is_refresh = name == "meta" and attributes.get("http-equiv", "").lower() == "refresh"
    if is_refresh and (refresh := _REFRESH.match(attributes.get("content", ""))):
        yield refresh[1]


def _loaded(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    yield from _values(_LOADED, attributes)
    for sources in _values(("srcset", "imagesrcset"), attributes):
        yield from (source.split()[0] for source in sources.split(",") if source.strip())
    if name == "link" and attributes.get("rel") not in _ADDRESSES:
        yield attributes.get("href", "")
    elif name not in ("a", "area", "base", "link"):
        yield from _values(_LINKED, attributes)


def _values(names: Iterable[str], attributes: Mapping[str, str]) -> Iterator[str]:
    return (attributes[name] for name in names if name in attributes)
