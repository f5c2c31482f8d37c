"""Cards are drawn alike everywhere, are light, and show how far a petition has come."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest
from PIL import Image

from plugins.minber.cards.drawing import GROUND, LIGHT, NOW, drawn
from plugins.minber.cards.text import CardText, in_one_form
from plugins.minber.cards.typefaces import types_of
from tests.conftest import ROOT

TYPES = types_of(ROOT / "theme/fonts")
BAR = (64, 514, 1136, 536)
"""Left, top, right and bottom of the whole way to the goal."""
PETITION = CardText(
    site="Еркін желі",
    kind="Петиция",
    campaign="Қазақстандағы еркін әрі ашық интернет үшін",
    title="Әлеуметтік желілер туралы түзетулерге қарсы",
    count="12 500 қолтаңба",
    goal="Мақсаты: 50 000 (25%)",
    share=25,
    is_open=True,
)


def card(text):
    return Image.open(io.BytesIO(drawn(in_one_form(text), TYPES)))


def share_of(colour, image, box):
    pixels = image.convert("RGB").crop(box)
    return sum(count for count, each in pixels.getcolors() if each == colour) / (
        pixels.width * pixels.height
    )


def test_a_card_has_the_size_and_the_colours_of_cards():
    image = card(PETITION)
    assert (image.size, image.format) == ((1200, 630), "PNG")
    colours = {colour for _, colour in image.convert("RGB").getcolors()}
    assert {GROUND, LIGHT, NOW} <= colours
    assert len(colours) <= 16


@pytest.mark.parametrize("share", [0, 1, 25, 99, 100])
def test_the_bar_is_as_long_as_the_way_that_was_gone(share):
    image = card(replace(PETITION, share=share))
    assert share_of(NOW, image, BAR) == pytest.approx(share / 100, abs=0.01)


def test_a_petition_that_cannot_be_signed_is_not_loud():
    image = card(replace(PETITION, is_open=False))
    assert share_of(NOW, image, (0, 0, 1200, 630)) == 0
    assert share_of(LIGHT, image, BAR) == pytest.approx(0.25, abs=0.01)


def test_without_a_count_there_is_no_bar():
    image = card(replace(PETITION, title="Заң", count="", goal="", share=None))
    assert share_of(GROUND, image, BAR) == 1


def test_letters_made_of_two_characters_are_drawn_as_one():
    apart = replace(PETITION, title=unicodedata.normalize("NFD", "Йод, ёлка, кейін"))
    together = replace(PETITION, title="Йод, ёлка, кейін")
    assert card(apart).tobytes() == card(together).tobytes()


def test_marks_that_are_not_drawn_change_nothing():
    assert (
        card(replace(PETITION, title="Со\u00adз")).tobytes()
        == card(replace(PETITION, title="Соз")).tobytes()
    )


@pytest.mark.parametrize("letter", "ӘҒҚҢӨҰҮҺІәғқңөұүһіЁё№₸«»—→✓")
def test_no_letter_is_drawn_as_a_box_for_what_is_missing(letter):
    # U+FFFF is in no font.
    empty = card(replace(PETITION, title="\uffff"))
    assert card(replace(PETITION, title=letter)).tobytes() != empty.tobytes()


@pytest.mark.parametrize("text", [PETITION, replace(PETITION, share=None, count="")])
def test_a_card_is_light(text):
    heavy = replace(text, title="Ұйымдастырушылардың қауіпсіздігін қамтамасыз " * 6)
    assert len(drawn(in_one_form(heavy), TYPES)) < 60_000


CHILD = """
import hashlib
from tests.cards.test_drawing import PETITION, TYPES, drawn
print(hashlib.sha256(drawn(PETITION, TYPES)).hexdigest())
"""


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8"},
    ],
)
def test_another_process_draws_the_same_bytes(variables):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-c", CHILD]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == hashlib.sha256(drawn(PETITION, TYPES)).hexdigest()
