"""The style sheet of all pages, as small as it means the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

PHYSICAL = {
    "min-block-size": "min-height",
    "max-block-size": "max-height",
    "max-inline-size": "max-width",
    "min-inline-size": "min-width",
    "inline-size": "width",
    "block-size": "height",
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "padding-block-start": "padding-top",
    "border-block-start": "border-top",
    "border-block-end": "border-bottom",
    "inset-block-start": "top",
}
"""What is the same in every script that is written in lines from top to bottom, and shorter."""
TOKEN = re.compile(r"(?<![\w-])--[a-z][\w-]*")
USE = re.compile(r"var\((--[a-z][\w-]*)\)")
STRING = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
COMMENT_OR_STRING = re.compile(rf"/\*.*?\*/|({STRING})", re.DOTALL)
DECLARED = re.compile(r"(?<=[{;])(--[a-z][\w-]*):([^;{}\"']*)(?:;|(?=\}))")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def style_sheet(folder: Path) -> str:
    """The files of the theme's `css/` by name, joined, without what a browser does not need.

    Tokens of which the templates beside `folder` know nothing become their values, where these are
    the same in every light and on paper, and get short names else.
    """
    joined = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
    kept = _tokens_of_templates(folder.parent)
    return _with_short_tokens(_with_values(_physical(_squeezed(joined)), kept), kept)


def _squeezed(css: str) -> str:
    """The rules without comments, spare space and spare quotes."""
    strings: list[str] = []

    def put_away(found: re.Match[str]) -> str:
        if not found[1]:
            return ""
        strings.append(found[1])
        return f'"{len(strings) - 1}"'

    css = re.sub(r"\s+", " ", COMMENT_OR_STRING.sub(put_away, css))
    css = re.sub(r"\s*([{};,])\s*|(?<=:)\s+", r"\1", css)
    # A plus needs its spaces in calc(), and there alone: not before a brace.
    css = re.sub(r"[^{};]*\{", lambda rule: re.sub(r" ([>+]) ", r"\1", rule[0]), css)
    css = re.sub(r"(?<=\d) / (?=\d)", "/", css).replace("@media (", "@media(")
    css = css.replace(";}", "}").strip()
    css = re.sub(r'"(\d+)"', lambda number: strings[int(number[1])], css)
    return re.sub(r'="([a-z]+)"\]', r"=\1]", css)


def _physical(css: str) -> str:
    names = "|".join(PHYSICAL)
    return re.sub(rf"(?<=[{{;])({names})(?=[:-])", lambda name: PHYSICAL[name[1]], css)


def _with_values(css: str, kept: Iterable[str]) -> str:
    """The rules with what tokens of the first rule stand for, where nothing else can set them."""
    first = re.match(r":root\{[^{}]*\}", css)
    if not first:
        return css
    named, used = Counter(TOKEN.findall(css)), Counter(USE.findall(css))
    values = {
        name: value
        for name, value in DECLARED.findall(first[0])
        # Set once, and used without another value in case that it is not.
        if named[name] - used[name] == 1 and name not in set(kept)
    }
    others = DECLARED.sub(lambda found: "" if found[1] in values else found[0], first[0])
    css = others.replace(";}", "}").replace(":root{}", "") + css[first.end() :]
    for _ in values:  # One may stand for another.
        css = USE.sub(lambda use: values.get(use[1], use[0]), css)
    return css


def _with_short_tokens(css: str, kept: Iterable[str]) -> str:
    """The rules with tokens of one letter, in the order in which they first stand."""
    tokens = [name for name in dict.fromkeys(TOKEN.findall(css)) if name not in set(kept)]
    short = {name: f"--{letter}" for name, letter in zip(tokens, LETTERS, strict=False)}
    return TOKEN.sub(lambda name: short.get(name[0], name[0]), css)


def _tokens_of_templates(theme: Path) -> set[str]:
    files = theme.glob("templates/**/*.*")
    return {name for file in files for name in TOKEN.findall(file.read_text("utf-8"))}
