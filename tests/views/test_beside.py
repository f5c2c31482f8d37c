"""What stands beside a text: before and after it in its campaign, and related texts."""

from __future__ import annotations

import pytest

from plugins.minber.library.kin import MOST_RELATED
from tests.conftest import write_files
from tests.document import document, with_class, words_of
from tests.texts import built_once, item

NEWS = "open-net/news"


def campaign_of_many(content):
    """A second campaign, with topics; of each item the day and the topics."""
    registry = (content / "registry/topics.yaml").open("a", encoding="utf-8")
    with registry as topics:
        topics.writelines(f"{id_}: {{kk: {id_}, ru: {id_}, en: {id_}}}\n" for id_ in "abc")
    for slug, day, topics_, more in (
        ("one", "2020-01-01", "a", {}),
        ("two", "2020-02-01", "ab", {}),
        ("three", "2020-03-01", "", {}),
        ("four", "2020-04-01", "ab", {"related": ["many/three", "open-net/event"]}),
        ("five", "2020-05-01", "b", {}),
        ("six", "2020-06-01", "a", {}),
        ("gone", "2020-06-15", "ab", {"withdrawn": "2021-01-01"}),
        ("seven", "2020-07-01", "ab", {}),
        ("eight", "2020-08-01", "c", {"related": ["many/gone", "many/seven", "many/eight"]}),
        ("nine", "2020-09-01", "ab", {}),
    ):
        write_files(content, item(f"many/news/{slug}", day, topics=[*topics_], **more))
    write_files(content, item("many", "2019-01-01", related=["open-net/first"]))
    for slug, day, topics_ in (
        ("may", "2020-05-10", "a"),
        ("before", "2020-05-20", ""),
        ("june", "2020-06", "a"),
        ("after", "2020-07-01", ""),
        ("august", "2020-08-01", "a"),
    ):
        write_files(content, item(f"monthly/news/{slug}", day, topics=[*topics_]))
    write_files(content, item("monthly", "2020-01-01"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    site = built_once(tmp_path_factory, campaign_of_many)
    assert site.problems == ()
    return site


def related_in(built, path):
    return [
        words_of(link).removeprefix("Title of ")
        for teaser in with_class(document(built.text(path)), "teaser")
        for link in teaser.iter("a")
    ]


def ways_in(built, path):
    main = next(document(built.text(path)).iter("main"))
    return [words_of(line) for own in main if own.tag == "ul" for line in own.iter("li")]


@pytest.mark.parametrize(
    ("slug", "related"),
    [
        # The most topics in common come first, then the nearest in time; neighbours are not told
        # twice, nor is what was withdrawn.
        ("one", ["four", "six"]),
        ("two", ["four", "seven"]),
        ("seven", ["nine", "four"]),
        ("nine", ["seven", "four"]),
        # What the editors name comes first, even from another campaign.
        ("four", ["An event", "two"]),
        # The same holds of what they name, and of the text itself; a topic that no other has gives
        # none.
        ("eight", []),
        ("three", []),
    ],
)
def test_related_texts_stand_in_the_stated_order(built, slug, related):
    found = related_in(built, f"en/many/{slug}.html")
    assert found == related
    assert len(found) <= MOST_RELATED


def test_a_text_of_a_month_is_as_near_as_its_last_day(built):
    assert related_in(built, "en/monthly/june.html") == ["august", "may"]


@pytest.mark.parametrize(
    ("slug", "ways"),
    [
        ("one", ["Later: Title of two"]),
        ("six", ["Earlier: Title of five", "Later: Title of seven"]),
        ("nine", ["Earlier: Title of eight"]),
    ],
)
def test_a_text_leads_to_those_before_and_after_it_in_its_campaign(built, slug, ways):
    assert ways_in(built, f"en/many/{slug}.html") == ways


def test_beside_a_withdrawn_text_stands_nothing(built):
    assert ways_in(built, "en/many/gone.html") == []
    assert related_in(built, "en/many/gone.html") == []


def test_a_campaign_leads_to_what_it_names(built):
    assert related_in(built, "en/many/index.html")[-1] == "First petition"
