"""Addresses and numbers as a reader makes them out, however they are written."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import unquote

_CODE = re.compile(r"&[#\w]|%[0-9A-Fa-f]{2}|\\[xuU]")
_IN_YAML = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U000([01][0-9A-Fa-f]{4}))")
_IN_MARKDOWN = re.compile(r"\\([-+.@_])")
# Kazakh and Russian letters stand for themselves.
_OTHER_SIGN = re.compile("[^\x00-\x7f\u0400-\u052f]")

_DOT = "(?:(?i:dot)|[Тт]очка|[Нн]үкте)"
_AT_IN_BRACKETS = re.compile(r" ?[\[({] ?(?:(?i:at)|[Сс]обака) ?[\])}] ?")
_DOT_IN_BRACKETS = re.compile(rf" ?[\[({{] ?(?:{_DOT}|\.) ?[\])}}] ?")
# In English a sentence may hold "at", so "dot" must follow it.
_AT_AND_DOT = re.compile(
    rf"(?<=[\w+-]) (?:(?i:at)(?= [\w-]+ (?i:dot) )|[Сс]обака) ([\w-]+) {_DOT}"
    r" ((?i:kz|com|org|net|ru|info)|кз|ком|орг|ру)\b"
)
_ONE_BRACKET = bytes.maketrans(b"[{ADOT", b"((adot")
_OTHER_LETTERS = bytes(range(0x80, 0x100))
_SPELT = (b"(at", b"( at", b" dot ")


def is_disguised(text: str) -> bool:
    """Whether characters of a text may stand for others; codes and words for signs do."""
    if ("&" in text or "%" in text or "\\" in text) and _CODE.search(text):
        return True
    in_ascii = text.encode("utf-8", "surrogatepass").translate(_ONE_BRACKET, _OTHER_LETTERS)
    return any(sign in in_ascii for sign in _SPELT) or "обака" in text


def undisguised(text: str) -> str:
    """The text with the characters that a reader sees or is told to write, line by line.

    Codes of YAML, HTML and addresses are what they stand for; `name [at] host [dot] kz` is an
    address; digits, spaces and hyphens of every kind are those of ASCII; emphasis and what has
    no width is gone.
    """
    if is_disguised(text):
        text = "\n".join(map(_told, text.split("\n")))
    plain = _IN_MARKDOWN.sub(r"\1", _OTHER_SIGN.sub(_in_ascii, text))
    return plain.replace("*", "").replace("`", "").replace("~", "")


def _told(line: str) -> str:
    line = unquote(unescape(_IN_YAML.sub(_meant, line))).replace("\n", " ")
    line = _DOT_IN_BRACKETS.sub(".", _AT_IN_BRACKETS.sub("@", line))
    return _AT_AND_DOT.sub(r"@\1.\2", line)


def _meant(code: re.Match[str]) -> str:
    return chr(int(code[1] or code[2] or code[3], 16))


def _in_ascii(found: re.Match[str]) -> str:
    """A digit, space, hyphen or wide sign as ASCII has it; nothing for what has no width."""
    sign = found[0]
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    match unicodedata.category(sign):
        case "Cf" | "Mn" | "Me":
            return ""
        case "Zs":
            return " "
        case "Pd":
            return "-"
    if sign == "\N{MINUS SIGN}":
        return "-"
    return unicodedata.normalize("NFKC", sign) if "\ufe50" <= sign <= "\uff5e" else sign
