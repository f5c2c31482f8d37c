"""A petition on three platforms and on paper: whatever shows its numbers shows the same."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from tests.conftest import SITES, build_site
from tests.document import document, with_class, words_of
from tests.documents.documents import words_in

PAGE = "open-net/first"
TOTAL, VERIFIED = 38_411 + 12_001 + 4_900 + 3_007, 31_002
REVIEWED = date(2022, 1, 20)
LANGUAGES = ("kk", "ru", "en")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    output = tmp_path_factory.mktemp("in-full") / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1650000000")
        found = build_site(
            SITES / "in-full/content", output, SITEURL="https://example.org", PAPER=True
        )
    assert found.problems == ()
    return found


@pytest.fixture(scope="module")
def data(built):
    return json.loads(built.text(f"data/{PAGE}.json"))


@pytest.fixture
def page(built, language):
    return document(built.text(f"{language}/{PAGE}.html"))


@pytest.fixture
def total(named, language):
    return named(language, "number", TOTAL)


def test_the_data_add_up_the_newest_rows(data):
    count = data["count"]
    assert (count["total"], count["verified"], count["as_of"]) == (TOTAL, VERIFIED, "2022-03-30")


def test_the_rows_of_the_ledger_add_up_to_the_total_of_the_data(built, data):
    rows = [line.split(",") for line in built.text(f"data/{PAGE}.csv").splitlines()[1:]]
    newest = {(platform, kind): int(count.rstrip("+")) for _, platform, count, kind, _ in rows}
    added = sum(count for (_, kind), count in newest.items() if kind != "verified")
    assert added == data["count"]["total"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_of_the_page_says_the_total(page, total):
    panel = with_class(page, "total")[0]
    assert [words_of(figure) for figure in panel.iter("b")] == [total]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_on_the_page_are_those_of_the_data(page, data, named, language):
    shown = " ".join(words_of(each) for each in with_class(page, "parts"))
    for part in data["count"]["parts"]:
        assert named(language, "number", part["count"]) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_and_its_table_end_with_the_total(page, total):
    [text] = [each for each in page.iter() if each.get("id") == "part-chart-text"]
    assert total in words_of(text)
    assert words_of([*page.iter("tr")][-1]).endswith(total)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_badge_says_the_total(built, total, language):
    assert total in " ".join(built.text(f"{language}/{PAGE}.svg").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_on_paper_says_the_total(built, total, language):
    words = words_in((built.output / f"{language}/{PAGE}-letter.pdf").read_bytes())
    assert total in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_say_the_total(built, total, language):
    page = document(built.text(f"{language}/petitions.html"))
    assert [total in words_of(each) for each in with_class(page, "total")] == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_threshold_was_reached_on_one_day_wherever_it_is_told(page, data, named, language):
    day = named(language, "date", REVIEWED)
    [threshold] = [each for each in data["thresholds"] if each["id"] == "review"]
    shown = " ".join(words_of(each) for each in with_class(page, "parts"))
    [event] = [
        each
        for timeline in with_class(page, "timeline")
        for each in timeline
        if threshold["text"][language] in words_of(each)
    ]
    assert threshold["reached"] == REVIEWED.isoformat()
    assert re.search(rf"50.000 .*{re.escape(day)}", shown)
    assert words_of(event).startswith(day)
