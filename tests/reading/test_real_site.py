"""The pages of the repository's own content, read strictly."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import ROOT
from tests.document import addresses, document, headings, ids, with_class, words_of

LISTS = ("ul", "ol", "dl")


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
