"""A text is passed on by addresses that hold nothing but the text's own."""

from __future__ import annotations

from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from tests.content import NEWS, PETITION
from tests.document import document, words_of
from tests.texts import add_to_facts, built_once

URL = "https://example.org/site"
TITLES = {
    "open-net/index.html": {"kk": "Ашық желі", "ru": "Открытая сеть", "en": "Open net"},
    "open-net/first.html": {
        "kk": "Бірінші петиция",
        "ru": "Первая петиция",
        "en": "First petition",
    },
    "open-net/letter.html": {"kk": "Ашық хат", "ru": "Открытое письмо", "en": "Open letter"},
    "open-net/event.html": {"kk": "Оқиға", "ru": "Событие", "en": "An event"},
}


def change(content):
    (content / NEWS / "ru.md").unlink()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, change, SITEURL=URL)


def shared(built, path):
    """The section with the ways to pass a page on; None where there is none."""
    sections = document(built.text(path)).iter("section")
    return next((each for each in sections if each.get("id") == "part-share"), None)


def links_of(section):
    return [link.get("href", "") for link in section.iter("a")]


MISSING = "ru/open-net/event.html"
CASES = [
    (f"{code}/{path}", titles[shown], f"{shown}/{path}")
    for path, titles in TITLES.items()
    for code in titles
    for shown in ["kk" if f"{code}/{path}" == MISSING else code]
]


@pytest.mark.parametrize(("path", "title", "address"), CASES)
def test_a_page_is_passed_on_with_its_title_and_the_address_of_what_it_shows(
    built, path, title, address
):
    telegram, whatsapp, email = map(urlsplit, links_of(shared(built, path)))
    url = f"{URL}/{address}"
    assert (telegram.netloc, telegram.path) == ("t.me", "/share/url")
    assert parse_qs(telegram.query) == {"url": [url], "text": [title]}
    assert (whatsapp.netloc, whatsapp.path) == ("wa.me", "/")
    assert parse_qs(whatsapp.query) == {"text": [f"{title} {url}"]}
    assert (email.scheme, email.path) == ("mailto", "")
    assert dict(parse_qsl(email.query)) == {"subject": title, "body": f"{title}\r\n{url}"}


@pytest.mark.parametrize(("path", "title", "address"), CASES)
def test_the_address_can_be_copied_and_is_the_canonical_one(built, path, title, address):
    [field] = shared(built, path).iter("input")
    [canonical] = [
        link.get("href")
        for link in document(built.text(path)).iter("link")
        if link.get("rel") == "canonical"
    ]
    assert "readonly" in field.attrib
    assert field.get("value") == canonical == f"{URL}/{address}"


def test_the_field_has_a_label(built, say):
    [label] = shared(built, "kk/open-net/first.html").iter("label")
    assert words_of(label) == say("kk", "page.address")
    assert len(list(label.iter("input"))) == 1


def test_no_service_learns_from_which_page_a_reader_comes(built):
    metas = document(built.text("kk/open-net/first.html")).iter("meta")
    assert [m.get("content") for m in metas if m.get("name") == "referrer"] == ["no-referrer"]


@pytest.mark.parametrize(
    "path", ["kk/index.html", "kk/petitions.html", "kk/about.html", "404.html"]
)
def test_lists_and_pages_about_the_site_are_not_passed_on(built, path):
    assert shared(built, path) is None


def test_without_a_fixed_place_there_is_nothing_to_pass_on(tmp_path_factory):
    assert shared(built_once(tmp_path_factory), "kk/open-net/first.html") is None


def test_what_was_withdrawn_is_not_passed_on(tmp_path_factory):
    def withdraw(content):
        add_to_facts(content / PETITION / "facts.yaml", withdrawn="2022-04-01")

    withdrawn = built_once(tmp_path_factory, withdraw, SITEURL=URL)
    assert shared(withdrawn, "kk/open-net/first.html") is None
