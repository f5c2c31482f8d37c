"""Spaces, dashes and quotation marks as the language of a text wants them.

Only characters of the text change, never a tag, and what is tidy stays as it is.  A text is seen
sentence by sentence as a reader sees it, so a pair of quotes may begin and end in different tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from itertools import accumulate, chain, zip_longest

from plugins.minber.languages.settings import NARROW_NBSP, NBSP, Language
from plugins.minber.markup.spaces import unbreakable

# A tag, and in it the name, of an end with its /.
_TAG = re.compile(r"""(<(/?[a-zA-Z][a-zA-Z0-9]*)?[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>)""")
_LANG = re.compile(r"""\slang=["']?([a-zA-Z]+)""")

# A sentence runs through these; through those with a stand-in it sees a word (U+FFFC), a note's
# mark that is no part of it, or a line's end.  Any other tag ends the paragraph: two separators
# stand for it, which are white space to every rule, and none looks further than over one.
_TRANSPARENT = frozenset(
    "a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong time u var".split()
)
_OBJECT, _LINE_END, _PARAGRAPH_END = "\ufffc", "\u2028", "\u2029\u2029"
_STAND_INS = {
    **dict.fromkeys(_TRANSPARENT, ""),
    **dict.fromkeys(("code", "img", "kbd", "math", "samp", "svg"), _OBJECT),
    **dict.fromkeys(("sub", "sup", "wbr"), ""),
    "br": _LINE_END,
}
_STAND_INS |= {f"/{name}": stand_in for name, stand_in in _STAND_INS.items()}
_VERBATIM = frozenset("code kbd math pre samp script style sub sup svg textarea".split())

_ADDRESS = (
    r"""(?<![\w.+-])(?:(?:[a-zA-Z][\w+.-]*://|www\.)[^\s"«»„“”]+"""
    r"""|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)+/[^\s"«»„“”]*)"""
)
_AN_ADDRESS = re.compile(f"({_ADDRESS})")
_DOUBLE_HYPHEN = re.compile(
    rf"({_ADDRESS})|(?<!\S)-{{2,3}}(?!\S)|(?<=[^\W\d_])(-{{2,3}})(?=[^\W\d_])"
)
# Between two numbers a hyphen may be a minus.
_HYPHEN = re.compile(r"-(?:(?<=[^\s\d]\s-)(?=\s\S)|(?<=\d\s-)(?=\s[^\s\d]))")
_APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ÖØ-öø-ɏ])'(?=[A-Za-zÀ-ÖØ-öø-ɏ])")
_POSSESSIVE = re.compile(r"(?<=[A-Za-z]s)'(?!\w)")
_SINGLE_QUOTE = re.compile(r"(?<!\w)'(?=\w)")
_QUOTES = "\"'«»„“”‚‘’‹›"


def tidy(html: str, language: Language) -> str:
    """Safe HTML with its text tidied; code, addresses and parts in another language are left.

    Expects what a sanitiser writes: tags closed, `&` and `<` in text escaped.
    """
    pieces = _TAG.split(html)
    texts, tags, names = pieces[::3], pieces[1::3], pieces[2::3]
    readable = list(map(_readable, texts)) if "&" in html or "--" in html else texts
    seen = _seen(readable, tags, [(name or "").lower() for name in names], language.code)
    tidied = _tidied("".join(seen), language)
    written = _escaped if any(char in tidied for char in "&<>") else str
    ends = [*accumulate(map(len, seen))][::2]
    texts = [
        written(tidied[end - len(shown) : end]) if shown else text
        for text, shown, end in zip(texts, seen[::2], ends, strict=True)
    ]
    return "".join(chain.from_iterable(zip_longest(texts, tags, fillvalue="")))


def tidy_text(text: str, language: Language) -> str:
    """A plain text, such as a title, by the same rules."""
    return _paragraph(_with_long_dashes(text), language)


def _seen(texts: Sequence[str], tags: Sequence[str], names: Sequence[str], code: str) -> list[str]:
    """What a reader sees of texts and tags in turn: a tag's stand-in, nothing of what is verbatim.

    `names` are those of the tags in small letters, with the / of an end.
    """
    seen = [""] * (len(texts) + len(tags))
    seen[::2] = texts
    seen[1::2] = [_STAND_INS.get(name, _PARAGRAPH_END) for name in names]
    end = -1
    for at in [at for at, name in enumerate(names) if name in _VERBATIM or "lang" in tags[at]]:
        if at > end and (names[at] in _VERBATIM or _is_foreign(tags[at], code)):
            if names[at] in _TRANSPARENT:
                seen[at * 2 + 1] = _OBJECT
            end = _end(names, at)
            seen[at * 2 + 2 : end * 2 + 2] = [""] * ((end - at) * 2)
    return seen


