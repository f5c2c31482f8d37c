"""Ids of interface words that are put together from values have words for every value."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from plugins.minber.ledger.state import STATES
from plugins.minber.library.timeline import _ORDER as EVENTS
from plugins.minber.schema import facts
from plugins.minber.schema.tables import SignatureRow
from plugins.minber.source.folders import FOLDER_OF_KIND
from plugins.minber.views.chart import MARKED
from plugins.minber.views.printables import KINDS_OF_DOCUMENTS
from tests.interface import INTERFACE

ROUTES = get_args(get_type_hints(facts.RouteFacts)["kind"])
ANSWERS = get_args(get_type_hints(facts.AnswerFacts)["kind"])
COUNTS = set(get_args(get_type_hints(SignatureRow)["kind"])) - {"verified"}
ORGANISATIONS = ("business", "international", "media", "ngo", "party", "union")
IDS = (
    [f"state.{state}" for state in STATES]
    + [f"outcome.{outcome}" for outcome in get_args(facts.Outcome)]
    + [f"{kind}.voice.{voice}" for kind in ("statement", "news") for voice in get_args(facts.Voice)]
    + [f"answer.{kind}" for kind in ANSWERS]
    + [f"kind.{kind}" for kind in ("campaign", "topic", *FOLDER_OF_KIND)]
    + [f"nav.{key}" for key in ("home", "all", "campaigns", *FOLDER_OF_KIND.values())]
    + [f"event.{kind}" for kind in EVENTS if kind not in FOLDER_OF_KIND]
    + [f"step.{key}" for key in ("opened", "closed", "delivered", "registered", "answered")]
    + [f"mark.{kind}" for kind in MARKED]
    + [f"outcomes.{outcome}" for outcome in get_args(facts.Outcome)]
    + [f"progress.{progress}" for progress in ("planned", "ahead", "begun", "now")]
    + [f"edition.{state}" for state in ("outdated", "machine", "missing")]
    + [f"route.{kind}{end}" for kind in ROUTES for end in ("", ".unnamed")]
    + [f"organisation.kind.{kind}" for kind in ORGANISATIONS]
    + [f"place.{kind}" for kind in {*ROUTES, *COUNTS} - {"online"}]
    + [f"print.{kind}" for kinds in KINDS_OF_DOCUMENTS.values() for kind in kinds]
)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_value_has_words(language):
    assert [key for key in sorted(IDS) if key not in INTERFACE[language].ids] == []
