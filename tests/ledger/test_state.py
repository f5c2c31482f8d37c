from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.when import When
from plugins.minber.ledger.state import STATES, Stage, stages, state_of
from plugins.minber.schema import facts as _facts

# To mypy a class of facts takes no keys, for its decorator has a name of ours.
kinds: Any = _facts
TODAY = date(2022, 4, 15)
BEFORE, AFTER = TODAY - timedelta(1), TODAY + timedelta(1)
ANSWER = kinds.AnswerFacts(date=BEFORE, kind="partly")
OPEN = {
    "routes": (kinds.RouteFacts(kind="platform", platform="avaaz", url="https://avaaz.example/"),)
}
WITHOUT_ADDRESS = {"routes": (kinds.RouteFacts(kind="platform", platform="avaaz"),)}


def petition(**keys):
    return kinds.PetitionFacts(published=date(2021, 10, 1), **keys)


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ({}, "unlisted"),
        (OPEN, "open"),
        (WITHOUT_ADDRESS, "unlisted"),
        # opening
        ({**OPEN, "opens": When.of(AFTER)}, "upcoming"),
        ({**OPEN, "opens": When.of(TODAY)}, "open"),
        ({**OPEN, "opens": When(2022, 4)}, "open"),
        # the last day is a day on which one can sign
        ({**OPEN, "closes": TODAY}, "open"),
        ({**OPEN, "closes": BEFORE}, "closed"),
        # a plan to deliver ends nothing
        ({**OPEN, "delivery": kinds.DeliveryFacts(planned=BEFORE)}, "open"),
        # on its way
        ({**OPEN, "delivery": kinds.DeliveryFacts(done=BEFORE)}, "delivered"),
        ({**OPEN, "delivery": kinds.DeliveryFacts(done=BEFORE), "registered": BEFORE}, "awaiting"),
        ({**OPEN, "registered": BEFORE, "answer": ANSWER}, "answered"),
        ({**OPEN, "superseded_by": "net/second"}, "superseded"),
    ],
)  # fmt: skip
def test_the_state_follows_from_the_facts_and_the_day(keys, state):
    assert state_of(petition(**keys), TODAY, is_decided=False) == state


def test_a_petition_whose_demands_are_decided_calls_nobody_to_sign():
    assert state_of(petition(**OPEN), TODAY, is_decided=True) == "decided"


DAYS = st.none() | st.dates(date(2022, 1, 1), date(2022, 12, 31))


@st.composite
def petitions(draw):
    answered = draw(DAYS)
    return petition(
        opens=(opens := draw(DAYS)) and When.of(opens),
        closes=draw(DAYS),
        delivery=kinds.DeliveryFacts(planned=draw(DAYS), done=draw(DAYS)),
        registered=draw(DAYS),
        answer=kinds.AnswerFacts(date=answered, kind="partly") if answered else None,
        **draw(st.sampled_from([{}, OPEN])),
    )


@given(petitions(), st.dates(date(2022, 1, 1), date(2022, 12, 31)), st.booleans())
def test_every_petition_has_a_state_on_every_day(facts, today, is_decided):
    assert state_of(facts, today, is_decided=is_decided) in STATES


AHEAD = ("upcoming", "open", "closed")


@given(petitions(), st.dates(date(2022, 1, 1), date(2022, 12, 30)))
def test_no_petition_goes_back_from_one_day_to_the_next(facts, today):
    states = [state_of(facts, day, is_decided=False) for day in (today, today + timedelta(1))]
    places = [AHEAD.index(state) if state in AHEAD else -1 for state in states]
    assert states[0] == states[1] or places[0] <= places[1] or states[1] == "unlisted"


@given(petitions(), st.dates(date(2022, 1, 1), date(2022, 12, 31)))
def test_the_way_of_a_petition_leads_from_its_opening_to_the_answer(facts, today):
    state = state_of(facts, today, is_decided=False)
    keys = [stage.key for stage in stages(facts, state, today)]
    assert keys[0] == "opened"
    assert (keys[-1] == "answered") == (state not in ("closed", "superseded"))


def test_the_answer_is_planned_for_the_day_on_which_it_is_due():
    facts = petition(registered=BEFORE)
    for today in (TODAY, AFTER):
        *_, answer = stages(facts, "awaiting", today, due=TODAY)
        assert answer == Stage("answered", When.of(TODAY), "planned")


def test_an_answer_has_its_own_day_whenever_it_was_due():
    facts = petition(registered=BEFORE, answer=ANSWER)
    *_, answer = stages(facts, "answered", TODAY, due=AFTER)
    assert answer == Stage("answered", When.of(BEFORE), "done")


@pytest.mark.parametrize(
    ("keys", "way"),
    [
        (OPEN, ["opened now", "delivered ahead", "answered ahead"]),
        (
            {**OPEN, "closes": AFTER, "delivery": kinds.DeliveryFacts(planned=AFTER)},
            ["opened now", "closed planned", "delivered planned", "answered ahead"],
        ),
        (
            {"closes": BEFORE, "delivery": kinds.DeliveryFacts(done=BEFORE), "registered": BEFORE},
            ["opened done", "closed done", "delivered done", "registered done", "answered now"],
        ),
    ],
)
def test_each_step_of_the_way_is_done_or_ahead(keys, way):
    facts = petition(**keys)
    state = state_of(facts, TODAY, is_decided=False)
    assert [f"{stage.key} {stage.progress}" for stage in stages(facts, state, TODAY)] == way


@pytest.mark.parametrize(
    ("state", "keys", "is_signed", "progress"),
    [
        ("unlisted", {}, False, ["ahead"]),
        ("unlisted", {}, True, ["begun"]),
        ("unlisted", {"opens": When.of(BEFORE)}, False, ["begun"]),
        # What nobody knows to have begun is no step of what is over.
        ("decided", {}, False, []),
        ("decided", {}, True, ["done"]),
        ("decided", {"opens": When.of(BEFORE)}, False, ["done"]),
    ],
)
def test_where_no_day_is_known_signatures_tell_that_they_were_collected(
    state, keys, is_signed, progress
):
    way = stages(petition(**keys), state, TODAY, is_signed=is_signed)
    assert [stage.progress for stage in way if stage.key == "opened"] == progress
