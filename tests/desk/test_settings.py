"""What every tool says when the settings or content/ itself are wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.new import new
from plugins.minber.desk.settings import read_settings, try_settings
from plugins.minber.desk.status import status
from plugins.minber.desk.translate import translate
from tests.conftest import write_files
from tests.content import ABOUT

NOWHERE = "[Errno 2] No such file or directory: 'nowhere'"
TOOLS = {
    "check": check,
    "status": status,
    "new": lambda: new("page", "", "more", "kk"),
    "translate": lambda: translate(f"content/{ABOUT}/ru.md", "", minor=False),
}


@pytest.mark.usefixtures("desk")
def test_settings_are_read_without_pelican():
    settings = read_settings()
    assert settings.content == Path("content")
    assert settings.codes == ("kk", "ru", "en")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "LANGUAGES[0]['code'] = 'kz'",
            (
                "settings: LANGUAGES[0]: code must be a language's own code of BCP 47, "
                "two or "
                "three small letters such as 'kk', not 'kz'; the language is 'kk'. "
                "Correct it; README.md says how.\n"
            ),
        ),
        (
            "del LANGUAGES",
            (
                "settings: LANGUAGES must be a list of rows {code, name, locale}. "
                "Correct it; README.md says how.\n"
            ),
        ),
    ],
)
def test_wrong_languages_are_told_in_a_sentence(capsys, tool, line, said):
    with Path("pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert TOOLS[tool]() == 1
    assert capsys.readouterr().out == said


@pytest.mark.parametrize("tool", ["check", "status"])
def test_missing_content_is_told_in_a_sentence(desk, capsys, tool):
    shutil.rmtree(desk)
    assert TOOLS[tool]() == 1
    assert (
        "content:1: the folder of content must be there, found “content”. "
        "Make it, or look at PATH in the settings.\n"
    ) in capsys.readouterr().out


def test_nothing_can_be_translated_where_content_is_missing(desk, capsys):
    shutil.rmtree(desk)
    assert TOOLS["translate"]() == 1
    assert capsys.readouterr().out == (
        f"content/{ABOUT} must be a folder of content that holds a text\n"
    )


@pytest.mark.parametrize("tool", ["check", "status"])
def test_empty_content_is_told_in_a_sentence(desk, capsys, tool):
    shutil.rmtree(desk)
    desk.mkdir()
    assert TOOLS[tool]() == 1
    assert "content:1: content must hold a campaign or a page. " in capsys.readouterr().out


# A file of settings that cannot be run

RUNS = "settings must be Python that can be run, found"
REMEDY = "Correct this line: words stand in quotes; True, False and None have capitals."


def test_settings_that_are_not_there_are_told_in_a_sentence(desk, capsys):
    assert try_settings("publishcon.py") == 1
    assert capsys.readouterr().out == (
        "publishcon.py: this file of settings must be there. "
        "The site has pelicanconf.py and publishconf.py.\n"
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("OFFLINE = true", "name 'true' is not defined"),
        ("OFFLINE = = True", "invalid syntax"),
        ("COUNT_IS_STALE_AFTER = int('x')", "invalid literal for int() with base 10: 'x'"),
        ("import nothing_of_this_name", "No module named 'nothing_of_this_name'"),
        ("from pathlib import Path; Path('nowhere').read_text()", NOWHERE),
    ],
)
def test_a_line_that_python_cannot_run_is_told_with_its_place(desk, capsys, line, found):
    (desk.parent / "publishconf.py").write_text(f"SEARCH = True\n{line}\n", "utf-8")
    assert try_settings("publishconf.py") == 1
    assert capsys.readouterr().out == f"publishconf.py:2: {RUNS} “{found}”. {REMEDY}\n"


def test_a_line_of_the_settings_that_others_begin_with_is_told_as_theirs(desk, capsys, monkeypatch):
    write_files(desk.parent, {"ours.py": "\nOFFLINE = false\n", "more.py": "from ours import *\n"})
    monkeypatch.syspath_prepend(desk.parent)
    assert try_settings("more.py") == 1
    assert capsys.readouterr().out == (
        f"ours.py:2: {RUNS} “name 'false' is not defined”. {REMEDY}\n"
    )


@pytest.mark.usefixtures("desk")
def test_a_tool_tells_of_settings_that_cannot_be_run(capsys):
    Path("pelicanconf.py").write_text("PATH = content\n", "utf-8")
    assert check() == 1
    found = "name 'content' is not defined"
    assert capsys.readouterr().out == f"pelicanconf.py:1: {RUNS} “{found}”. {REMEDY}\n"


@pytest.mark.usefixtures("desk")
def test_settings_that_can_be_run_are_passed_over_in_silence(capsys):
    assert try_settings("pelicanconf.py") == 0
    assert capsys.readouterr().out == ""
