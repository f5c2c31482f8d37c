"""An address leads where a reader thinks that it leads."""

from __future__ import annotations

import pytest

from plugins.minber.source.addresses import (
    address_fault,
    is_of,
    names_other_host,
    origin_of,
    resolved,
)

HOST = "must have a plain host: Latin letters (xn--… for others), no @ and no backslash"
WHOLE = "must be a whole web address"


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://example.org/a?b=1#c", ""),
        ("http://xn--80ak6aa92e.com/", ""),
        # not whole
        ("example.org", WHOLE),
        ("HTTPS:evil.example", WHOLE),
        ("https:///path", WHOLE),
        ("http://[::1", WHOLE),
        ("https://example.org/a b", WHOLE),
        ("ftp://example.org/", WHOLE),
        ("https://example.org:port/", WHOLE),
        ("https://example.org:443;script-src/", WHOLE),
        ("https://example.org:65536/", WHOLE),
        # another host than it seems
        ("https://evil.example\\@zakon.uchet.kz/", HOST),
        ("https://epetition.kz@evil.example/", HOST),
        ("https://аdilet.zan.kz/", HOST),
        # tells who shared it
        ("https://example.org/?utm_source=tg", "must not tell who shared it (utm_source)"),
        ("https://example.org/?a=1&fbclid=x", "must not tell who shared it (fbclid)"),
    ],
)
def test_what_is_wrong_with_an_address_is_said(url, fault):
    assert address_fault(url) == fault


@pytest.mark.parametrize(
    ("words", "is_other"),
    [
        ("epetition.kz", True),
        ("https://epetition.kz/petition", True),
        ("evil.example", False),
        ("www.evil.example", False),
        ("the petition", False),
        ("Kazakhstan. News", False),
    ],
)
def test_words_that_are_an_address_name_the_host(words, is_other):
    assert names_other_host(words, "https://evil.example/login") is is_other


def test_a_host_below_another_belongs_to_it():
    assert is_of("https://secure.avaaz.org/p", "https://www.avaaz.org/")
    assert is_of("https://avaaz.org/p", "https://secure.avaaz.org/")
    assert not is_of("https://notavaaz.org/p", "https://avaaz.org/")


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://Example.org/sign?to=https://evil.example/#x", "https://example.org"),
        ("HTTPS://example.org", "https://example.org"),
        ("https://www.example.org:8443/", "https://www.example.org:8443"),
        ("https://example.org:/", "https://example.org"),
        ("http://xn--80ak6aa92e.com/a", "http://xn--80ak6aa92e.com"),
    ],
)
def test_the_origin_of_an_address_is_its_scheme_host_and_port(url, origin):
    assert origin_of(url) == origin


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("b.html", "kk/a/b.html"),
        ("./b.html", "kk/a/b.html"),
        ("../index.html", "kk/index.html"),
        ("../../data/a.csv", "data/a.csv"),
        ("%D0%B6%20x.html", "kk/a/ж x.html"),
        ("../../../index.html", "../index.html"),
    ],
)
def test_a_relative_link_leads_from_the_folder_of_its_page(link, path):
    assert resolved(link, "kk/a") == path
