from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.settings import read_settings
from tests.conftest import theme_in
from tests.content import ABOUT, CAMPAIGN, NEWS, PETITION, ROOT, add, edit


@pytest.mark.usefixtures("desk")
def test_content_without_problems_is_counted(capsys):
    assert check() == 0
    assert capsys.readouterr().out == (
        "No problems: 5 campaigns, items and pages with 15 texts are published on 2022-04-15.\n"
    )


def test_each_problem_is_a_line_and_the_last_one_counts_them(desk, capsys):
    edit(desk, f"{PETITION}/facts.yaml", ("goal:", "gaol:"))
    add(desk, f"{ABOUT}/kk.md", "<br>\n")
    assert check() == 1
    assert capsys.readouterr().out == (
        f"content/{PETITION}/facts.yaml:6: only known keys may be used, found “gaol”. Keys that "
        "may stand here: addressees, aliases, answer, closes, delivery, demands, draft, goal, "
        "opens, pictures, published, registered, related, review_days, routes, started_by, "
        "superseded_by, thresholds, topics, updated, withdrawn.\n"
        f"content/{ABOUT}/kk.md:6: the text must be Markdown without HTML, found “<br>”. "
        "Write it in Markdown, or between `backticks` to show it as it is.\n"
        "\n2 problems.\n"
    )


def test_a_link_to_a_draft_is_told_as_a_build_would(desk, capsys):
    add(desk, f"{NEWS}/facts.yaml", "draft: true\n")
    assert check() == 1
    assert "`related.0` must be a published item" in capsys.readouterr().out


def test_drafts_are_checked_too(desk, capsys):
    add(desk, f"{CAMPAIGN}/facts.yaml", "draft: true\n")
    add(desk, f"{NEWS}/kk.md", "[a](../nowhere/)\n")
    assert check() == 1
    assert capsys.readouterr().out.endswith("\n1 problem.\n")


def test_words_of_the_interface_are_checked_too(monkeypatch, tmp_path, capsys):
    theme = theme_in(tmp_path)
    path = theme / "translations" / "ru.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace('msgid "nav.home"', '#, fuzzy\nmsgid "nav.home"'), "utf-8")
    settings = read_settings(ROOT / "pelicanconf.py")
    changed = replace(settings, theme=theme, content=ROOT / "tests/sites/three-languages/content")
    monkeypatch.setattr("plugins.minber.desk.check.read_settings", lambda: changed)
    check()
    assert "theme/translations/ru.po:" in capsys.readouterr().out
