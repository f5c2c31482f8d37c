from __future__ import annotations

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.status import status
from plugins.minber.desk.translate import translate
from tests.content import ABOUT, CAMPAIGN, NEWS, PETITION, STATEMENT, edit


def states(capsys, key):
    capsys.readouterr()
    status()
    [line] = [line for line in capsys.readouterr().out.splitlines() if line.startswith(f"{key} ")]
    return line.split()[1:]


def text(desk, path):
    return (desk / path).read_text("utf-8")


# A translation is started


def test_a_translation_starts_with_empty_places_below_what_is_to_be_translated(desk, capsys):
    (desk / CAMPAIGN / "en.md").unlink()
    assert translate(f"content/{CAMPAIGN}/en.md", "", minor=False) == 0
    assert text(desk, f"{CAMPAIGN}/en.md") == (
        "---\n"
        "translates: kk@27bb0e167283\n"
        "# Ашық желі\n"
        "title:\n"
        "# Желі бәріне ашық болсын.\n"
        "summary:\n"
        "demands:\n"
        "  # Заңды қабылдамау\n"
        "  no-law:\n"
        "  # Ашық талқылау\n"
        "  openness:\n"
        "stages:\n"
        "  # Бірінші оқылым\n"
        "  first-reading:\n"
        "  # Қабылданды\n"
        "  passed:\n"
        "actions:\n"
        "  # [Петицияға](petitions/first/) қол қойыңыз\n"
        "  -\n"
        "questions:\n"
        "  -\n"
        "    # Неге?\n"
        "    ask:\n"
        "    # Себебі маңызды.\n"
        "    answer:\n"
        "---\n"
        "Науқан мәтіні.\n"
    )
    assert capsys.readouterr().out == (
        f"Made content/{CAMPAIGN}/en.md from kk.md: fill the empty keys, translate the text\n"
    )


def test_a_translation_may_start_from_the_folder(desk):
    (desk / PETITION / "kk.md").unlink()
    assert translate(f"content/{PETITION}/", "kk", minor=False) == 0
    assert text(desk, f"{PETITION}/kk.md").startswith("---\ntranslates: ru@b3ea75674343\n")


def test_a_translation_that_has_only_been_started_is_a_problem(desk, capsys):
    (desk / ABOUT / "en.md").unlink()
    translate(f"content/{ABOUT}/en.md", "", minor=False)
    capsys.readouterr()
    assert check() == 1
    assert capsys.readouterr().out == (
        f"content/{ABOUT}/en.md:4: `title` must not be empty. Write it, or delete the key.\n"
        f"content/{ABOUT}/en.md:6: `summary` must not be empty. Write it, or delete the key.\n"
        "\n2 problems.\n"
    )


def test_a_translation_whose_places_are_filled_is_current(desk, capsys):
    (desk / ABOUT / "en.md").unlink()
    translate(f"content/{ABOUT}/en.md", "", minor=False)
    edit(desk, f"{ABOUT}/en.md", ("title:", "title: About"), ("summary:", "summary: Us"))
    edit(desk, f"{ABOUT}/en.md", ("Біз.\n", "We.\n"))
    assert states(capsys, "pages/about") == ["original", "current", "current"]


def test_what_is_empty_on_purpose_stays_empty(desk):
    (desk / NEWS / "en.md").unlink()
    edit(desk, f"{NEWS}/kk.md", ("dateline:", 'alt: {rally.jpg: ""}\ndateline:'))
    translate(f"content/{NEWS}/en.md", "", minor=False)
    assert 'alt:\n  rally.jpg: ""\n' in text(desk, f"{NEWS}/en.md")


# A mark is refreshed


def test_a_mark_is_refreshed_when_the_translation_follows(desk, capsys):
    edit(desk, f"{ABOUT}/kk.md", ("\nБіз.", "\nСіз."))
    assert states(capsys, "pages/about") == ["original", "outdated", "outdated"]
    assert translate(f"content/{ABOUT}/ru.md", "", minor=False) == 0
    assert states(capsys, "pages/about") == ["original", "current", "outdated"]


