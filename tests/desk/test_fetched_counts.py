"""Counts that platforms are asked for."""

from __future__ import annotations

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.signatures import add, fetch
from tests.answering import running
from tests.content import CAMPAIGN, PETITION, edit
from tests.content import add as add_text
from tests.desk.ledgers import AGAIN, FACTS, FIRST, HEAD, LEDGER, ROWS, cells, ledger


@pytest.fixture
def platform(desk, monkeypatch):
    """A platform that can be asked for the count of the petition."""
    monkeypatch.setenv("no_proxy", "*")
    with running() as found:
        ask_at(desk, "avaaz", f"{found.url}/{{id}}")
        edit(desk, f"{PETITION}/facts.yaml", ("https://avaaz.example/p", f"{found.url}/p"))
        yield found


def ask_at(desk, platform, address):
    rule = f"  count: {{address: '{address}', pointer: /count}}\n"
    edit(desk, "registry/platforms.yaml", (f"{platform}:\n", f"{platform}:\n{rule}"))


def fetched(platform, count):
    return f"2022-04-15,avaaz,{count},online,{platform.url}/p\n"


@pytest.mark.parametrize("item", ["", FIRST, f"content/{PETITION}"])
def test_a_platform_that_can_be_asked_gives_the_count_of_today(desk, platform, capsys, item):
    assert fetch(item) == 0
    assert platform.asked == ["/p"]
    assert ledger(desk) == HEAD + "".join(ROWS) + fetched(platform, 5300)
    assert capsys.readouterr().out == f"{LEDGER}:5: avaaz (online) has 5300\n"
    assert check() == 0


def test_the_same_count_on_the_same_day_writes_nothing(desk, platform, capsys):
    fetch()
    before = (desk / PETITION / "signatures.csv").stat()
    capsys.readouterr()
    assert fetch() == 0
    after = (desk / PETITION / "signatures.csv").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert capsys.readouterr().out == f"{LEDGER}:5: avaaz (online) has 5300 as before\n"


def test_the_last_count_of_a_day_is_the_one_of_the_day(desk, platform):
    fetch()
    platform.has(5400)
    assert fetch() == 0
    assert ledger(desk) == HEAD + "".join(ROWS) + fetched(platform, 5400)


def test_the_same_count_on_another_day_is_a_row_of_that_day(desk, platform):
    platform.has(5200)
    assert fetch() == 0
    assert ledger(desk) == HEAD + "".join(ROWS) + fetched(platform, 5200)


def test_what_an_editor_writes_while_a_platform_answers_stays(desk, platform):
    early = "2021-10-01,avaaz,7,online,\n"
    platform.meanwhile = lambda: edit(desk, f"{PETITION}/signatures.csv", (HEAD, HEAD + early))
    assert fetch() == 0
    assert ledger(desk) == HEAD + early + "".join(ROWS) + fetched(platform, 5300)


LATER = "Ask again later, or look at `avaaz.count` in the registry."


def said_of_route(rule):
    return f"{FACTS}:11: the answer of avaaz {rule}. {LATER}\n"


@pytest.mark.parametrize(
    ("count", "found"),
    [
        ("5300", '“"5300"”'),
        (-1, "“-1”"),
        (True, "“true”"),
        (5300.5, "“5300.5”"),
        (10**9, "“1000000000”"),
    ],
)
def test_what_is_no_count_is_not_written(desk, platform, capsys, count, found):
    platform.has(count)
    assert fetch() == 1
    rule = f"must have a whole number from 0 to 999,999,999 at /count, found {found}"
    assert capsys.readouterr().out == said_of_route(rule)
    assert ledger(desk) == HEAD + "".join(ROWS)


def not_json(platform):
    platform.says = b"<p>5300</p>"


def slow(platform):
    platform.waits = "before"


def dripping(platform):
    platform.waits, platform.claims = "within", 100_000_000


def missing(platform):
    platform.status = 404


@pytest.mark.parametrize(
    ("way", "rule"),
    [
        (not_json, "must be JSON, found “<p>5300</p>”"),
        (slow, "must come whole within 0.3 seconds"),
        (dripping, "must come whole within 0.3 seconds"),
        (missing, "must have the status 200, found “404”"),
    ],
)
def test_a_platform_that_does_not_answer_is_told(desk, platform, capsys, way, rule):
    way(platform)
    limit = 0.3 if way in (slow, dripping) else 10.0
    assert fetch(limit=limit) == 1
    assert capsys.readouterr().out == said_of_route(rule)
    assert ledger(desk) == HEAD + "".join(ROWS)


def test_an_address_that_leads_elsewhere_is_told_with_what_helps(desk, platform, capsys):
    platform.leads_to = "http://elsewhere.example/x"
    assert fetch() == 1
    assert capsys.readouterr().out == (
        f"{FACTS}:11: the answer of avaaz must come from the address itself, without leading to "
        "another, found “elsewhere.example/x”. "
        "Write the address to which it leads into registry/platforms.yaml.\n"
    )
    assert ledger(desk) == HEAD + "".join(ROWS)


def test_a_count_that_leaps_is_not_written_and_may_be_typed(desk, platform, capsys):
    platform.has(520_001)
    assert fetch() == 1
    typed = f"--platform avaaz --count 520001 --source {platform.url}/p"
    assert capsys.readouterr().out == (
        f"{LEDGER}:3: a fetched total must not be more than 100 times the one before: "
        "avaaz (online) had 5200 on 2021-10-09, found “520001”. Look at the platform's page; "
        f"if it is true, enter it with: python3 tasks.py signatures {FIRST} {typed}\n"
    )
    assert ledger(desk) == HEAD + "".join(ROWS)
    assert add(FIRST, cells(count="520001", source=f"{platform.url}/p")) == 0
    assert fetch() == 0


