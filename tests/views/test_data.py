"""What other people's programs read: facts once, words and pages by language."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.texts import add_to_facts, built_once, replace_in

SIGNATURES = """date,platform,count,kind,source
2021-10-10,paper,120,paper,
2021-10-02,avaaz,400,online,https://example.org/a
2021-10-09,avaaz,5200+,online,https://example.org/b
2021-10-09,avaaz,300,verified,
"""


def counted_twice(content):
    """A petition with counts on paper and on a platform, and without words in English."""
    folder = content / "campaigns/open-net/petitions/first"
    (folder / "signatures.csv").write_text(SIGNATURES)
    (folder / "en.md").unlink()
    replace_in(content / "campaigns/open-net/news/event/en.md", "first/en.md", "first/")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, counted_twice, SITEURL="https://example.org")


@pytest.fixture(scope="module")
def petition(built):
    return json.loads(built.text("data/open-net/first.json"))


def test_counts_add_up_as_on_the_page(petition):
    count = petition["count"]
    assert {key: count[key] for key in ("total", "over", "as_of", "verified")} == {
        "total": 5320,
        "over": True,
        "as_of": "2021-10-10",
        "verified": 300,
    }


def test_parts_are_the_newest_of_each_platform_and_kind(petition):
    parts = [(p["platform"], p["kind"], p["count"]) for p in petition["count"]["parts"]]
    assert parts == [("avaaz", "online", 5200), ("paper", "paper", 120), ("avaaz", "verified", 300)]


def test_state_and_days_are_those_of_the_facts(petition):
    assert petition["state"] == "open"
    assert petition["dates"] == {
        "published": "2021-10-01",
        "updated": None,
        "opens": "2021-10-01",
        "closes": "2022-12-31",
        "delivery_planned": None,
        "delivered": None,
        "registered": None,
        "answer_due": None,
        "answered": None,
        "withdrawn": None,
    }


def test_the_day_by_which_an_answer_is_due_is_told(tmp_path_factory):
    def register(content):
        facts = content / "campaigns/open-net/petitions/first/facts.yaml"
        add_to_facts(facts, registered="2022-03-18", review_days=2)

    built = built_once(tmp_path_factory, register)
    petition = json.loads(built.text("data/open-net/first.json"))
    # Nauryz lies between.
    assert petition["dates"]["answer_due"] == "2022-03-25"
    assert petition["state"] == "awaiting"


def test_a_threshold_has_its_meaning_and_the_day_it_was_reached(petition):
    assert petition["thresholds"] == [
        {
            "id": "debate",
            "count": 5000,
            "reached": "2021-10-09",
            "text": {"kk": "Талқылау", "ru": "Обсуждение", "en": "Обсуждение"},
        }
    ]


def test_demands_have_their_outcomes_in_every_language(petition):
    [demand] = petition["demands"]
    assert (demand["id"], demand["outcome"]) == ("no-law", "open")
    assert demand["text"] == {
        "kk": "Заңды қабылдамау",
        "ru": "Не\u00a0принимать закон",
        "en": "Do not adopt the law",
    }


def test_editions_tell_what_stands_where(petition):
    assert petition["original"] == "ru"
    assert petition["editions"]["en"] == {
        "path": "en/open-net/first.html",
        "url": "https://example.org/en/open-net/first.html",
        "badge": "en/open-net/first.svg",
        "state": "missing",
        "shown": "ru",
        "title": "Первая петиция",
        "summary": "Не\u00a0принимайте закон.",
    }


def test_every_path_leads_to_a_file_of_the_site(built, petition):
    editions = petition["editions"].values()
    paths = {each[key] for each in editions for key in ("path", "badge")} | {petition["ledger"]}
    assert paths <= set(built.files)


def test_no_address_at_which_somebody_is_reached_is_told(built):
    assert "Almaty" not in built.text("data/open-net/first.json")


def test_all_petitions_stand_in_one_file(built, petition):
    assert json.loads(built.text("data/petitions.json")) == {"petitions": [petition]}


def test_the_ledger_comes_by_day_with_the_head_that_editors_write(built):
    rows = list(csv.reader(io.StringIO(built.text("data/open-net/first.csv"))))
    assert rows == [
        ["date", "platform", "count", "kind", "source"],
        ["2021-10-02", "avaaz", "400", "online", "https://example.org/a"],
        ["2021-10-09", "avaaz", "5200+", "online", "https://example.org/b"],
        ["2021-10-09", "avaaz", "300", "verified", ""],
        ["2021-10-10", "paper", "120", "paper", ""],
    ]


def test_a_withdrawn_petition_counts_no_more(tmp_path_factory):
    def withdraw(content):
        facts = content / "campaigns/open-net/petitions/first/facts.yaml"
        add_to_facts(facts, withdrawn="2022-04-01")

    built = built_once(tmp_path_factory, withdraw)
    petition = json.loads(built.text("data/open-net/first.json"))
    assert (petition["state"], petition["count"]) == ("withdrawn", None)
    assert [each["reached"] for each in petition["thresholds"]] == [None]
    assert built.text("data/open-net/first.csv") == "date,platform,count,kind,source\n"
    assert json.loads(built.text("data/petitions.json")) == {"petitions": []}


def test_without_a_fixed_place_no_address_is_absolute(tmp_path_factory):
    built = built_once(tmp_path_factory, lambda content: None)
    petition = json.loads(built.text("data/open-net/first.json"))
    assert [each["url"] for each in petition["editions"].values()] == [None, None, None]


def test_data_and_badges_can_be_left_out(tmp_path_factory):
    built = built_once(tmp_path_factory, lambda content: None, OPEN_DATA=False)
    assert built.problems == ()
    assert [path for path in built.files if path.endswith((".json", ".csv", ".svg"))] == []


def test_a_count_that_is_not_known_is_never_a_number(tmp_path_factory):
    def forget(content):
        (content / "campaigns/open-net/petitions/first/signatures.csv").unlink()

    petition = json.loads(built_once(tmp_path_factory, forget).text("data/open-net/first.json"))
    assert petition["count"] is None


def test_no_word_is_taken_for_markup(tmp_path_factory):
    def write(content):
        path = content / "campaigns/open-net/petitions/first/ru.md"
        replace_in(path, "Первая петиция", '"<b>Первая</b> & «\\"»"')

    built = built_once(tmp_path_factory, write)
    petition = json.loads(built.text("data/open-net/first.json"))
    assert petition["editions"]["ru"]["title"].startswith("<b>Первая</b> & ")
