"""What was read once is kept as JSON, and comes back without what only checks it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from datetime import UTC
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.minber.languages.when import When
from plugins.minber.schema import facts, registry, words
from plugins.minber.schema.days import Moment
from plugins.minber.schema.tables import SignatoryRow, SignatureRow
from tests.conftest import ROOT

INNER = (
    *(facts.PictureFacts, facts.SourceFacts, facts.DemandFacts, facts.StageFacts),
    *(facts.ThresholdFacts, facts.DeliveryFacts, facts.AnswerFacts, facts.RouteFacts),
    *(registry.CountRule, words.QuestionWords),
)
ENTRIES = tuple(registry.ENTRY_OF_REGISTER.values())
READ: set[Any] = {*facts.FACTS_OF_KIND.values(), *words.WORDS_OF_KIND.values()}
KINDS = sorted(READ | {*ENTRIES, SignatureRow, SignatoryRow}, key=lambda kind: kind.__name__)


def whole(kind):
    """Instances with a value for each key."""
    return st.builds(kind, **{field.name: ... for field in fields(kind)})


WHENS = st.dates().map(When.of) | st.dates().map(lambda day: When(day.year, day.month))
st.register_type_strategy(When, WHENS)
st.register_type_strategy(
    Moment, st.builds(Moment, WHENS, st.none() | st.datetimes(timezones=st.just(UTC)))
)
for kind in (*INNER, *ENTRIES):
    st.register_type_strategy(kind, whole(kind))


def back(value):
    return msgspec.json.decode(msgspec.json.encode(value), type=type(value))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20)
@given(st.data())
def test_what_is_kept_comes_back_unchanged(kind, data):
    value = data.draw(whole(kind))
    assert back(value) == value


@settings(max_examples=20)
@given(
    st.fixed_dictionaries(
        {
            name: st.dictionaries(st.text(), whole(kind), max_size=3)
            for name, kind in registry.ENTRY_OF_REGISTER.items()
        }
    )
)
def test_a_registry_comes_back_unchanged(registers):
    value = registry.Registry(**registers)
    assert back(value) == value


def test_what_is_kept_is_loaded_without_what_reads_and_checks_files():
    code = "import sys, plugins.minber.schema.records; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert {"pydantic", "pydantic_core", "yaml"} & {*found.stdout.decode().split()} == set()
