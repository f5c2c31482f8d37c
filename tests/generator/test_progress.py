"""What takes long is shown while it lasts, to those who look."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from plugins.minber.generator import messages


@pytest.fixture
def shown(monkeypatch):
    """What a terminal shows of work that takes so many seconds a step."""

    def show(seconds, *, is_terminal=True):
        out = io.StringIO()
        monkeypatch.setattr(messages, "console", Console(file=out, force_terminal=is_terminal))
        clock = iter(range(0, 100 * seconds + 1, seconds) if seconds else [0] * 100)
        monkeypatch.setattr(time, "monotonic", lambda: next(clock))
        with messages.tracked() as track:
            track("Reading", 1, 4)
            track("Reading", 4, 4)
        return out.getvalue()

    return show


def test_work_of_more_than_a_second_has_one_bar(shown):
    text = shown(2)
    assert "25%" in text
    assert "100%" in text
    # The second step moves the bar that the first has drawn, on the same line.
    assert all(line.count("Reading") <= 1 for line in text.split("\x1b[2K"))


def test_work_of_less_than_a_second_has_none(shown):
    assert "Reading" not in shown(0)


def test_nothing_is_drawn_where_nobody_looks(shown):
    assert shown(2, is_terminal=False) == ""


@pytest.mark.parametrize(
    ("made", "told"),
    [(0, ""), (1, ", 1 picture made (0.5 a second)"), (9, ", 9 pictures made (4.5 a second)")],
)
def test_a_build_says_how_fast_new_pictures_were_made(made, told):
    assert messages.pictures_told(made, 2.0) == told
