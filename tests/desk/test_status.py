from __future__ import annotations

import pytest

from plugins.minber.desk.status import status
from tests.content import ABOUT, NEWS, PETITION, add, edit


def table(capsys):
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_every_item_is_a_line_with_its_state_in_each_language(desk, capsys):
    (desk / NEWS / "en.md").unlink()
    edit(desk, f"{ABOUT}/kk.md", ("\nБіз.", "\nСіз."))
    edit(desk, f"{PETITION}/kk.md", ("title:", "machine: true\ntitle:"))
    assert status() == 0
    assert table(capsys) == [
        "kk ru en",
        "open-net original current current",
        "open-net/event original current missing",
        "open-net/first machine original current",
        "open-net/letter current current original",
        "pages/about original outdated outdated",
        "",
        "kk: 1 machine",
        "ru: 1 outdated",
        "en: 1 missing, 1 outdated",
    ]


@pytest.mark.usefixtures("desk")
def test_columns_stand_below_each_other(capsys):
    status()
    lines = capsys.readouterr().out.splitlines()[:6]
    assert {line.find("current") for line in lines[4:5]} == {lines[0].find("kk")}
    assert {line.find("original") for line in lines[4:5]} == {lines[0].find("en")}


@pytest.mark.usefixtures("desk")
def test_a_language_without_work_is_said_to_be_current(capsys):
    status()
    assert table(capsys)[-3:] == [f"{code}: everything is current" for code in ("kk", "ru", "en")]


def test_drafts_are_named(desk, capsys):
    add(desk, f"{NEWS}/facts.yaml", "draft: true\n")
    edit(desk, f"{PETITION}/facts.yaml", ("published: 2021-10-01", "published: 2022-10-01"))
    status()
    lines = table(capsys)
    assert "open-net/event original, draft current current" in lines
    assert "open-net/first current original, from 2022-10-01 current" in lines


def test_problems_do_not_hide_the_table(desk, capsys):
    add(desk, f"{ABOUT}/kk.md", "<br>\n")
    assert status() == 1
    lines = table(capsys)
    assert lines[1] == "open-net original current current"
    assert lines[-1].startswith(f"content/{ABOUT}/kk.md:6: the text must be Markdown")