@pytest.mark.parametrize(
    ("before", "count", "is_entered"),
    [("5200", 520_000, True), ("7", 10_000, True), ("7", 10_001, False), ("0", 10_001, False)],
)
def test_a_leap_is_more_than_a_hundredfold_and_above_ten_thousand(
    desk, platform, before, count, is_entered
):
    row = f"2021-10-09,avaaz,{before},online,https://example.org/b\n"
    (desk / PETITION / "signatures.csv").write_text(HEAD + row, "utf-8")
    platform.has(count)
    assert fetch() == (0 if is_entered else 1)
    assert ledger(desk) == HEAD + row + (fetched(platform, count) if is_entered else "")


def test_a_first_count_is_no_leap(desk, platform):
    (desk / PETITION / "signatures.csv").unlink()
    platform.has(999_999)
    assert fetch() == 0
    assert ledger(desk) == HEAD + fetched(platform, 999_999)


def test_a_falling_count_is_not_written(desk, platform, capsys):
    platform.has(5100)
    assert fetch() == 1
    assert capsys.readouterr().out == (
        f"{LEDGER}:5: a total must not fall: avaaz (online) had 5200 on 2021-10-09, found “5100”. "
        "Correct the count or the date.\n"
    )
    assert ledger(desk) == HEAD + "".join(ROWS)


def test_a_count_that_falls_within_a_day_is_not_written(desk, platform, capsys):
    fetch()
    capsys.readouterr()
    platform.has(5250)
    assert fetch() == 1
    assert capsys.readouterr().out == (
        f"{LEDGER}:5: a total must not fall: avaaz (online) had 5300 on 2022-04-15, found “5250”. "
        "Correct the count or the date.\n"
    )
    assert ledger(desk) == HEAD + "".join(ROWS) + fetched(platform, 5300)


def test_when_one_platform_fails_the_others_go_on(desk, platform, capsys):
    register = (
        "change:\n  kk: Change\n  ru: Change\n  en: Change\n"
        "  receives: {kk: Change, ru: Change, en: Change}\n"
    )
    add_text(desk, "registry/platforms.yaml", register)
    ask_at(desk, "change", f"{platform.url}/{{id}}/not-json")
    route = f"routes:\n  - {{kind: platform, platform: change, url: {platform.url}/q}}"
    edit(desk, f"{PETITION}/facts.yaml", ("routes:", route))
    with running() as down:
        pass
    edit(desk, "registry/platforms.yaml", (f"{platform.url}/{{id}}/not-json", f"{down.url}/{{id}}"))
    assert fetch() == 1
    assert ledger(desk) == HEAD + "".join(ROWS) + fetched(platform, 5300)
    assert capsys.readouterr().out == (
        f"{LEDGER}:5: avaaz (online) has 5300\n"
        f"{FACTS}:11: the answer of change must come whole, found “Connection refused”. "
        "Ask again later, or look at `change.count` in the registry.\n"
    )


def test_a_platform_that_stands_twice_has_no_total_to_ask_for(desk, platform, capsys):
    route = f"routes:\n  - {{kind: platform, platform: avaaz, url: {platform.url}/q}}"
    edit(desk, f"{PETITION}/facts.yaml", ("routes:", route))
    assert fetch() == 1
    assert platform.asked == []
    rule = "a platform that is asked must stand once in `routes` (avaaz), found “2”"
    remedy = "Keep the address of one, or enter the sum of their counts yourself."
    assert capsys.readouterr().out == (
        f"{FACTS}:11: {rule}. {remedy}\n{FACTS}:12: {rule}. {remedy}\n"
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        # handed over, answered, closed, decided, taken back, not public yet, without an address
        (PETITION, "goal:", "delivery: {done: 2022-04-01}\ngoal:"),
        (PETITION, "closes: 2022-12-31", "closes: 2022-04-14"),
        (PETITION, "goal:", "withdrawn: 2022-04-01\ngoal:"),
        (PETITION, "goal:", "registered: 2022-04-01\ngoal:"),
        (CAMPAIGN, "no-law: {outcome: open}", "no-law: {outcome: met}"),
        (PETITION, "opens: 2021-10-01", "opens: 2022-05-01"),
    ],
)
def test_a_petition_that_gathers_no_signatures_is_not_asked_for(
    desk, platform, capsys, path, old, new
):
    edit(desk, f"{path}/facts.yaml", (old, new))
    assert fetch() == 0
    assert platform.asked == []
    told = "No petition that gathers signatures has a platform that can be asked.\n"
    assert capsys.readouterr().out == told


def test_a_petition_that_is_not_there_cannot_be_asked_for(desk, platform, capsys):
    assert fetch("open-net/nowhere") == 1
    assert capsys.readouterr().out == (
        f"the petition must be one of content, found 'open-net/nowhere'. {AGAIN}\n"
    )
    assert platform.asked == []


def test_problems_elsewhere_are_told_and_the_others_are_asked_for(desk, platform, capsys):
    edit(desk, "pages/about/kk.md", ("title:", "titel:"))
    assert fetch() == 1
    assert ledger(desk) == HEAD + "".join(ROWS) + fetched(platform, 5300)
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{LEDGER}:5: avaaz (online) has 5300"
    assert said[1].startswith("content/pages/about/kk.md:")
