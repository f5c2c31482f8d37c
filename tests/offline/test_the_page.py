"""The page that offers what can be read without a network."""

from __future__ import annotations

import math
import posixpath
from collections import Counter
from random import Random

import pytest
from brotli import compress

from plugins.minber.views.offline import MOST_TEXTS, Size, size_of
from tests.conftest import write_files
from tests.document import document, words_of
from tests.texts import built_once, item, words

UNIT = {"kk": "КБ", "ru": "КБ", "en": "KB"}
MOST_BYTES = 14_000


@pytest.mark.parametrize(
    ("count", "size"),
    [
        (0, Size(0, "kb")),
        (1, Size(1, "kb")),
        (1024, Size(1, "kb")),
        (1025, Size(2, "kb")),
        (1023 * 1024, Size(1023, "kb")),
        (1023 * 1024 + 1, Size(1.0, "mb")),
        (1024 * 1024 + 1, Size(1.1, "mb")),
        (25 * 1024 * 1024, Size(25.0, "mb")),
    ],
)
def test_a_size_is_told_in_the_unit_that_suits_it(count, size):
    assert size_of(count) == size


def offers(built, code):
    """The files that a page offers, with the words beside each."""
    root = document(built.text(f"{code}/offline.html"))
    for line in root.iter("li"):
        link = line.find("a")
        if link is not None and "download" in link.attrib:
            path = posixpath.normpath(posixpath.join(code, link.get("href", "")))
            yield path, words_of(line)


@pytest.mark.parametrize("code", UNIT)
def test_the_sizes_on_the_page_are_those_of_the_files(offered, code):
    told = {path: words.rpartition(", ")[2] for path, words in offers(offered, code)}
    told = {path: words for path, words in told.items() if words.endswith(UNIT[code])}
    sizes = {path: (offered.output / path).stat().st_size for path in told}
    assert told == {path: f"{math.ceil(s / 1024)} {UNIT[code]}" for path, s in sizes.items()}
    assert len(told) > 8


def test_the_page_offers_every_archive_in_the_language_of_its_reader(offered):
    found = [path.removeprefix("offline/") for path, _ in offers(offered, "ru")]
    sites = ["site_kk.zip", "site_ru.zip", "site_en.zip", "site.zim"]
    texts = [f"open-net/{name}-ru.html" for name in ("event", "letter", "first")]
    assert found == [*sites, "open-net.zip", "clean-air.zip", *texts, "clean-air/smog-en.html"]


def test_a_text_of_another_language_says_so(offered):
    words = dict(offers(offered, "ru"))["offline/clean-air/smog-en.html"]
    assert words.endswith("текст на английском языке")


def test_a_text_offers_itself_as_one_file_unless_it_was_withdrawn(offered):
    assert 'href="../../offline/open-net/event-kk.html" download' in offered.text(
        "kk/open-net/event.html"
    )
    assert 'href="../../offline/clean-air/smog-en.html" download' in offered.text(
        "kk/clean-air/smog.html"
    )
    assert " download" not in offered.text("kk/open-net/gone.html")


def test_the_page_shares_its_room_among_campaigns_and_stays_small(offered, tmp_path_factory):
    share = MOST_TEXTS // 3
    letters = Random(1)

    def fill(content):
        write_files(content, {**item("one"), **item("two"), **item("two/news/text")})
        for number in range(share + 1):
            folder = f"campaigns/one/news/text-{number:02}"
            title = "".join(letters.choices("абвгдежзиклмнопрстуфх ", k=70))
            own = item(f"one/news/text-{number:02}", f"2022-01-{number + 1:02}")
            write_files(content, {**own, f"{folder}/en.md": words(f"Х{title}х")})

    built = built_once(tmp_path_factory, fill, OFFLINE=True)
    texts = [path.split("/")[1] for path, _ in offers(built, "ru") if path.count("/") == 2]
    assert Counter(texts) == {"one": share, "two": 1, "open-net": 3}
    small, large = (
        len(compress(each.text("ru/offline.html").encode())) for each in (offered, built)
    )
    assert small + 3 * (large - small) < MOST_BYTES
