"""Feeds from plain data."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, get_args
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from plugins.minber.feeds import Category, Entry, Feed, atom, json_feed, urn
from plugins.minber.pages.render import json_of
from plugins.minber.schema.facts import Outcome
from tests.feeds.subscribed import SCHEMA, parsed, tree
from tests.interface import INTERFACE
from tests.reading.snippets import SNIPPETS

SPACE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
DAY = datetime(2024, 3, 1, tzinfo=UTC)
ENTRY = Entry(
    id=urn(SPACE, "kk/c/a"),
    url="https://example.org/kk/c/a.html",
    title="Тақырып",
    summary="Түйін.",
    html="<p>Мәтін.</p>",
    published=DAY,
    updated=DAY,
    categories=(Category("net", "Желі"),),
)
FEED = Feed(
    id=urn(SPACE, "kk/feed.atom"),
    url="https://example.org/kk/feed.atom",
    page="https://example.org/kk/index.html",
    lang="kk",
    title="Мінбер",
    title_lang="kk",
    subtitle="Сөз мінбері",
    author="Мінбер",
    author_url="https://example.org/kk/index.html",
    entries=(ENTRY,),
)
Web = Annotated[str, msgspec.Meta(pattern="^https?://")]
Words = Annotated[str, msgspec.Meta(min_length=1)]


class Author(msgspec.Struct, forbid_unknown_fields=True):
    """JSON Feed 1.1: at least one of its fields."""

    name: Words
    url: Web


class Item(msgspec.Struct, forbid_unknown_fields=True):
    """JSON Feed 1.1: an id, and content as HTML or as text."""

    id: Words
    content_html: Words
    url: Web
    title: Words
    date_published: Annotated[datetime, msgspec.Meta(tz=True)]
    date_modified: Annotated[datetime, msgspec.Meta(tz=True)]
    language: Words
    summary: Words | msgspec.UnsetType = msgspec.UNSET
    tags: Annotated[list[Words], msgspec.Meta(min_length=1)] | msgspec.UnsetType = msgspec.UNSET


class Document(msgspec.Struct, forbid_unknown_fields=True):
    """JSON Feed 1.1: a version, a title and items; the rest as we promise it."""

    version: Annotated[str, msgspec.Meta(pattern=r"^https://jsonfeed\.org/version/1\.1$")]
    title: Words
    items: list[Item]
    home_page_url: Web
    feed_url: Web
    language: Words
    authors: Annotated[list[Author], msgspec.Meta(min_length=1)]
    description: Words | msgspec.UnsetType = msgspec.UNSET


def as_json(feed):
    return msgspec.json.decode(json_of(json_feed(feed)), type=Document)


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_the_json_feed_of_a_site_is_as_its_standard_says(placed, code):
    read = msgspec.json.decode(placed.text(f"{code}/feed.json"), type=Document)
    assert read.feed_url == f"https://example.org/a/{code}/feed.json"
    assert {item.language for item in read.items} == {code}


@pytest.mark.parametrize("feed", [FEED, replace(FEED, entries=(), subtitle="")], ids=["one", "no"])
def test_a_feed_with_and_without_entries_is_valid(feed):
    assert SCHEMA.validate(tree(atom(feed)))
    assert len(as_json(feed).items) == len(feed.entries)


def test_an_id_is_a_uuid_of_a_name():
    # RFC 9562, appendix A.4.
    assert urn(SPACE, "www.example.com") == "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2"


@given(st.uuids(), st.text(max_size=9))
def test_an_id_depends_on_the_namespace_and_on_the_name(space, name):
    assert UUID(urn(str(space), name)).version == 5
    assert urn(str(space), name) != urn(str(space), f"{name}x")


@pytest.mark.parametrize("text", SNIPPETS)
def test_hostile_words_come_out_as_they_were_given(text):
    entry = replace(ENTRY, title=text, summary=text, html=text, categories=(Category("net", text),))
    feed = replace(FEED, title=text, subtitle=text, author=text, entries=(entry,))
    root = tree(atom(feed))
    told = {element.tag.partition("}")[2]: element for element in root.iter()}
    assert SCHEMA.validate(root)
    assert {told[name].text for name in ("title", "subtitle", "name", "content")} == {text}
    assert told["category"].get("label") == text
    assert lxml_html.fromstring(f"<p>{told['summary'].text}</p>").text_content() == text
    assert as_json(feed).items[0].content_html == as_json(feed).title == text


def test_a_title_is_read_as_plain_words():
    [entry] = parsed(atom(replace(FEED, entries=(replace(ENTRY, title="a < b & c"),)))).entries
    assert (entry.title, entry.title_detail.type) == ("a < b & c", "text/plain")


@pytest.mark.parametrize("words", INTERFACE.values(), ids=INTERFACE)
def test_every_outcome_of_a_demand_has_a_title_of_its_own(words):
    titles = {words.filled(f"event.demand-{each}", demand="…") for each in get_args(Outcome)}
    assert len(titles) == len(get_args(Outcome))
