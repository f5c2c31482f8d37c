"""Which characters the fonts of the theme have."""

from __future__ import annotations

import pytest

from plugins.minber.fonts.glyphs import characters_of, font_files, line_with, missing, named
from tests.conftest import ROOT

FONTS = ROOT / "theme/fonts"


@pytest.fixture(scope="module")
def known():
    return characters_of(FONTS)


@pytest.mark.parametrize(
    "text",
    [
        "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ",
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "“”‘’«»„“–—‑-…•·№§°%‰",
        "\u00a0\u202f\u2009\u00ad\n",
        "₸€$£₽ ½ × ÷ ± − ≤ ≥ ≠ → ← ↑ ↓ ✓ ²³",
        "ŞşĞğİıÇç O‘zbekcha ÄäÖöÜüÑñ",
        "а\u0301",
    ],
)
def test_the_fonts_have_what_texts_are_made_of(known, text):
    assert list(missing(text, known)) == []


def test_what_is_missing_is_told_once_and_sorted(known):
    assert list(missing("😀a漢😀", known)) == ["漢", "😀"]


def test_the_licence_lies_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")


def test_the_fonts_are_small():
    assert sum(path.stat().st_size for path in font_files(FONTS)) < 400_000


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("😀", "😀 U+1F600 GRINNING FACE"),
        ("\u0378", "U+0378"),
        ("漢", "漢 U+6F22 CJK UNIFIED IDEOGRAPH-6F22"),
    ],
)
def test_a_character_is_named(character, name):
    assert named(character) == name


def test_the_line_of_a_character_is_found_as_it_was_composed():
    assert line_with("й", ["a", "и\u0306"]) == 2
    assert line_with("й", ["a"]) is None
