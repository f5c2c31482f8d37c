"""Lists by kind and year, of topics, and of all texts."""

from __future__ import annotations

import pytest

from tests.conftest import write_files
from tests.document import document, with_class, words_of
from tests.texts import built_once, facts, item, words


def several_years(content):
    for slug, day in [("a", "2020-12-31"), ("b", "2021-01-01"), ("c", "2021-06-01")]:
        write_files(content, item(f"open-net/news/{slug}", day))
    # Nothing tells that this one has ended; it is to be found in the first list.
    way = [{"kind": "platform", "url": "https://example.org/sign"}]
    write_files(content, item("open-net/petitions/open", "2019-01-01", routes=way))
    write_files(content, item("open-net/petitions/old", "2019-02-01", closes="2019-03-01"))
    write_files(content, item("second", "2018-01-01"))
    write_files(content, item("second/news/d", "2022-04-15"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, several_years)


@pytest.fixture(scope="module")
def titles(built):
    def found(path):
        return [
            words_of(link)
            for teaser in with_class(document(built.text(path)), "teaser")
            for heading in teaser
            if heading.tag in ("h2", "h3")
            for link in heading.iter("a")
        ]

    return found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en/news.html", ["Title of d", "An event"]),
        ("en/news-2021.html", ["Title of c", "Title of b"]),
        ("en/news-2020.html", ["Title of a"]),
        ("en/petitions.html", ["First petition", "Title of open"]),
        ("en/petitions-2019.html", ["Title of open", "Title of old"]),
        ("en/statements.html", ["Open letter"]),
    ],
)
def test_a_list_has_what_appeared_in_its_year_newest_first(titles, path, expected):
    assert titles(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "en/news.html",
            [
                ("2022 (2)", "news.html", "page"),
                ("2021 (2)", "news-2021.html", None),
                ("2020 (1)", "news-2020.html", None),
            ],
        ),
        (
            "kk/news-2021.html",
            [
                ("2022 (2)", "news.html", None),
                ("2021 (2)", "news-2021.html", "page"),
                ("2020 (1)", "news-2020.html", None),
            ],
        ),
        ("en/statements.html", []),
    ],
)
def test_a_list_leads_to_the_other_years(built, path, expected):
    years = [
        (words_of(link), link.get("href"), link.get("aria-current"))
        for nav in with_class(document(built.text(path)), "years")
        for link in nav.iter("a")
    ]
    assert years == expected


def test_a_new_text_touches_no_list_of_an_earlier_year(tmp_path_factory, built):
    def with_one_more(content):
        several_years(content)
        write_files(content, item("open-net/news/new", "2022-04-15"))

    changed = built_once(tmp_path_factory, with_one_more)
    path = "en/news-2020.html"
    assert changed.text(path).replace(">2022 <small>(3)", ">2022 <small>(2)") == built.text(path)


def test_where_there_are_several_campaigns_items_name_theirs(built):
    teasers = with_class(document(built.text("en/news.html")), "teaser")
    names = [words_of(each) for teaser in teasers for each in with_class(teaser, "credit")]
    assert names == ["Title of second", "Open net"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        # ә follows а, і follows ы: not the order of the code points
        ("kk", ["Ана", "Әке", "Жол", "Ізгі"]),
        ("ru", ["Еда", "Ёлка", "Жена", "Яма"]),
        ("en", ["Ant", "bee", "Cat", "dog"]),
    ],
)
def test_all_texts_stand_in_the_alphabetical_order_of_the_language(
    tmp_path, build, language, expected
):
    write_files(tmp_path / "content", item("camp"))
    for number, title in enumerate(reversed(expected)):
        folder = f"campaigns/camp/news/n{number}"
        files = {f"{folder}/facts.yaml": facts(), f"{folder}/{language}.md": words(title)}
        write_files(tmp_path / "content", files)
    page = document(build(tmp_path / "content").text(f"{language}/all.html"))
    found = [words_of(link) for letter in with_class(page, "letter") for link in letter.iter("a")]
    assert [title for title in found if title in expected] == expected


def test_a_list_without_items_says_so(tmp_path, build, say):
    write_files(tmp_path / "content", {"pages/about/kk.md": words()})
    [main] = document(build(tmp_path / "content").text("kk/news.html")).iter("main")
    assert [words_of(each) for each in main.iter("p")] == [say("kk", "list.empty")]


def test_a_topic_has_its_texts_by_year_with_counts_and_names_the_other_topics_with_theirs(
    tmp_path_factory,
):
    def change(content):
        with (content / "registry/topics.yaml").open("a", encoding="utf-8") as topics:
            topics.writelines(f"{id_}: {{kk: {id_}, ru: {id_}, en: {id_}}}\n" for id_ in "abc")
        days = {"x": "2020-05-01", "y": "2020-06-01", "z": "2022-01-01"}
        for slug, day in days.items():
            write_files(content, item(f"open-net/news/{slug}", day, topics=["a"]))
        write_files(content, item("open-net/news/v", "2022-02-01", topics=["b"]))

    built = built_once(tmp_path_factory, change)
    assert built.problems == ()
    page = document(built.text("kk/topics/a.html"))
    main = next(page.iter("main"))
    years = [words_of(each) for each in with_class(page, "years")[0].iter("a")]
    assert years == ["2022 (1)", "2020 (2)"]
    assert [words_of(each) for each in main.iter("h2")][:2] == ["2022", "2020"]
    titles = [words_of(each) for each in main.iter("h3")]
    assert titles == ["Title of z", "Title of y", "Title of x"]
    others = [words_of(each) for links in with_class(page, "links") for each in links.iter("li")]
    assert "b (1)" in others
    assert "a (3)" not in others
    everything = document(built.text("en/all.html"))
    topics = [words_of(e) for links in with_class(everything, "links") for e in links.iter("li")]
    assert {"a (3)", "b (1)"} <= set(topics)


def test_a_topic_of_one_year_needs_no_way_to_years(built):
    assert with_class(document(built.text("en/topics/internet.html")), "years") == []
