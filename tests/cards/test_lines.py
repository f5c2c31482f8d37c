"""Titles stand whole and as large as they fit, broken between words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.cards.lines import LEADING, fitted, on_one_line
from plugins.minber.cards.typefaces import types_of
from plugins.minber.fonts.lines import letters
from tests.conftest import ROOT

TYPES = types_of(ROOT / "theme/fonts")
WIDTH, HEIGHT = ROOM = (1072, 276)
LARGEST, SMALLEST = 112, 40
KAZAKH = (
    "Қазақстандықтардың әлеуметтік желілердегі пікір білдіру бостандығын шектейтін түзетулерді "
    "қайтарып алуды және ұйымдастырушылардың қауіпсіздігін қамтамасыз етуді талап ететін үндеу"
)
TITLES = {
    "kk": KAZAKH.ljust(200, "ы"),
    "ru": "Против поправок о социальных сетях и мессенджерах, которые нарушают право " * 3,
    "en": "Withdraw the amendments on social networks and messaging apps from the bill " * 3,
}
LETTERS = st.sampled_from([*"абқығіЖМжмШ-", "и\u0301", "о\u0308\u20dd"])
WORDS = st.lists(st.lists(LETTERS, min_size=1, max_size=45).map("".join), min_size=1, max_size=40)


def setting_of(title, room=ROOM):
    return fitted(title, room, TYPES, LARGEST, SMALLEST)


@pytest.mark.parametrize("language", TITLES)
def test_a_title_of_200_characters_stands_whole(language):
    title = TITLES[language][:200].strip()
    assert " ".join(setting_of(title).lines) == title


def test_the_longest_words_of_the_language_need_no_hyphen():
    for word in ("қазақстандықтарды", "ұйымдастырушылардың", "самоорганизовывающихся"):
        assert setting_of(word).lines == (word,)


def test_a_short_title_has_the_largest_letters():
    assert setting_of("Заң").type.size == LARGEST


def test_lines_are_of_about_the_same_length():
    lines = setting_of("Against the amendments on social networks and messaging apps").lines
    lengths = [len(line) for line in lines]
    assert max(lengths) - min(lengths) < 9


def test_what_a_no_break_space_joins_stays_together():
    words = "о\u00a0социальных сетях и\u00a0мессенджерах"
    assert "о\u00a0социальных" in " ".join(setting_of(words, (500, 400)).lines)
    assert all(not line.endswith(("о", "и")) for line in setting_of(words, (500, 400)).lines)


@given(WORDS.map(" ".join))
def test_no_line_is_wider_than_its_room_nor_do_they_stand_higher(title):
    setting = setting_of(title)
    height = len(setting.lines) * setting.type.size * LEADING
    assert height <= HEIGHT
    assert all(setting.type.length(line) <= WIDTH for line in setting.lines)


@given(WORDS.map(" ".join))
def test_every_letter_stands_in_its_place_and_whole(title):
    setting = setting_of(title)
    shown, whole = ("".join(each.split()) for each in (" ".join(setting.lines), title))
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))
    assert not any(unicodedata.category(line[0]).startswith("M") for line in setting.lines)


def test_a_mark_stays_with_its_letter():
    assert list(letters("а\u0301б\u0306\u20dd")) == ["а\u0301", "б\u0306\u20dd"]


def test_what_finds_no_room_ends_with_three_dots():
    assert setting_of("Сөз " * 200).lines[-1].endswith("…")


@pytest.mark.parametrize(
    ("width", "line"), [(2000, "One campaign here"), (280, "One campaign…"), (50, "O…")]
)
def test_a_line_loses_whole_words(width, line):
    assert on_one_line("One campaign here", width, TYPES.regular(32)) == line
