from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plugins.minber.ledger.deadline import Deadline, deadline_of
from plugins.minber.schema import facts as _facts

# To mypy a class of facts takes no keys, for its decorator has a name of ours.
kinds: Any = _facts
DUE = date(2024, 11, 27)


@pytest.mark.parametrize(
    ("today", "standing", "days"),
    [
        (date(2024, 11, 26), "ahead", 0),
        (date(2024, 11, 27), "today", 0),
        (date(2024, 11, 28), "overdue", 1),
        (date(2025, 11, 27), "overdue", 365),
    ],
)
def test_an_answer_is_overdue_from_the_day_after_it_was_due(today, standing, days):
    petition = kinds.PetitionFacts(published=date(2024, 10, 1))
    as_of = today if days else None
    assert deadline_of(petition, DUE, today) == Deadline(DUE, standing, days, as_of)


@pytest.mark.parametrize(
    ("answered", "standing", "days"),
    [
        (date(2024, 11, 26), "in-time", 0),
        (date(2024, 11, 27), "in-time", 0),
        (date(2024, 11, 28), "late", 1),
        (date(2024, 12, 27), "late", 30),
    ],
)
def test_an_answer_was_in_time_or_late_whatever_the_day_is_now(answered, standing, days):
    answer = kinds.AnswerFacts(date=answered, kind="refused")
    petition = kinds.PetitionFacts(published=date(2024, 10, 1), answer=answer)
    found = deadline_of(petition, DUE, date(2030, 1, 1))
    assert found == Deadline(DUE, standing, days, None)
