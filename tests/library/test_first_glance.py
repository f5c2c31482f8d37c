"""A text in which nothing can be private is done with at the first glance."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.minber.library.privacy import Finding, _is_suspicious, _private

SIGNS = (
    "asem@mail.kz @ .kz %40 %38 %0A &#64; &commat; &# https://x.kz/ 8 (701) 123-45 жаңа a - \u0668"
    r" \x40 \u0038 **701** (at) [ DOT ] at dot собака точка kz tel: wa.me/ ?to= phone= \ _ ＠ 25"
)
BITS = st.sampled_from(
    [*SIGNS.split(), "+7 701 123 45 67", "45\u00a067", "900101300017", " ", "\n", "\u00ad", "–"]
)


@settings(max_examples=500)
@given(st.lists(BITS | st.text(max_size=3)).map("".join))
def test_nothing_private_is_missed_at_the_first_glance(line):
    assert _is_suspicious(line) or list(_private(line)) == []


def test_no_digit_of_any_script_is_missed_at_the_first_glance():
    digits = [char for char in map(chr, range(0x110000)) if re.match(r"\d", char)]
    assert all(_is_suspicious(digit * 11) for digit in digits)


@pytest.mark.parametrize(
    "text",
    [
        "translates: ru@1f3a9c0b72de",
        "2021-10-12, 2021-10-13: 9 000 қол, № 118-VII, https://x.example/@asem/+77011234567",
        "Заң бойынша (2011 жыл) 12 айда 50-ден астам сайт — «Adilsoz» дерегі.",
    ],
)
def test_an_ordinary_text_is_done_with_at_the_first_glance(text):
    assert not _is_suspicious(text)


@given(st.builds(Finding))
def test_a_finding_is_kept_and_comes_back_unchanged(finding):
    assert msgspec.json.decode(msgspec.json.encode(finding), type=Finding) == finding
