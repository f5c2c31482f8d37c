"""What an editor is told of a character that no font of the theme has."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from plugins.minber.fonts.glyphs import line_with, named
from plugins.minber.problems import Problem

Places = tuple[tuple[str, Path], ...]
"""Files in which words are written, as problems print them and on the disk; the likeliest first."""


def not_in_fonts(places: Places, character: str) -> Problem:
    """The problem at the line of the first of the files that holds the character."""
    rule = "what is printed or drawn must be made of characters that the fonts of the theme have"
    remedy = "Write it in words or leave it out."
    for shown, path in places:
        with suppress(OSError, UnicodeDecodeError):
            if line := line_with(character, path.read_text("utf-8").split("\n")):
                return Problem(shown, line, rule, named(character), remedy)
    return Problem(places[0][0], 1, rule, named(character), remedy)
