from __future__ import annotations

from datetime import date

from plugins.minber.library.timeline import campaign_timeline, petition_timeline
from tests.content import NEWS, PETITION, add, edit, opened

TODAY = date(2022, 4, 15)


def timeline(content):
    [campaign] = opened(content).library.campaigns
    return [(each.when.iso, each.kind) for each in campaign_timeline(campaign, TODAY)]


def test_a_campaign_has_one_line_of_items_counts_and_stages_newest_first(site):
    assert timeline(site("three-languages")) == [
        ("2022-03-10", "news"),
        ("2022-03-09", "bill"),
        ("2022-01-10", "statement"),
        ("2021-10-09", "threshold"),
        ("2021-10-02", "signatures"),
        ("2021-10-01", "petition"),
        ("2021-09-15", "bill"),
    ]


def test_what_was_withdrawn_is_in_no_timeline(site):
    content = site("three-languages")
    add(content, f"{NEWS}/facts.yaml", "withdrawn: 2022-04-01\n")
    assert ("2022-03-10", "news") not in timeline(content)


def test_the_newest_stage_of_a_bill_is_the_one_that_counts(site):
    [campaign] = opened(site("three-languages")).library.campaigns
    stages = [each for each in campaign_timeline(campaign, TODAY) if each.kind == "bill"]
    assert [stage.is_key for stage in stages] == [True, False]


def test_a_petition_has_its_own_events_newest_first(site):
    content = site("three-languages")
    edit(
        content,
        f"{PETITION}/facts.yaml",
        ("goal: 10000", "delivery: {done: 2022-01-01}\nregistered: 2022-01-01"),
    )
    petition = opened(content).library.by_key["open-net/first"]
    kinds = [(each.when.iso, each.kind) for each in petition_timeline(petition, TODAY)]
    # Of one day: what comes later on the way stands higher.
    assert kinds == [
        ("2022-01-01", "registered"),
        ("2022-01-01", "delivered"),
        ("2021-10-09", "threshold"),
        ("2021-10-02", "signatures"),
        ("2021-10-01", "opened"),
    ]


def test_a_day_to_come_is_no_event_yet(site):
    petition = opened(site("three-languages")).library.by_key["open-net/first"]
    on_the_last_day = petition_timeline(petition, date(2022, 12, 31))
    on_the_day_after = petition_timeline(petition, date(2023, 1, 1))
    assert "closed" not in [each.kind for each in on_the_last_day]
    assert on_the_day_after[0].kind == "closed"
