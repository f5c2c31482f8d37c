"""A petition's badge: an image that is whole by itself."""

from __future__ import annotations

import re
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.views.badge import fitted
from plugins.minber.views.widths import estimated_width
from tests.texts import add_to_facts, built_once, replace_in

SVG = "{http://www.w3.org/2000/svg}"
TITLE = "Қазақстандықтардың ұйымдастырушыларымен бірге " * 3


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    def lengthen(content):
        path = content / "campaigns/open-net/petitions/first/kk.md"
        replace_in(path, "Бірінші петиция", TITLE.strip())

    return built_once(tmp_path_factory, lengthen, SITEURL="https://example.org")


def picture_of(built, language):
    return fromstring(built.text(f"{language}/open-net/first.svg"))  # noqa: S314 - our own


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "5 320 қол жиналды"),
        ("ru", "5 320 подписей"),
        ("en", "5,320 signatures"),
    ],
)
def test_it_says_the_count_in_the_language(built, language, words):
    [*texts] = picture_of(built, language).iter(f"{SVG}text")
    told = [" ".join("".join(text.itertext()).split()) for text in texts]
    assert words in told


def test_its_name_is_the_whole_title(built):
    picture = picture_of(built, "kk")
    assert picture.findtext(f"{SVG}title") == TITLE.strip()


def test_a_title_too_long_ends_with_a_word_and_three_dots(built):
    text = [*picture_of(built, "kk").iter(f"{SVG}text")][1]
    words = " ".join(str(span.text) for span in text)
    assert len(text) == 3
    assert words.endswith("…")
    assert TITLE.startswith(words.removesuffix("…") + " ")


def test_it_loads_and_runs_nothing(built):
    assert not re.search(r"<script|href|url\(|style=|on\w+=", built.text("en/open-net/first.svg"))


def test_a_withdrawn_petition_says_so_where_it_is_still_shown(tmp_path_factory, say, named):
    def withdraw(content):
        facts = content / "campaigns/open-net/petitions/first/facts.yaml"
        add_to_facts(facts, withdrawn="2022-04-01")

    text = built_once(tmp_path_factory, withdraw).text("ru/open-net/first.svg")
    day = named("ru", "date", date(2022, 4, 1))
    assert say("ru", "withdrawal.notice", date=day) in " ".join(text.split())
    assert "5 320" not in " ".join(text.split())


@given(st.lists(st.text("абвгқшщ«»-", min_size=1, max_size=30), min_size=1, max_size=40))
def test_every_line_fits_but_for_a_word_that_is_wider(words):
    lines = fitted(" ".join(words), 368, 16, 3)
    assert 1 <= len(lines) <= 3
    assert all(estimated_width(line, 16, is_bold=True) <= 368 for line in lines if " " in line)


@given(st.lists(st.text("абвгқшщ«»-", min_size=1, max_size=12), min_size=1, max_size=40))
def test_words_stay_whole_and_in_order(words):
    shown = " ".join(fitted(" ".join(words), 368, 16, 3)).removesuffix("…").split()
    assert shown == words[: len(shown)]
