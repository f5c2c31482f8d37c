"""Texts as tests convert them."""

from __future__ import annotations

from plugins.minber.markup.convert import convert
from tests.content import LANGUAGE


def converted(text):
    """An English text."""
    return convert(text, LANGUAGE["en"], "Back to the text")
