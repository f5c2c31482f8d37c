"""Spaces, dashes and quotation marks as the language of a text wants them.

Only characters of the text change, never a tag, and what is tidy stays as it is.  A text is seen
sentence by sentence as a reader sees it, so a pair of quotes may begin and end in different tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape, unescape
from itertools import groupby

from plugins.minber.languages.settings import NARROW_NBSP, NBSP, Language

_TAG = re.compile(r"""(<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>)""")
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LANG = re.compile(r"""\slang=["']?([a-zA-Z]+)""")

# A sentence runs through these; through those with a stand-in it sees a word (U+FFFC), a note's
# mark that is no part of it, or a line's end.  Any other tag ends the sentence.
_TRANSPARENT = frozenset(
    "a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong time u var".split()
)
_OBJECT, _LINE_END = "\ufffc", "\u2028"
_STAND_INS = {
    **dict.fromkeys(("code", "img", "kbd", "math", "samp", "svg"), _OBJECT),
    **dict.fromkeys(("sub", "sup", "wbr"), ""),
    "br": _LINE_END,
}
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
_HYPHEN = re.compile(r"(?<=[^\s\d]\s)-(?=\s\S)|(?<=\d\s)-(?=\s[^\s\d])")
_APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ÖØ-öø-ɏ])'(?=[A-Za-zÀ-ÖØ-öø-ɏ])")
_POSSESSIVE = re.compile(r"(?<=[A-Za-z]s)'(?!\w)")
_SINGLE_QUOTE = re.compile(r"(?<!\w)'(?=\w)")
_QUOTES = "\"'«»„“”‚‘’‹›"
_CAPITAL = "A-ZÀ-ÖØ-ÞЀ-ЯҒҚҢҮҰҺӘӨ"


def tidy(html: str, language: Language) -> str:
    """Safe HTML with its text tidied; code, addresses and parts in another language are left.

    Expects what a sanitiser writes: tags closed, `&` and `<` in text escaped.
    """
    tokens = _TAG.split(html)
    for sentence in _sentences(tokens, language.code):
        parts = [_readable(tokens[part]) if isinstance(part, int) else part for part in sentence]
        tidied = _cut(_tidied("".join(parts), language), parts)
        for part, text in zip(sentence, tidied, strict=True):
            if isinstance(part, int):
                tokens[part] = escape(text, quote=False)
    return "".join(tokens)


def tidy_text(text: str, language: Language) -> str:
    """A plain text, such as a title, by the same rules."""
    return _tidied(_with_long_dashes(text), language)


def _sentences(tokens: Sequence[str], code: str) -> Iterator[list[int | str]]:
    """The runs of text that no block divides: places of text in the tokens, and stand-ins.

    The tokens are text and tags in turn, as splitting by tags gives them.
    """
    sentence: list[int | str] = []
    skipped_to = 0
    for at, token in enumerate(tokens):
        if at < skipped_to:
            continue
        if at % 2 == 0:
            sentence.append(at)
            continue
        closing, name = _name(token)
        verbatim = not closing and (name in _VERBATIM or _is_foreign(token, code))
        if verbatim:
            skipped_to = _end(tokens, at, name) + 1
        if name in _STAND_INS or (name in _TRANSPARENT and verbatim):
            sentence.append(_STAND_INS.get(name, _OBJECT))
        elif name not in _TRANSPARENT:
            yield sentence
            sentence = []
    yield sentence


def _name(tag: str) -> tuple[bool, str]:
    found = _TAG_NAME.match(tag)
    return (found[1] == "/", found[2].lower()) if found else (False, "")


def _is_foreign(tag: str, code: str) -> bool:
    found = _LANG.search(tag) if "lang" in tag else None
    return found is not None and found[1].lower() != code


def _end(tokens: Sequence[str], start: int, name: str) -> int:
    """The place of the tag that closes the element, or of the last tag."""
    depth = 0
    for at in range(start, len(tokens), 2):
        closing, found = _name(tokens[at])
        if found == name:
            depth += -1 if closing else 1
            if depth == 0:
                return at
    return len(tokens) - 2


