from __future__ import annotations

from pathlib import Path

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.new import new
from tests.content import CAMPAIGN

KINDS = [
    ("campaign", "", "campaigns/more", ["facts.yaml", "ru.md"]),
    ("petition", "open-net", f"{CAMPAIGN}/petitions/more", ["facts.yaml", "ru.md"]),
    ("statement", "open-net", f"{CAMPAIGN}/statements/more", ["facts.yaml", "ru.md"]),
    ("news", "open-net", f"{CAMPAIGN}/news/more", ["facts.yaml", "ru.md"]),
    ("page", "", "pages/more", ["ru.md"]),
]


@pytest.mark.parametrize(("kind", "campaign", "folder", "names"), KINDS)
def test_a_new_text_is_a_folder_with_its_first_files(desk, capsys, kind, campaign, folder, names):
    assert new(kind, campaign, "more", "ru") == 0
    assert sorted(path.name for path in (desk / folder).iterdir()) == names
    assert (
        capsys.readouterr().out.splitlines()[-1] == "Write ru.md, then run: python3 tasks.py check"
    )


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("kind", "campaign"), [w[:2] for w in KINDS if w[0] != "page"])
def test_a_new_text_is_a_draft_without_problems(capsys, kind, campaign):
    new(kind, campaign, "more", "ru")
    capsys.readouterr()
    assert (check(), capsys.readouterr().out[:11]) == (0, "No problems")


def test_what_is_still_to_be_written_cannot_be_published(desk, capsys):
    new("news", "open-net", "more", "ru")
    folder = desk / CAMPAIGN / "news/more"
    facts = (folder / "facts.yaml").read_text("utf-8")
    (folder / "facts.yaml").write_text(facts.replace("draft: true", "# "), "utf-8")
    capsys.readouterr()
    check()
    path = f"content/{CAMPAIGN}/news/more/ru.md"
    remedy = "Write it in place of “…”, or delete it."
    assert capsys.readouterr().out.splitlines()[:3] == [
        f"{path}:2: `title` must be written. {remedy}",
        f"{path}:3: `summary` must be written. {remedy}",
        f"{path}:11: the text must be written, found “…”. {remedy}",
    ]


def uncommented(text):
    """The lines with the examples, as an editor would use them: without the first `# `."""
    return "\n".join(line.removeprefix("# ") for line in text.splitlines())


@pytest.mark.parametrize("kind", ["campaign", "petition", "statement", "news"])
def test_the_examples_in_a_new_text_are_known_keys(desk, capsys, kind):
    new(kind, "open-net", "more", "ru")
    for path in [desk / "campaigns/more", *desk.glob(f"{CAMPAIGN}/*/more")]:
        for file in path.iterdir() if path.exists() else ():
            kept = [line for line in file.read_text("utf-8").splitlines() if "stand in" not in line]
            text = "\n".join(line for line in kept if not line.startswith("# Facts are"))
            file.write_text(uncommented(text), "utf-8")
    check()
    said = capsys.readouterr().out
    assert "only known keys may be used" not in said
    assert "valid YAML" not in said


def test_the_day_of_a_new_text_is_today(desk):
    new("news", "open-net", "more", "ru")
    facts = (desk / CAMPAIGN / "news/more/facts.yaml").read_text("utf-8")
    assert "published: 2022-04-15 " in facts


THERE_IS = "the slug must be new in its campaign: content/{} is there\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("poem", "open-net", "more", "ru"),
            "the kind must be one of campaign, petition, statement, news, page, found 'poem'\n",
        ),
        (
            ("news", "open-nets", "more", "ru"),
            "the campaign must have been made before, found 'open-nets'. There are: open-net.\n",
        ),
        (
            ("news", "../..", "more", "ru"),
            "the campaign must have been made before, found '../..'. There are: open-net.\n",
        ),
        # the language
        (
            ("news", "open-net", "more", "kz"),
            (
                "the language must be one of kk, ru, en, found 'kz' "
                "(kk is the language, kz the country)\n"
            ),
        ),
        (
            ("news", "open-net", "more", "fr"),
            "the language must be one of kk, ru, en, found 'fr'\n",
        ),
        # the slug
        (
            ("page", "", "../more", "ru"),
            (
                "content/pages/../more:1: a folder's name must be ASCII words joined by -, "
                "found “../more”. "
                "Rename the folder to words of a–z and 0–9 joined by single hyphens.\n"
            ),
        ),
        (("news", "open-net", "event", "ru"), THERE_IS.format(f"{CAMPAIGN}/news/event")),
        (("petition", "open-net", "event", "ru"), THERE_IS.format(f"{CAMPAIGN}/news/event")),
        (("page", "", "about", "ru"), THERE_IS.format("pages/about")),
        (("campaign", "", "open-net", "ru"), THERE_IS.format("campaigns/open-net")),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(desk, capsys, words, said):
    before = sorted(desk.rglob("*"))
    assert new(*words) == 1
    assert capsys.readouterr().out == said
    assert sorted(desk.rglob("*")) == before


def test_a_first_campaign_can_be_made_where_there_is_nothing(desk):
    desk.rename("elsewhere")
    assert new("campaign", "", "first", "kk") == 0
    assert Path("content/campaigns/first/kk.md").is_file()
