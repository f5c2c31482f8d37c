"""What other people's programs read of petitions: files of JSON and CSV."""

from __future__ import annotations

import csv
import io
from datetime import date

from plugins.minber.languages.dates import when_of
from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import Total, thresholds_with_days, total_of
from plugins.minber.library.model import Item
from plugins.minber.schema.tables import SIGNATURE_COLUMNS, SignatureRow
from plugins.minber.views import addresses
from plugins.minber.views.data_shapes import (
    AnswerData,
    CountData,
    DatesData,
    DemandData,
    EditionData,
    NamedData,
    PartData,
    PetitionData,
    PetitionsData,
    RouteData,
    ThresholdData,
    Words,
)
from plugins.minber.views.here import Here
from plugins.minber.views.items import demand_words


def petitions_data(here: Here) -> PetitionsData:
    """Every listed petition."""
    items = here.site.chosen.everything
    return PetitionsData(tuple(petition_data(here, i) for i in items if i.kind == "petition"))


def petition_data(here: Here, petition: Item) -> PetitionData:
    """A petition in all languages; `here` may be in any of them."""
    facts, registry = petition.facts, here.library.registry
    total = total_of(petition.signatures) if petition.is_listed else None
    return PetitionData(
        id=petition.key,
        state=here.site.chosen.states[petition.key] if petition.is_listed else "withdrawn",
        superseded_by=facts.superseded_by,
        goal=facts.goal,
        count=_count(total) if total else None,
        dates=_dates(petition),
        review_days=facts.review_days,
        answer=_answer(petition),
        thresholds=_thresholds(here, petition),
        demands=_demands(here, petition),
        addressees=tuple(NamedData(i, registry.bodies[i].names) for i in facts.addressees),
        started_by=tuple(NamedData(i, registry.organisations[i].names) for i in facts.started_by),
        routes=tuple(
            RouteData(
                kind=route.kind,
                platform=route.platform,
                url=route.url,
                login=route.login,
                blocked=route.blocked,
                checked=_day(route.checked),
            )
            for route in facts.routes
        ),
        original=petition.original.language,
        editions={code: _edition(here, petition, code) for code in _codes(here)},
        ledger=addresses.of_ledger(petition),
    )


def ledger_table(_: Here, petition: Item) -> str:
    """`data/<campaign>/<item>.csv`: the ledger by day, below the head that editors write.

    A withdrawn petition has no rows, as its page has no count.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(SIGNATURE_COLUMNS)
    rows = petition.signatures if petition.is_listed else ()
    for row in sorted(rows, key=_place_of):
        writer.writerow((row.date.iso, row.platform, row.count, row.kind, row.source or ""))
    return lines.getvalue()


def _place_of(row: SignatureRow) -> tuple[tuple[int, int, int], str, str]:
    return row.date.place, row.platform, row.kind


def _codes(here: Here) -> list[str]:
    return [language.code for language in here.library.languages]


def _edition(here: Here, petition: Item, code: str) -> EditionData:
    shown = petition.shown(code)
    path = addresses.of_item(petition, code)
    return EditionData(
        path=path,
        url=addresses.absolute(path, here.site.url) or None,
        badge=addresses.of_badge(petition, code),
        state=petition.state(code),
        shown=shown.language,
        title=shown.words.title,
        summary=shown.words.summary,
    )


def _count(total: Total) -> CountData:
    return CountData(
        total=total.count,
        over=total.is_over,
        as_of=total.as_of.iso,
        verified=total.verified,
        parts=tuple(
            PartData(
                platform=row.platform,
                kind=row.kind,
                count=row.number,
                over=row.is_over,
                as_of=row.date.iso,
                source=row.source,
            )
            for row in (*total.parts, *total.verified_parts)
        ),
    )


def _dates(petition: Item) -> DatesData:
    facts = petition.facts
    return DatesData(
        published=petition.published.iso,
        updated=_day(facts.updated),
        opens=_day(facts.opens),
        closes=_day(facts.closes),
        delivery_planned=_day(facts.delivery.planned),
        delivered=_day(facts.delivery.done),
        registered=_day(facts.registered),
        answer_due=_day(petition.due),
        answered=_day(facts.answer.date) if facts.answer else None,
        withdrawn=_day(facts.withdrawn),
    )


def _answer(petition: Item) -> AnswerData | None:
    answer = petition.facts.answer
    if answer is None:
        return None
    return AnswerData(date=answer.date.isoformat(), kind=answer.kind, document=answer.document)


def _thresholds(here: Here, petition: Item) -> tuple[ThresholdData, ...]:
    rows = petition.signatures if petition.is_listed else ()
    return tuple(
        ThresholdData(
            id=each.id,
            count=each.count,
            reached=_day(reached),
            text=_worded(here, petition, "thresholds", each.id),
        )
        for each, reached in thresholds_with_days(petition.facts, rows)
    )


def _demands(here: Here, petition: Item) -> tuple[DemandData, ...]:
    campaign = here.library.by_key[petition.campaign]
    return tuple(
        DemandData(
            id=id_,
            outcome=facts.outcome,
            decided=_day(facts.decided),
            evidence=facts.evidence,
            text={c: demand_words(campaign, id_, c, petition)[0] for c in _codes(here)},
        )
        for id_ in petition.facts.demands
        for facts in (campaign.facts.demands[id_],)
    )


def _worded(here: Here, item: Item, key: str, id_: str) -> Words:
    return {code: item.worded(code, key, id_)[0] for code in _codes(here)}


def _day(value: date | When | None) -> str | None:
    return None if value is None else when_of(value).iso