def test_only_the_mark_is_written(desk, capsys):
    before = text(desk, f"{ABOUT}/ru.md")
    edit(desk, f"{ABOUT}/kk.md", ("\nБіз.", "\nСіз."))
    translate(f"content/{ABOUT}/ru.md", "", minor=False)
    said = capsys.readouterr().out
    mark = said.split()[-1]
    assert text(desk, f"{ABOUT}/ru.md") == before.replace("kk@a663b2b15642", mark)
    assert said == f"content/{ABOUT}/ru.md is marked as a translation of {mark}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a byte order mark, line ends of Windows
        (b"---\ntitle", b"\xef\xbb\xbf---\ntitle"),
        (b"\n", b"\r\n"),
        # blanks behind the first line, quotation marks
        (b"---\ntitle", b"---  \ntitle"),
        (b"translates: kk@a663b2b15642", b'"translates": "kk@0123456789ab"'),
    ],
)
def test_a_mark_is_refreshed_however_the_file_is_written(desk, capsys, old, new):
    path = desk / ABOUT / "ru.md"
    data = path.read_bytes().replace(old, new)
    path.write_bytes(data)
    edit(desk, f"{ABOUT}/kk.md", ("\nБіз.", "\nСіз."))
    assert translate(f"content/{ABOUT}/ru.md", "", minor=False) == 0
    assert states(capsys, "pages/about") == ["original", "current", "outdated"]
    assert path.read_bytes().count(b"\r") == data.count(b"\r")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("translates: kk@a663b2b15642\n", ""),
        ("translates: kk@a663b2b15642", "translates: kk"),
    ],
)
def test_a_mark_is_written_where_there_is_none(desk, capsys, old, new):
    edit(desk, f"{ABOUT}/ru.md", (old, new))
    assert translate(f"content/{ABOUT}/ru.md", "", minor=False) == 0
    assert states(capsys, "pages/about") == ["original", "current", "current"]


def test_a_small_change_of_the_original_leaves_all_translations_valid(desk, capsys):
    edit(desk, f"{ABOUT}/kk.md", ("\nБіз.", "\nБіз!"))
    assert translate(f"content/{ABOUT}/kk.md", "", minor=True) == 0
    assert states(capsys, "pages/about") == ["original", "current", "current"]


def test_marks_of_a_chain_of_translations_are_refreshed_each_from_its_own(desk, capsys):
    edit(desk, f"{STATEMENT}/kk.md", ("translates: en@e12eb776a6d6", "translates: ru"))
    assert translate(f"content/{STATEMENT}", "", minor=True) == 0
    assert "translates: ru@" in text(desk, f"{STATEMENT}/kk.md")
    assert states(capsys, "open-net/letter") == ["current", "current", "original"]


# What cannot be done


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            (f"content/{ABOUT}/kk.md", "", False),
            (
                f"content/{ABOUT}/kk.md is the original. To mark all its translations as current, "
                "repeat the command with --minor\n"
            ),
        ),
        (
            (f"content/{ABOUT}", "", False),
            (
                "the language must be one of kk, ru, en. "
                "Name the file to translate into, or the folder with --to en\n"
            ),
        ),
        (
            (f"content/{ABOUT}/kz.md", "", False),
            (
                "the language must be one of kk, ru, en, found 'kz'. "
                "Name the file to translate into, or the folder with --to en\n"
            ),
        ),
        (
            ("content/pages/nowhere", "ru", False),
            "content/pages/nowhere must be a folder of content that holds a text\n",
        ),
        (("..", "ru", False), ".. must be a folder of content that holds a text\n"),
        (("/etc/hosts.md", "ru", False), "/etc must be a folder of content that holds a text\n"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(desk, capsys, words, said):
    before = {path: path.read_bytes() for path in desk.rglob("*.md")}
    assert translate(*words) == 1
    assert capsys.readouterr().out == said
    assert {path: path.read_bytes() for path in desk.rglob("*.md")} == before


def test_a_text_without_translations_has_none_to_mark(desk, capsys):
    for language in ("ru", "en"):
        (desk / ABOUT / f"{language}.md").unlink()
    assert translate(f"content/{ABOUT}", "", minor=True) == 1
    assert capsys.readouterr().out == f"content/{ABOUT} has no translation to mark\n"


def test_an_editor_is_asked_which_file_was_translated_when_it_is_not_clear(desk, capsys):
    for language in ("ru", "en"):
        edit(desk, f"{ABOUT}/{language}.md", ("translates: kk@a663b2b15642\n", ""))
    assert translate(f"content/{ABOUT}/ru.md", "", minor=False) == 1
    assert capsys.readouterr().out == (
        f"content/{ABOUT}/ru.md may be a translation of en, kk. "
        "Write `translates: kk` into it, or another of them, and repeat the command\n"
    )


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_file_with_problems_is_mended_first(desk, capsys, language):
    (desk / ABOUT / f"{language}.md").write_text("---\ntitle: a: b\n---\n", "utf-8")
    assert translate(f"content/{ABOUT}/ru.md", "", minor=False) == 1
    assert capsys.readouterr().out.startswith(
        f"content/{ABOUT}/{language}.md:2: the lines must be valid YAML"
    )


def test_problems_of_another_translation_do_not_matter(desk):
    (desk / ABOUT / "en.md").write_text("half made", "utf-8")
    assert translate(f"content/{ABOUT}/ru.md", "", minor=False) == 0


def test_a_mark_of_a_language_that_is_not_there_cannot_be_refreshed(desk, capsys):
    (desk / ABOUT / "kk.md").unlink()
    assert translate(f"content/{ABOUT}/ru.md", "", minor=False) == 1
    assert capsys.readouterr().out == (
        f"content/{ABOUT}/ru.md translates kk.md, which is not there\n"
    )
