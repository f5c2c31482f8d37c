from __future__ import annotations

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.signatures import add, fetch
from tests.answering import running
from tests.content import CAMPAIGN, PETITION, edit
from tests.content import add as add_text

FIRST = "open-net/first"
LEDGER = f"content/{PETITION}/signatures.csv"
FACTS = f"content/{PETITION}/facts.yaml"
HEAD = "date,platform,count,kind,source\n"
ROWS = (
    "2021-10-02,avaaz,400,online,https://example.org/a\n",
    "2021-10-09,avaaz,5200,online,https://example.org/b\n",
    "2021-10-10,paper,120,paper,\n",
)
OF_TODAY = "2022-04-15,avaaz,5300,online,https://example.org/c\n"


def cells(**others):
    row = {"platform": "avaaz", "count": "5300", "source": "https://example.org/c"}
    return {**row, "kind": "online", "date": "", **others}


def ledger(desk):
    return (desk / PETITION / "signatures.csv").read_bytes().decode()


def names(desk):
    return sorted(path.name for path in (desk / PETITION).iterdir())


# A count is typed


def test_a_count_is_of_today_unless_it_has_a_date(desk, capsys):
    assert add(FIRST, cells()) == 0
    assert ledger(desk) == HEAD + "".join(ROWS) + OF_TODAY
    assert capsys.readouterr().out == f"{LEDGER}:5: avaaz (online) has 5300\n"


def test_what_was_entered_has_no_problem(desk):
    add(FIRST, cells())
    assert check() == 0


@pytest.mark.parametrize(
    ("row", "place", "line"),
    [
        # before all, between, behind those of its day
        (
            cells(date="2021-10-01", count="7"),
            0,
            "2021-10-01,avaaz,7,online,https://example.org/c\n",
        ),
        (cells(date="2021-10", count="7"), 0, "2021-10,avaaz,7,online,https://example.org/c\n"),
        (
            cells(date="2021-10-02", kind="verified", count="300"),
            1,
            "2021-10-02,avaaz,300,verified,https://example.org/c\n",
        ),
        (
            cells(date="2021-10-08", count="5200"),
            1,
            "2021-10-08,avaaz,5200,online,https://example.org/c\n",
        ),
        # as the source says it
        (cells(count="9000+"), 3, "2022-04-15,avaaz,9000+,online,https://example.org/c\n"),
        (
            cells(source="https://example.org/a,b"),
            3,
            '2022-04-15,avaaz,5300,online,"https://example.org/a,b"\n',
        ),
        (cells(platform="paper", kind="paper", source=""), 3, "2022-04-15,paper,5300,paper,\n"),
    ],
)
def test_a_row_has_its_place_by_its_day(desk, row, place, line):
    assert add(FIRST, row) == 0
    rows = list(ROWS)
    rows.insert(place, line)
    assert ledger(desk) == HEAD + "".join(rows)


ON_PAPER = "2022-04-15,{},5300,paper,\n"


@pytest.mark.parametrize(
    ("route", "row", "platform"),
    [
        ("kind: paper, address", cells(platform="", kind="paper", source=""), "paper"),
        ("kind: paper, address", cells(platform="paper", kind="", source=""), "paper"),
        (
            "kind: paper, platform: epetition, address",
            cells(platform="", kind="paper", source=""),
            "epetition",
        ),
    ],
)
def test_what_is_on_paper_need_be_said_once(desk, route, row, platform):
    entry = "epetition:\n  kk: E\n  ru: E\n  en: E\n  receives: {kk: E, ru: E, en: E}\n"
    add_text(desk, "registry/platforms.yaml", entry)
    (desk / PETITION / "signatures.csv").unlink()
    edit(desk, f"{PETITION}/facts.yaml", ("kind: paper, address", route))
    assert add(FIRST, row) == 0
    assert ledger(desk) == HEAD + ON_PAPER.format(platform)


def test_a_count_is_online_unless_it_says_otherwise(desk):
    assert add(FIRST, cells(kind="")) == 0
    assert ledger(desk) == HEAD + "".join(ROWS) + OF_TODAY


def test_of_several_ways_on_paper_one_must_be_named(desk, capsys):
    routes = "routes:\n  - {kind: paper, platform: avaaz, address: Astana}"
    edit(desk, f"{PETITION}/facts.yaml", ("routes:", routes))
    assert add(FIRST, cells(platform="", kind="paper", source="")) == 1
    assert capsys.readouterr().out == (
        "a count must have --platform. Add --platform (the way to sign: avaaz, paper).\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a byte order mark, line ends of Windows, no end of the last line, spaces, quotation marks
        ("date", "\ufeffdate"),
        ("\n", "\r\n"),
        ("120,paper,\n", "120,paper,"),
        (",400,", ", 400 ,"),
        ("paper,120", '"paper",120'),
        ("\n2021-10-09", "\n\n2021-10-09"),
    ],
)
def test_the_file_keeps_what_it_has(desk, old, new):
    path = desk / PETITION / "signatures.csv"
    before = ledger(desk).replace(old, new)
    path.write_bytes(before.encode())
    assert add(FIRST, cells()) == 0
    end = "\r\n" if "\r" in before else "\n"
    missing = "" if before.endswith("\n") else end
    assert ledger(desk) == before + missing + OF_TODAY.replace("\n", end)


