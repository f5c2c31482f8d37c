"""A statement that hundreds have signed."""

from __future__ import annotations

from random import Random

import brotli
import pytest

from tests.texts import built_once

CODES = ("kk", "ru", "en")
COUNTRIES = ("KZ", "KG", "UZ", "DE", "")
SYLLABLES = (
    "ал бек да ер жан за кен ла мұр на оз пе рай са тай уа шы қай ғал әс өт үм ін ың ұлы".split()
)


def name(random, words):
    """Letters in no order that anything could make small."""
    parts = ("".join(random.choices(SYLLABLES, k=3)).capitalize() for _ in range(words))
    return " ".join(parts)


def signed_by_two_hundred(content):
    random = Random(1)
    rows = ["kind,name_kk,name_ru,name_en,detail,country,url"]
    for number in range(200):
        kind, words = ("person", 2) if number % 2 else ("organisation", 4)
        rows.append(f"{kind},{name(random, words)},,,,{random.choice(COUNTRIES)},")
    path = content / "campaigns/open-net/statements/letter/signatories.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, signed_by_two_hundred)


@pytest.mark.parametrize("code", CODES)
def test_two_hundred_names_fit_into_the_first_answer_of_a_host(built, code):
    page = built.text(f"{code}/open-net/letter.html").encode()
    assert len(brotli.compress(page, quality=11)) <= 14_000


@pytest.mark.parametrize("code", CODES)
def test_two_hundred_names_are_read_on_the_narrowest_screen(built, opened, code):
    base = f"{built.output.as_uri()}/"
    page, _ = opened(base, viewport={"width": 320, "height": 600})
    page.goto(f"{base}{code}/open-net/letter.html")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_name_is_cut_between_two_leaves(built, opened):
    base = f"{built.output.as_uri()}/"
    page, _ = opened(base)
    page.emulate_media(media="print")
    page.goto(f"{base}kk/open-net/letter.html")
    breaks = "[...document.querySelectorAll('.signatories li')].map(li => getComputedStyle(li)"
    assert page.evaluate(f"new Set({breaks}.breakInside)).size") == 1
    assert page.evaluate(f"{breaks}.breakInside)[0]") == "avoid"
