"""Counts that an editor types."""

from __future__ import annotations

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.signatures import add
from tests.content import PETITION, edit
from tests.content import add as add_text
from tests.desk.ledgers import (
    AGAIN,
    FACTS,
    FIRST,
    HEAD,
    LEDGER,
    OF_TODAY,
    ROWS,
    cells,
    ledger,
    names,
)


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
