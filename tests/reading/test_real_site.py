"""The pages of the repository's own content, read strictly."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import brotli
import pytest

from plugins.minber.pages.sheet import style_sheet
from tests.conftest import ROOT
from tests.document import addresses, by_language, document, headings, ids, with_class, words_of

LISTS = ("ul", "ol", "dl")
CYRILLIC = re.compile("[\u0400-\u052f]")
KAZAKH_ONLY = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")


@pytest.fixture(scope="module")
def texts(real_site):
    return {path: real_site.text(path) for path in real_site.files if path.endswith(".html")}


@pytest.fixture(scope="module")
def pages(texts):
    """The trees of all pages; raises where one of them is not valid."""
    return {path: document(text) for path, text in texts.items()}


def test_every_page_is_in_the_language_of_its_folder(pages):
    languages = {path: page.get("lang") for path, page in pages.items() if "/" in path}
    assert languages == {path: path.partition("/")[0] for path in languages}


def test_no_id_stands_twice_on_a_page(pages):
    doubled = {
        path: [id_ for id_, count in Counter(ids(page)).items() if count > 1]
        for path, page in pages.items()
    }
    assert [path for path, found in doubled.items() if found] == []


def test_every_page_has_one_first_heading_and_skips_no_level(pages):
    levels = {path: headings(page) for path, page in pages.items()}
    assert [path for path, found in levels.items() if found.count(1) != 1 or found[0] != 1] == []
    assert [
        (path, found)
        for path, found in levels.items()
        if any(b > a + 1 for a, b in pairwise(found))
    ] == []


def test_every_page_has_a_title_of_its_own_in_its_language(pages):
    titles = {path: words_of(next(page.iter("title"))) for path, page in pages.items()}
    for code in ("kk", "ru", "en"):
        own = [title for path, title in titles.items() if path.startswith(f"{code}/")]
        assert [title for title, count in Counter(own).items() if count > 1] == []
    assert [path for path, title in titles.items() if not title] == []


def test_every_link_is_relative_and_leads_to_a_file_or_is_of_the_web(real_site, pages):
    files = set(real_site.files)
    broken = [
        (path, link)
        for path, page in pages.items()
        for link in addresses(page)
        if not re.match(r"https?://|mailto:", link)
        and posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target(link, path))))
        not in files
    ]
    assert broken == []


def target(link, path):
    return urlsplit(link).path or posixpath.basename(path)


def test_every_link_within_ends_in_a_file_name(pages):
    names = {
        posixpath.basename(urlsplit(link).path)
        for page in pages.values()
        for link in addresses(page)
        if not re.match(r"https?://|mailto:", link)
    }
    endings = (".csv", ".html", ".jpg", ".json", ".pdf", ".png", ".svg")
    assert [name for name in names if name and not name.endswith(endings)] == []


def test_no_page_holds_an_absolute_address_of_itself(texts):
    pattern = re.compile(r'rel="canonical"|og:url|hreflang="x-default"|localhost|127\.0\.0\.1')
    assert [path for path, text in texts.items() if pattern.search(text)] == []


def test_nothing_of_this_machine_is_on_a_page(texts):
    canaries = [str(ROOT), str(ROOT.home())]
    assert [path for path, text in texts.items() if any(word in text for word in canaries)] == []


@pytest.mark.parametrize(
    ("language", "foreign"), [("en", CYRILLIC), ("ru", KAZAKH_ONLY)], ids=["en", "ru"]
)
def test_no_text_is_marked_as_another_language_than_it_is_in(pages, language, foreign):
    found = {
        text.strip()
        for page in pages.values()
        for code, text in by_language(page)
        if code == language and foreign.search(text)
    }
    assert found == set()


def test_every_name_in_the_switcher_is_in_its_own_language(pages):
    names = {
        (name.get("lang"), words_of(name))
        for page in pages.values()
        for switcher in with_class(page, "languages")
        for name in switcher.iter("span")
    }
    assert names == {("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")}


def test_every_switcher_leads_to_the_same_page_in_each_language(pages):
    for path, page in pages.items():
        for switcher in with_class(page, "languages"):
            leads_to = [
                posixpath.normpath(posixpath.join(posixpath.dirname(path), link.get("href", "")))
                for link in switcher.iter("a")
            ]
            rest = path.partition("/")[2]
            assert leads_to == [f"kk/{rest}", f"ru/{rest}", f"en/{rest}"]


def test_no_list_is_empty(pages):
    lists = [(path, el) for path, page in pages.items() for el in page.iter() if el.tag in LISTS]
    assert [path for path, each in lists if len(each) == 0] == []


def test_every_picture_has_words_and_a_size(pages):
    images = [image for page in pages.values() for image in page.iter("img")]
    assert [i.get("src") for i in images if not {"alt", "width", "height"} <= set(i.attrib)] == []


# Weight, as a host sends a page that it compressed beforehand


def compressed(text):
    return len(brotli.compress(text.encode(), quality=11))


def test_the_style_sheet_is_light():
    assert compressed(style_sheet(ROOT / "theme/css")) <= 3_000


def test_the_style_sheet_is_light_for_hosts_that_know_gzip_only():
    sheet = style_sheet(ROOT / "theme/css").encode()
    assert len(gzip.compress(sheet, compresslevel=9)) <= 3_000


def test_a_page_with_a_text_is_light(texts, pages):
    weights = {
        path: compressed(texts[path])
        for path, page in pages.items()
        for text in with_class(page, "text")
        if page_kind(path) == "item" and len(words_of(text)) <= 4_000
    }
    assert {path: weight for path, weight in weights.items() if weight > 7_000} == {}


def page_kind(path):
    """An item stands in a campaign's folder."""
    parts = path.split("/")
    return "item" if len(parts) == 3 and parts[2] != "index.html" else "other"


def test_every_page_fits_into_the_first_answer_of_a_host(texts):
    weights = {path: compressed(text) for path, text in texts.items()}
    assert {path: weight for path, weight in weights.items() if weight > 14_000} == {}
