"""The page that offers what can be read without a network."""

from __future__ import annotations

import math
import re
from collections import Counter
from random import Random

import pytest
from brotli import compress

from plugins.minber.source.addresses import resolved
from plugins.minber.views.offline import MOST_TEXTS
from tests.conftest import write_files
from tests.document import addresses, document, words_of
from tests.texts import built_once, item, words

UNIT = {"kk": "КБ", "ru": "КБ", "en": "KB"}
SIZE = re.compile(r"\(\w+, [\d.,]+ \w+")
MOST_BYTES = 14_000


def offers(built, code):
    """The files that a page offers, with the words of the link to each."""
    for link in document(built.text(f"{code}/offline.html")).iter("a"):
        if "download" in link.attrib:
            yield resolved(link.get("href", ""), code), words_of(link)


@pytest.mark.parametrize("code", UNIT)
def test_the_sizes_on_the_page_are_those_of_the_files(offered, code):
    told = {path: SIZE.findall(words) for path, words in offers(offered, code)}
    formats = {path: path.rpartition(".")[2].upper() for path in told}
    sizes = {path: math.ceil((offered.output / path).stat().st_size / 1024) for path in told}
    expected = {p: [f"({formats[p]}, {size} {UNIT[code]}"] for p, size in sizes.items()}
    assert told == expected != {}


def test_the_page_offers_every_archive_in_the_language_of_its_reader(offered):
    found = [path.removeprefix("offline/") for path, _ in offers(offered, "ru")]
    sites = ["site_kk.zip", "site_ru.zip", "site_en.zip", "site.zim"]
    texts = [f"open-net/{name}-ru.html" for name in ("event", "letter", "first")]
    assert found == [*sites, "open-net.zip", "clean-air.zip", *texts, "clean-air/smog-en.html"]


def test_how_to_open_files_stands_last_and_is_led_to_at_the_top(offered):
    page = document(offered.text("en/offline.html"))
    main = next(page.iter("main"))
    parts = [part.get("id") for part in main.iter("section")]
    assert parts == ["part-sites", "part-campaigns", "part-texts", "part-how"]
    assert addresses(next(main.iter("header"))) == ["#part-how"]


def test_the_page_leads_to_the_program_that_opens_books(offered):
    assert '<a href="https://kiwix.org/">kiwix.org</a>' in offered.text("kk/offline.html")


def test_the_page_says_what_needs_the_internet_or_is_not_there(offered, homeless):
    needs = "such as those in other languages, need the internet."
    lacks = "and no links to pages that are not in the file"
    pages = [built.text("en/offline.html") for built in (offered, homeless)]
    assert [(needs in page, lacks in page) for page in pages] == [(True, False), (False, True)]


def test_a_text_of_another_language_says_so(offered):
    words = dict(offers(offered, "ru"))["offline/clean-air/smog-en.html"]
    assert words.endswith(" КБ, текст на английском языке)")


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
