"""Words in a drawing."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.views.chart_labels import (
    NARROWEST,
    ROW,
    Box,
    Label,
    beside,
    in_rows,
    level,
    place,
)

WORD = "word"
HERE, ABOVE = Label(WORD, 50, 0, 60, "start"), Label(WORD, 50, 0, 30, "start")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Box(5, 5, 15, 15), True),
        (Box(2, 2, 3, 3), True),
        # An edge in common
        (Box(10, 0, 20, 10), False),
        (Box(0, 10, 10, 20), False),
        (Box(20, 20, 30, 30), False),
    ],
)
def test_boxes_meet_where_they_have_more_in_common_than_an_edge(other, expected):
    one = Box(0, 0, 10, 10)
    assert (one.meets(other), other.meets(one)) == (expected, expected)


@pytest.mark.parametrize(
    ("taken", "strokes", "expected"),
    [
        ([], [], HERE),
        ([HERE], [], ABOVE),
        ([HERE, ABOVE], [], None),
        # A stroke is worse than none, and better than two.
        ([], [level(57)], ABOVE),
        ([], [level(57), level(25), level(27)], HERE),
        ([ABOVE], [level(57)], HERE),
    ],
)
def test_a_label_stands_where_it_has_room_and_the_fewest_strokes(taken, strokes, expected):
    assert place([HERE, ABOVE], taken, strokes) == expected


@pytest.mark.parametrize("label", [Label(WORD, 0, 0, 20, "end"), Label(WORD, 99, 0, 20, "start")])
def test_no_label_leaves_the_drawing(label):
    assert place([label], []) is None


def rows_of(*points):
    placed = in_rows([(x, WORD) for x in points])
    top = min(label.y for label in placed.values())
    return [((placed[at].y - top) // ROW, placed[at].anchor) for at in sorted(placed)]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([1], [(0, "start")]),
        ([1, 50], [(0, "start"), (0, "start")]),
        ([1, 2], [(0, "start"), (1, "start")]),
        ([98, 99], [(1, "end"), (0, "end")]),
        ([1, 1, 99, 99], [(0, "start"), (1, "start"), (1, "end"), (0, "end")]),
    ],
)
def test_labels_of_close_strokes_stand_in_rows_that_no_stroke_crosses(points, expected):
    assert rows_of(*points) == expected


@given(st.lists(st.tuples(st.floats(1, 99), st.text("н", min_size=1, max_size=16)), max_size=6))
def test_words_of_up_to_half_the_width_have_room_whatever_their_places(points):
    placed = in_rows(sorted(points))
    boxes = [label.box() for label in placed.values()]
    assert len(placed) == len(points)
    assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []


@given(st.floats(0, 100), st.integers(NARROWEST, 2000), st.text("н", max_size=16))
def test_a_label_that_is_in_the_narrowest_drawing_is_in_every_wider_one(x, width, text):
    for label in beside(text, x, 20):
        if place([label], []):
            box = label.box(width)
            assert (box.left >= 0, box.right <= width) == (True, True)
