"""What every tool says when the settings or content/ itself are wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.minber.desk.check import check
from plugins.minber.desk.new import new
from plugins.minber.desk.settings import read_settings
from plugins.minber.desk.status import status
from plugins.minber.desk.translate import translate
from tests.content import ABOUT

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
                "pelicanconf.py:1: LANGUAGES[0]: code must be a language's own code of BCP 47, "
                "two or "
                "three small letters such as 'kk', not 'kz'; the language is 'kk'. "
                "Correct it; README.md says how.\n"
            ),
        ),
        (
            "del LANGUAGES",
            (
                "pelicanconf.py:1: LANGUAGES must be a list of rows {code, name, locale}. "
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
