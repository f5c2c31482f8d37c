"""Pictures of counts that tests make up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from plugins.minber.languages.when import When
from plugins.minber.library.timeline import petition_events
from plugins.minber.schema import facts, tables
from plugins.minber.views.chart import chart_of
from plugins.minber.views.here import Here
from tests.interface import INTERFACE

# To mypy a class of facts takes no keys, for its decorator has a name of ours.
PetitionFacts: Any = facts.PetitionFacts
ThresholdFacts: Any = facts.ThresholdFacts
DeliveryFacts: Any = facts.DeliveryFacts
AnswerFacts: Any = facts.AnswerFacts
SignatureRow: Any = tables.SignatureRow
TODAY = date(2022, 4, 15)


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
    """The picture of a petition with rows of counts and keys of facts; None where there is none."""
    site: Any = SimpleNamespace(words=INTERFACE, library=SimpleNamespace(today=today))
    petition: Any = Petition(rows, PetitionFacts(published=date(2021, 10, 1), **keys))
    here = Here(site, INTERFACE[code].language, f"{code}/open-net/first.html")
    return chart_of(here, petition, petition_events(petition, today))


def labels_of(chart):
    """All words of a drawing."""
    found = [*chart.marks, *(line.label for line in chart.lines), *chart.days]
    return [*found, chart.total] if chart.total else found


def texts(labels):
    """Their words with plain spaces."""
    return [" ".join(label.text.split()) for label in labels]


def corners(path):
    """The places of the steps in a path."""
    first, *later = re.findall(r"[MH](\d+)[ V](\d+)", path)
    return [(int(x), int(y)) for x, y in (first, *later)]