def test_the_first_count_makes_the_file(desk):
    (desk / PETITION / "signatures.csv").unlink()
    assert add(f"content/{PETITION}/", cells()) == 0
    assert ledger(desk) == HEAD + OF_TODAY


def test_rights_of_the_file_stay_and_nothing_is_left_beside_it(desk):
    before = names(desk)
    path = desk / PETITION / "signatures.csv"
    path.chmod(0o640)
    add(FIRST, cells())
    assert (path.stat().st_mode & 0o777, names(desk)) == (0o640, before)


AGAIN = "Write it as the names of the two folders, such as open-internet/first."


@pytest.mark.parametrize(
    ("item", "row", "said"),
    [
        # the rules of the build
        (
            FIRST,
            cells(count="5100"),
            (
                f"{LEDGER}:5: a total must not fall: avaaz (online) had 5200 on 2021-10-09, "
                "found “5100”. Correct the count or the date."
            ),
        ),
        (
            FIRST,
            cells(date="2022-04-16"),
            (
                f"{LEDGER}:5: a count must not be of the future (today is 2022-04-15), "
                "found “2022-04-16”. Correct the date."
            ),
        ),
        (
            FIRST,
            cells(date="2021-10-09"),
            (
                f"{LEDGER}:4: avaaz (online) must have one total a day, found “2021-10-09”. "
                "Keep one of the rows."
            ),
        ),
        (
            FIRST,
            cells(platform="change"),
            (
                f"{LEDGER}:5: a platform must be one of the petition's `routes`, "
                "found “change”. Add the route to facts.yaml; there are: avaaz, paper."
            ),
        ),
        (
            FIRST,
            cells(count="9 000"),
            (
                f"{LEDGER}:5: `count` must be a whole number, found “9 000”. "
                "Write digits only, without commas and spaces; "
                "add a + after them when the source says “over”."
            ),
        ),
        (
            FIRST,
            cells(date="15.04.2022", kind="all"),
            (
                f"{LEDGER}:5: `date` must be a date, found “15.04.2022”. "
                "Write it as 2021-10-01, or 2021-10 for a month.\n"
                f"{LEDGER}:5: `kind` must be one of 'online', 'paper' or 'verified', "
                "found “all”. Choose one of them."
            ),
        ),
        (
            FIRST,
            cells(source="avaaz.org"),
            (
                f"{LEDGER}:5: `source` must be a whole web address, found “avaaz.org”. "
                "Begin it with https:// and the host."
            ),
        ),
        (
            FIRST,
            cells(source="https://a.org/\u202e"),
            (
                f"{LEDGER}:5: the text must not hold invisible control characters, "
                "found “U+202E”. Delete the character."
            ),
        ),
        # what is not said
        (
            FIRST,
            cells(source=" "),
            ("a count must have --source. Add --source (the address where the count stands)."),
        ),
        (
            FIRST,
            cells(platform="", count=""),
            (
                "a count must have --platform and --count. Add --platform (the way to sign: "
                "avaaz, paper) and --count (the total on that platform, such as 9000)."
            ),
        ),
        # on paper
        (
            FIRST,
            cells(platform="paper", kind="online"),
            (
                f"{LEDGER}:5: signatures on paper must be of the kind paper, found “online”. "
                "Write paper as the kind, or name the platform."
            ),
        ),
        # where
        (
            "open-net/letter",
            cells(),
            f"the petition must be one of content, found 'open-net/letter'. {AGAIN}",
        ),
        ("../x", cells(), f"the petition must be one of content, found '../x'. {AGAIN}"),
    ],
)
def test_nothing_is_written_when_anything_is_wrong(desk, capsys, item, row, said):
    before = ledger(desk), names(desk)
    assert add(item, row) == 1
    assert capsys.readouterr().out == f"{said}\n"
    assert (ledger(desk), names(desk)) == before


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (
            "signatures.csv",
            ",120,",
            ",many,",
            (
                f"{LEDGER}:4: `count` must be a whole number, found “many”. "
                "Write digits only, without commas and spaces; "
                "add a + after them when the source says “over”."
            ),
        ),
        (
            "signatures.csv",
            "date,",
            "day,",
            (
                f"{LEDGER}:1: the first line must be date,platform,count,kind,source, "
                "found “day,platform,count,kind,source”. Name the columns in this order."
            ),
        ),
        (
            "signatures.csv",
            ",5200,",
            ",300,",
            (
                f"{LEDGER}:3: a total must not fall: avaaz (online) had 400 on 2021-10-02, "
                "found “300”. Correct the count or the date."
            ),
        ),
        (
            "facts.yaml",
            "goal: 10000",
            "goal: many",
            (
                f"{FACTS}:6: `goal` must be a whole number, found “many”. Write digits only, "
                "without quotation marks."
            ),
        ),
    ],
)
def test_what_is_wrong_already_is_mended_first(desk, capsys, path, old, new, said):
    edit(desk, f"{PETITION}/{path}", (old, new))
    before = ledger(desk)
    assert add(FIRST, cells()) == 1
    assert capsys.readouterr().out == f"{said}\n"
    assert ledger(desk) == before


def test_a_file_that_cannot_be_written_is_told(desk, capsys, monkeypatch):
    def full(*_words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    assert add(FIRST, cells()) == 1
    assert capsys.readouterr().out == (
        f"{LEDGER}:1: the file must be writable, found “No space left on device”. "
        "Look at the rights of its folder.\n"
    )


# Counts are fetched


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
