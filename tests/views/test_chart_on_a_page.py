"""The picture of a count on the page of a petition."""

from __future__ import annotations

import re
from datetime import date, timedelta

import brotli
import pytest

from tests.conftest import write_files
from tests.document import document, with_class, words_of
from tests.texts import add_to_facts, built_once

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (f"{SVG}title", f"{SVG}desc")


def two_months(content):
    folder = content / "campaigns/open-net/petitions/first"
    days = [(date(2021, 10, 2) + timedelta(n), 400 + 83 * n + n * n % 61) for n in range(60)]
    lines = [f"{day},avaaz,{count}{'+' * (count % 2)},online," for day, count in days]
    table = "\n".join(["date,platform,count,kind,source", *lines]) + "\n"
    write_files(folder, {"signatures.csv": table})
    add_to_facts(folder / "facts.yaml", delivery={"done": "2021-12-02"})


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory)


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    return built_once(tmp_path_factory, two_months)


@pytest.fixture(params=["kk", "ru", "en"])
def code(request):
    return request.param


def section(page):
    return next(each for each in page.iter("section") if each.get("id") == "part-signatures")


@pytest.fixture
def signatures(built, code):
    return section(document(built.text(f"{code}/open-net/first.html")))


def test_the_picture_is_named_and_described(signatures, say, code, named):
    [picture] = [each for each in signatures.iter(f"{SVG}svg") if each.get("role") == "img"]
    known = {each.get("id"): words_of(each) for each in picture if each.tag in NAMES}
    ids = (picture.get("aria-labelledby") or "").split()
    first, last = date(2021, 10, 2), date(2021, 10, 10)
    values = {
        "first": named(code, "number", 400),
        "first_day": named(code, "date", first),
        "last": named(code, "number", 5320),
        "last_day": named(code, "date", last),
    }
    assert [known[id_] for id_ in ids] == [
        say(code, "chart.title"),
        say(code, "chart.description", **values),
    ]


def test_the_table_has_the_same_numbers(signatures, named, code):
    [table] = signatures.iter("table")
    rows = [[words_of(cell) for cell in row] for row in table.iter("tr")]
    days = [date(2021, 10, 2), date(2021, 10, 9), date(2021, 10, 10)]
    assert rows[1:] == [
        [named(code, "date", day), named(code, "number", count)]
        for day, count in zip(days, (400, 5200, 5320), strict=True)
    ]


def test_the_table_names_itself_its_columns_and_its_rows(signatures, say, code):
    [table] = signatures.iter("table")
    scopes = [head.get("scope") for head in table.iter("th")]
    captions = [words_of(each) for each in table.iter("caption")]
    assert (scopes, captions) == (["col", "col", "row", "row", "row"], [say(code, "chart.by-day")])


def test_a_short_table_is_open_and_a_long_one_waits(built, long):
    path = "en/open-net/first.html"
    found = [
        [each.get("open") for each in section(document(site.text(path))).iter("details")]
        for site in (built, long)
    ]
    assert found == [[""], [None]]


def test_what_a_plus_means_is_said_where_there_is_one(built, long, say):
    path = "ru/open-net/first.html"
    notes = [
        [words_of(each) for each in with_class(section(document(site.text(path))), "credit")]
        for site in (built, long)
    ]
    assert [say("ru", "chart.over") in each for each in notes] == [False, True]


def test_it_needs_no_style_of_its_own(signatures):
    assert [each for each in signatures.iter() if "style" in each.attrib] == []


def test_two_months_of_days_are_light(long, code):
    page = long.text(f"{code}/open-net/first.html")
    chart = re.search(r"<figure>\n<svg.*?</details>", page, re.DOTALL)
    assert chart
    without = page.replace(chart[0], "")
    assert weight(page) - weight(without) <= 2_500
    assert weight(chart[0]) <= 4_000


def weight(text):
    return len(brotli.compress(text.encode(), quality=11))
