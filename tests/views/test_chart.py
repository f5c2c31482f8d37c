"""The picture of a count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.settings import languages_from
from plugins.minber.languages.when import When
from plugins.minber.languages.words import read_words
from plugins.minber.ledger.counts import history
from plugins.minber.library.timeline import petition_events
from plugins.minber.schema import facts, tables
from plugins.minber.views.chart import BY_DAY, MARKED, chart_of
from plugins.minber.views.chart_labels import NARROWEST, in_rows
from plugins.minber.views.chart_steps import PLOT
from plugins.minber.views.here import Here
from tests.conftest import ROOT, write_files
from tests.document import document, with_class, words_of
from tests.languages.rows import LANGUAGES
from tests.texts import add_to_facts, built_once

# To mypy a class of facts takes no keys, for its decorator has a name of ours.
PetitionFacts: Any = facts.PetitionFacts
ThresholdFacts: Any = facts.ThresholdFacts
DeliveryFacts: Any = facts.DeliveryFacts
AnswerFacts: Any = facts.AnswerFacts
SignatureRow: Any = tables.SignatureRow
TODAY = date(2022, 4, 15)
SVG = "{http://www.w3.org/2000/svg}"
NAMES = (f"{SVG}title", f"{SVG}desc")
WORDS = {
    each.code: read_words(ROOT / "theme/translations" / f"{each.code}.po", each)
    for each in languages_from(LANGUAGES)
}


@dataclass
class Petition:
    """What of an item a chart is made of."""

    signatures: tuple[Any, ...]
    facts: Any
    key: str = "open-net/first"


def ledger(*totals, platform="avaaz", kind="online"):
    """Rows of one platform: days and totals."""
    return tuple(
        SignatureRow(date=When.parse(when), platform=platform, count=str(count), kind=kind)
        for when, count in totals
    )


def charted(rows, code="en", today=TODAY, **keys):
    site: Any = SimpleNamespace(words=WORDS, library=SimpleNamespace(today=today))
    petition: Any = Petition(rows, PetitionFacts(published=date(2021, 10, 1), **keys))
    here = Here(site, WORDS[code].language, f"{code}/open-net/first.html")
    return chart_of(here, petition, petition_events(petition, today))


def labels_of(chart):
    """All words of a drawing."""
    found = [*chart.marks, *(line.label for line in chart.lines), *chart.days]
    return [*found, chart.total] if chart.total else found


def texts(labels):
    return [" ".join(label.text.split()) for label in labels]


OCTOBER = ledger(("2021-10-02", 400), ("2021-10-06", 2600), ("2021-10-12", 5200))


# What is drawn


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ledger(("2021-10-02", 400)),
        # Two totals of one day, and of a month and its first day
        (*ledger(("2021-10-02", 400)), *ledger(("2021-10-02", 3), platform="paper", kind="paper")),
        ledger(("2021-10", 400), ("2021-10-01", 500)),
        # Of the second day only verified signatures are known.
        (*ledger(("2021-10-02", 400)), *ledger(("2021-10-03", 300), kind="verified")),
    ],
)
def test_there_is_no_picture_of_a_single_day(rows):
    assert charted(rows) is None


def test_totals_are_steps_from_the_first_to_the_newest():
    assert charted(OCTOBER).steps == "M10 138H402V75H990V0"


def test_a_month_stands_at_its_first_day():
    assert charted(ledger(("2021-10", 50), ("2021-10-11", 75), ("2021-10-21", 100))).steps == (
        charted(ledger(("2021-10-01", 50), ("2021-10-11", 75), ("2021-10-21", 100))).steps
    )


def test_ledgers_of_several_platforms_are_one_line():
    paper = ledger(("2021-10-12", 2000), platform="paper", kind="paper")
    assert texts([charted((*OCTOBER, *paper)).total]) == ["7,200"]


@pytest.mark.parametrize(
    ("code", "expected"), [("kk", "5 200+"), ("ru", "5 200+"), ("en", "5,200+")]
)
def test_the_newest_total_stands_at_the_end_as_the_language_writes_it(code, expected):
    rows = (*OCTOBER, *ledger(("2021-10-13", "5200+")))
    assert texts([charted(rows, code).total]) == [expected]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("kk", ["2021 ж. 2 қаз.", "2021 ж. 12 қаз."]),
        ("ru", ["2 окт. 2021 г.", "12 окт. 2021 г."]),
        ("en", ["2 Oct 2021", "12 Oct 2021"]),
    ],
)
def test_the_first_and_the_last_day_stand_below(code, expected):
    assert texts(charted(OCTOBER, code).days) == expected


def test_a_month_is_named_as_a_month():
    assert texts(charted(ledger(("2021-09", 5), ("2021-10", 9))).days) == ["Sept 2021", "Oct 2021"]


# Lines


def numbers_of(**keys):
    thresholds = tuple(ThresholdFacts(count=n, id=f"t{n}") for n in keys.pop("thresholds", ()))
    return texts(line.label for line in charted(OCTOBER, thresholds=thresholds, **keys).lines)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, []),
        ({"goal": 10_000, "thresholds": [5000]}, ["5,000", "goal: 10,000"]),
        # A goal that is a threshold too is one line.
        ({"goal": 5000, "thresholds": [5000]}, ["goal: 5,000"]),
        # The nearest that is ahead, however far, and what is not twice as far as the newest total
        ({"goal": 50_000, "thresholds": [20_000]}, ["20,000"]),
        ({"goal": 50_000}, ["goal: 50,000"]),
        ({"goal": 10_000, "thresholds": [6000, 11_000]}, ["6,000", "goal: 10,000"]),
    ],
)
def test_goal_and_thresholds_are_lines_with_their_numbers(keys, expected):
    assert numbers_of(**keys) == expected


def test_a_line_stands_at_the_height_of_its_number():
    chart = charted(OCTOBER, goal=10_400)
    (top, height), [goal] = chart.plot, chart.lines
    assert (goal.y - top, chart.end[1] - top, height) == (0, PLOT / 2, PLOT)


# Marks


def marks_of(code="en", **keys):
    return texts(charted(OCTOBER, code, **keys).marks)


def test_events_have_marks_in_the_order_of_time():
    assert marks_of(
        opens=When(2021, 10, 1),
        closes=date(2021, 10, 9),
        delivery=DeliveryFacts(done=date(2021, 10, 10)),
        registered=date(2021, 10, 11),
        answer=AnswerFacts(date=date(2021, 10, 20), kind="refused"),
    ) == ["opened", "closed", "delivered", "registered", "answer"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(8, ["last day"]), (9, ["last day"]), (10, ["closed"])],
)
def test_the_last_day_to_sign_is_no_end_before_it_is_over(day, expected):
    today = date(2021, 10, day)
    rows = ledger(("2021-10-02", 400), ("2021-10-06", 2600))
    chart = charted(rows, today=today, closes=date(2021, 10, 9))
    assert texts(chart.marks) == expected


@pytest.mark.parametrize(
    ("opens", "expected"),
    [
        (When(2021, 9, 22), ["opened"]),
        (When(2021, 9, 21), []),
        (When(2021, 10), ["opened"]),
    ],
)
def test_an_event_far_from_all_totals_does_not_press_them_to_one_side(opens, expected):
    assert marks_of(opens=opens) == expected


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", MARKED)
def test_the_words_of_a_mark_have_room_wherever_it_stands(code, kind):
    assert list(in_rows([(50.0, WORDS[code].gettext(f"mark.{kind}"))])) == [0]


def test_a_plan_has_no_mark():
    assert marks_of(delivery=DeliveryFacts(planned=date(2021, 10, 10))) == []


# Any ledger


DAYS = st.dates(date(2021, 8, 1), date(2022, 4, 15))
WHENS = st.one_of(DAYS.map(When.of), DAYS.map(lambda day: When(day.year, day.month)))
NUMBERS = st.integers(0, 10**9 - 1) | st.integers(0, 2000)


@st.composite
def ledgers(draw):
    days = sorted(draw(st.lists(WHENS, min_size=2, max_size=40, unique=True)))
    counts = sorted(draw(st.lists(NUMBERS, min_size=len(days), max_size=len(days))))
    ends = draw(st.lists(st.sampled_from(["", "+"]), min_size=len(days), max_size=len(days)))
    return ledger(*((f"{w}", f"{n}{end}") for w, n, end in zip(days, counts, ends, strict=True)))


@st.composite
def keys_of_facts(draw):
    counts = draw(st.lists(st.integers(1, 10**9 - 1), max_size=8, unique=True))
    maybe = draw(st.none() | st.dates(date(2021, 8, 1), date(2022, 12, 31)))
    answered = draw(st.none() | DAYS)
    return {
        "goal": draw(st.none() | st.integers(1, 10**9 - 1)),
        "thresholds": tuple(ThresholdFacts(count=n, id=f"t{n}") for n in counts),
        "opens": draw(st.none() | WHENS),
        "closes": maybe,
        "delivery": DeliveryFacts(done=draw(st.none() | DAYS)),
        "registered": draw(st.none() | DAYS),
        "answer": AnswerFacts(date=answered, kind="partly") if answered else None,
    }


@given(ledgers(), keys_of_facts(), st.sampled_from(["kk", "ru", "en"]))
def test_words_lie_apart_within_the_drawing_at_every_width(rows, keys, code):
    chart = charted(rows, code, **keys)
    labels = labels_of(chart) if chart else []
    for width in (NARROWEST, 400, 656):
        boxes = [label.box(width) for label in labels]
        assert [b for b in boxes if b.left < 0 or b.right > width] == []
        assert [b for b in boxes if b.top < 0 or b.bottom > chart.height] == []
        assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []


@given(ledgers())
def test_every_total_that_can_be_seen_has_its_height(rows):
    chart = charted(rows)
    if chart is None:
        return
    totals = {total.as_of.first_day: total.count for total in history(rows)}
    span, highest = (max(totals) - min(totals)).days, max(*totals.values(), 1)
    columns = {
        round(10 + 980 * (day - min(totals)).days / span): count for day, count in totals.items()
    }
    for x, count in columns.items():
        height = next(y for at, y in reversed(corners(chart.steps)) if at <= x)
        assert abs(PLOT - height - PLOT * count / highest) <= 1 / 2


def corners(path):
    first, *later = re.findall(r"[MH](\d+)[ V](\d+)", path)
    return [(int(x), int(y)) for x, y in (first, *later)]


@given(ledgers())
def test_the_table_has_the_total_of_every_day(rows):
    chart = charted(rows)
    expected = {total.as_of: (total.count, total.is_over) for total in history(rows)}
    found = {row.when: (row.count, row.is_over) for row in chart.rows} if chart else expected
    assert found == expected


# Long ledgers


def daily(days, first=date(2019, 1, 1), step=7):
    return ledger(*((f"{first + timedelta(n)}", 10 + step * n) for n in range(days)))


def test_a_table_of_two_months_has_every_day():
    chart = charted(daily(BY_DAY))
    assert (len(chart.rows), chart.is_by_month) == (BY_DAY, False)


def test_a_longer_table_has_the_newest_total_of_each_month():
    chart = charted(daily(BY_DAY + 1))
    whens = [f"{row.when}" for row in chart.rows]
    assert (whens, chart.is_by_month) == (["2019-01-31", "2019-02-28", "2019-03-04"], True)


def test_steps_that_cannot_be_seen_are_not_drawn():
    assert len(corners(charted(daily(1000)).steps)) <= PLOT + 2


# On the page


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
