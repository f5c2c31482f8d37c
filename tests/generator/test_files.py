"""Which files a site has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Build, write_files
from tests.texts import add_to_facts, item, words

LANGUAGES = ("kk", "ru", "en")
FILES = frozenset(
    ["404.html", "index.html", "robots.txt", "data/petitions.json"]
    + [f"data/open-net/first.{ending}" for ending in ("csv", "json")]
    + [f"{language}/open-net/first.svg" for language in LANGUAGES]
    + [
        f"{language}/{page}.html"
        for language in LANGUAGES
        for page in (
            "index",
            "all",
            "search",
            "about",
            "petitions",
            "statements",
            "news",
            "topics/internet",
            "open-net/index",
            "open-net/first",
            "open-net/letter",
            "open-net/event",
            "open-net/embed",
        )
    ]
)


def in_each_language(*pages: str) -> set[str]:
    return {f"{language}/{page}.html" for language in LANGUAGES for page in pages}


def test_a_site_has_a_page_for_everything_in_every_language(
    site: Callable[[str], Path], build: Build
) -> None:
    built = build(site("three-languages"))

    assert built.problems == ()
    assert built.files == sorted(FILES)


def add(*paths: tuple[str, str]) -> Callable[[Path], None]:
    files = {name: text for path, day in paths for name, text in item(path, day).items()}
    return lambda content: write_files(content, files)


def add_campaign(content: Path) -> None:
    add(("other", "2022-01-01"), ("other/news/note", "2022-01-02"))(content)


def set_facts(path: str, **keys: object) -> Callable[[Path], None]:
    return lambda content: add_to_facts(content / "campaigns" / path / "facts.yaml", **keys)


@pytest.mark.parametrize(
    ("change", "more"),
    [
        # lists by year, below the newest of their kind
        (add(("open-net/news/old", "2021-05-01")), {"news-2021", "open-net/old"}),
        (add(("open-net/news/older", "2019-05-01")), {"news-2019", "open-net/older"}),
        (
            add(("open-net/news/a", "2020-01-01"), ("open-net/news/b", "2021-12-31")),
            {"news-2020", "news-2021", "open-net/a", "open-net/b"},
        ),
        # a second campaign
        (add_campaign, {"other/index", "other/note"}),
        # a missing edition and a withdrawn item keep their addresses
        (lambda content: (content / "campaigns/open-net/news/event/ru.md").unlink(), set()),
        (set_facts("open-net/news/event", withdrawn="2022-04-01"), set()),
        # what is not public has none: a draft, the future, and all of a campaign that is a draft
        (add(("open-net/news/later", "2022-04-16")), set()),
        (
            lambda content: write_files(
                content, item("open-net/news/draft", draft=True, topics=["internet"])
            ),
            set(),
        ),
        (
            lambda content: write_files(
                content, {**item("other", draft=True), **item("other/news/note")}
            ),
            set(),
        ),
        # a page
        (lambda content: write_files(content, {"pages/help/en.md": words()}), {"help"}),
    ],
)
def test_content_decides_which_pages_there_are(
    site: Callable[[str], Path],
    build: Build,
    change: Callable[[Path], object],
    more: set[str],
) -> None:
    content = site("three-languages")
    change(content)
    built = build(content)

    assert built.problems == ()
    assert set(built.files) == FILES | in_each_language(*more)


def test_a_topic_has_a_page_when_an_item_has_it(site: Callable[[str], Path], build: Build) -> None:
    content = site("three-languages")
    with (content / "registry/topics.yaml").open("a", encoding="utf-8") as topics:
        topics.write("used: {kk: a, ru: b, en: c}\nidle: {kk: d, ru: e, en: f}\n")
    add_to_facts(content / "campaigns/open-net/news/event/facts.yaml", topics=["used"])

    assert set(build(content).files) == FILES | in_each_language("topics/used")


def test_an_alias_has_a_page_where_it_says(site: Callable[[str], Path], build: Build) -> None:
    content = site("three-languages")
    aliases = ["2021/old.html", "/kk/eski.html"]
    add_to_facts(content / "campaigns/open-net/news/event/facts.yaml", aliases=aliases)

    assert set(build(content).files) == FILES | {"2021/old.html", "kk/eski.html"}


def test_what_is_public_tomorrow_is_shown_with_drafts(
    site: Callable[[str], Path], build: Build
) -> None:
    content = site("three-languages")
    write_files(content, item("open-net/news/later", "2022-04-16"))
    write_files(content, item("open-net/news/draft", draft=True))

    assert set(build(content, WITH_DRAFTS=True).files) == FILES | in_each_language(
        "open-net/later", "open-net/draft"
    )


def test_security_txt_is_there_for_somebody_to_write_to(
    site: Callable[[str], Path], build: Build
) -> None:
    built = build(
        site("three-languages"),
        SECURITY_CONTACT="mailto:safe@example.org",
        SITEURL="https://example.org/a",
    )
    assert built.text(".well-known/security.txt") == (
        "Contact: mailto:safe@example.org\n"
        "Expires: 2023-04-01T00:00:00Z\n"
        "Preferred-Languages: kk, ru, en\n"
        "Canonical: https://example.org/a/.well-known/security.txt\n"
    )


def test_a_folder_of_content_may_have_any_name(site: Callable[[str], Path], build: Build) -> None:
    content = site("three-languages")
    assert set(build(content.rename(content.with_name("my texts"))).files) == FILES


def test_a_site_without_items_has_its_lists(tmp_path: Path, build: Build) -> None:
    write_files(tmp_path / "content", {"pages/about/en.md": words()})
    lists = in_each_language("index", "all", "search", "about", "petitions", "statements", "news")

    assert (
        set(build(tmp_path / "content").files)
        == {
            "404.html",
            "index.html",
            "robots.txt",
            "data/petitions.json",
        }
        | lists
    )