def _is_foreign(tag: str, code: str) -> bool:
    found = _LANG.search(tag)
    return found is not None and not tag.startswith("</") and found[1].lower() != code


def _end(names: Sequence[str], start: int) -> int:
    """The place of the tag that closes the element, or of the last tag."""
    depth = 0
    for at in range(start, len(names)):
        if names[at] == names[start]:
            depth += 1
        elif names[at] == f"/{names[start]}":
            depth -= 1
            if depth == 0:
                return at
    return len(names) - 1


def _readable(text: str) -> str:
    return _with_long_dashes(unescape(text) if "&" in text else text)


def _with_long_dashes(text: str) -> str:
    """The only change of length, so it comes before the parts of a sentence are joined."""
    if "--" not in text:
        return text
    return _DOUBLE_HYPHEN.sub(lambda it: it[1] or (f"{NBSP}— " if it[2] else "—"), text)


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _tidied(text: str, language: Language) -> str:
    """Paragraphs with as many characters as before: at once, if nothing in them goes in pairs."""
    if any(mark in text for mark in ("'", '"', "/", "@", "www.")):
        paragraphs = text.split(_PARAGRAPH_END)
        return _PARAGRAPH_END.join(_paragraph(one, language) for one in paragraphs)
    return _in_order(text, language)


def _paragraph(text: str, language: Language) -> str:
    """A paragraph with as many characters as before; an address in it is seen as a word."""
    if "/" in text or "@" in text or "www." in text:
        parts = _AN_ADDRESS.split(text)
        seen = [_OBJECT if at % 2 else part for at, part in enumerate(parts)]
        tidied = _cut(_in_order("".join(seen), language), seen)
        return "".join(
            part if at % 2 else piece
            for at, (part, piece) in enumerate(zip(parts, tidied, strict=True))
        )
    return _in_order(text, language)


def _cut(text: str, parts: Sequence[str]) -> Iterator[str]:
    """The text in pieces as long as the parts."""
    start = 0
    for part in parts:
        yield text[start : start + len(part)]
        start += len(part)


def _in_order(text: str, language: Language) -> str:
    text = text.replace(NARROW_NBSP, NBSP)
    if "'" in text:
        text = _with_apostrophes(text)
    if "-" in text:
        text = _HYPHEN.sub("—", text)
    if '"' in text:
        text = _with_quotes(text, language.quotes)
    return unbreakable(language).sub(NBSP, _PARAGRAPH_END + text).removeprefix(_PARAGRAPH_END)


def _with_apostrophes(text: str) -> str:
    text = _APOSTROPHE.sub("’", text)
    return text if _SINGLE_QUOTE.search(text) else _POSSESSIVE.sub("’", text)


def _with_quotes(text: str, quotes: tuple[str, str, str, str]) -> str:
    """Pairs of straight quotes as the language's, inner ones within others; the rest is left."""
    chars, pairs = list(text), dict(_pairs(text, quotes))
    closing = set(pairs.values())
    level = 0
    for found in re.finditer(f'["{quotes[0]}{quotes[1]}]', text):
        at, char = found.start(), found[0]
        if at in pairs:
            inner = level % 2 * 2
            chars[at], chars[pairs[at]] = quotes[inner], quotes[inner + 1]
        if at in pairs or char == quotes[0]:
            level += 1
        elif at in closing or (char == quotes[1] and level):
            level -= 1
    return "".join(chars)


def _pairs(text: str, marks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of straight quotes that open and close; one alone, as the inches in 5", is in none."""
    waiting: list[int] = []
    for quotes in re.finditer(f"[{_QUOTES}{re.escape(''.join(marks))}]+", text):
        before = text[quotes.start() - 1] if quotes.start() else " "
        after = text[quotes.end()] if quotes.end() < len(text) else " "
        opens = (before.isspace() or before in "([{—–-/") and not after.isspace()
        closes = not opens and not before.isspace() and before not in "([{"
        for at in range(*quotes.span()):
            if text[at] == '"' and opens:
                waiting.append(at)
            elif text[at] == '"' and closes and waiting and not _in_word(after):
                yield waiting.pop(), at


def _in_word(char: str) -> bool:
    return char.isalnum() or char == _OBJECT