def _readable(text: str) -> str:
    return _with_long_dashes(unescape(text) if "&" in text else text)


def _with_long_dashes(text: str) -> str:
    """The only change of length, so it comes before the parts of a sentence are joined."""
    if "--" not in text:
        return text
    return _DOUBLE_HYPHEN.sub(lambda it: it[1] or (f"{NBSP}— " if it[2] else "—"), text)


def _cut(text: str, parts: Sequence[str]) -> Iterator[str]:
    """The text in pieces as long as the parts."""
    start = 0
    for part in parts:
        yield text[start : start + len(part)]
        start += len(part)


def _tidied(text: str, language: Language) -> str:
    """The text with as many characters as before."""
    if "/" in text or "@" in text or "www." in text:
        parts = _AN_ADDRESS.split(text)
        seen = [_OBJECT if at % 2 else part for at, part in enumerate(parts)]
        tidied = _cut(_in_order("".join(seen), language), seen)
        return "".join(
            part if at % 2 else piece
            for at, (part, piece) in enumerate(zip(parts, tidied, strict=True))
        )
    return _in_order(text, language)


def _in_order(text: str, language: Language) -> str:
    text = text.replace(NARROW_NBSP, NBSP)
    if "'" in text:
        text = _with_apostrophes(text)
    if "-" in text:
        text = _HYPHEN.sub("—", text)
    if '"' in text:
        text = _with_quotes(text, language.quotes)
    return _breaking_spaces(language).sub(NBSP, text)


def _with_apostrophes(text: str) -> str:
    text = _APOSTROPHE.sub("’", text)
    return text if _SINGLE_QUOTE.search(text) else _POSSESSIVE.sub("’", text)


def _with_quotes(text: str, quotes: tuple[str, str, str, str]) -> str:
    """Pairs of straight quotes as the language's, inner ones within others; the rest is left."""
    chars, pairs = list(text), dict(_pairs(text, quotes))
    closing = set(pairs.values())
    level = 0
    for at, char in enumerate(text):
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


@cache
def _breaking_spaces(language: Language) -> re.Pattern[str]:
    """Finds the spaces at which a line must not break."""
    words = [re.escape(word) for word in language.proclitics if not word.endswith(".")]
    no_proclitic = rf"(?!(?i:{'|'.join(words)})(?!\w))" if words else ""
    thousands = "|".join(rf"(?<=(?<!\d)\d{{{digits}}}\s)" for digits in (1, 2, 3))
    rules = [
        r"(?=[—–](?!\S))(?<=\S\s)",
        rf"(?<=\d\s)(?:(?=[%‰₸₽€$°]|{no_proclitic}[^\W\d_])|(?=\d{{3}}(?!\d))(?:{thousands}))",
        r"(?<=[№§]\s)(?=\w)",
        rf"(?=[{_CAPITAL}])(?<=(?<!\w)[{_CAPITAL}]\.\s)",
        *_after_proclitics(language.proclitics),
    ]
    if language.enclitics:
        words = [re.escape(word) for word in language.enclitics]
        rules.append(rf"(?=(?:{'|'.join(words)})(?![\w-]))(?<=[\w»“”’\")]\s)")
    return re.compile(rf"[ \n](?:{'|'.join(rules)})")


def _after_proclitics(words: Sequence[str]) -> Iterator[str]:
    """Rules for words of each length, as Python's look-behind wants; abbreviations take numbers."""
    ordered = sorted(words, key=_kind_of_proclitic)
    for (_, abbreviated), group in groupby(ordered, key=_kind_of_proclitic):
        choice = "|".join(map(re.escape, group))
        ahead = r"[\d№§]" if abbreviated else r"\S"
        yield rf"(?<=(?<![\w-])(?i:{choice})\s)(?={ahead})"


def _kind_of_proclitic(word: str) -> tuple[int, bool]:
    return len(word), word.endswith(".")
