"""Whatever was counted, it can be read in its picture."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import history
from plugins.minber.views.chart_labels import NARROWEST
from plugins.minber.views.chart_steps import PLOT
from tests.views.charted import (
    AnswerFacts,
    DeliveryFacts,
    ThresholdFacts,
    charted,
    corners,
    labels_of,
    ledger,
)

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


@given(ledgers())
def test_the_table_has_the_total_of_every_day(rows):
    chart = charted(rows)
    expected = {total.as_of: (total.count, total.is_over) for total in history(rows)}
    found = {row.when: (row.count, row.is_over) for row in chart.rows} if chart else expected
    assert found == expected
