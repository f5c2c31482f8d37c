"""Whatever goes wrong in a build, the site that stood before stays whole, with nothing beside."""

from __future__ import annotations

import shutil

import pytest

from plugins.minber.generator import campaigns
from plugins.minber.release import NotASite
from tests.conftest import build_site, theme_in, write_files
from tests.document import document, with_class, words_of
from tests.texts import add_to_facts, item, replace_in, words


@pytest.fixture
def standing(tmp_path, site, build):
    """A repository in small with a site that stands, and what that site is."""
    content = site("three-languages")
    theme_in(tmp_path)
    assert build(content).problems == ()
    return tmp_path, whole(tmp_path)


def whole(folder):
    """Everything below a folder but what a site is made from, and the cache."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] not in ("cache", "content", "theme")
    }


def script_in(name):
    return lambda folder: replace_in(
        folder / "theme/templates" / name, "<h1", "<script></script><h1"
    )


FAULTS = {
    "content": lambda folder: write_files(folder, {"content/pages/about/kk.md": "nothing"}),
    "picture": lambda folder: write_files(
        folder,
        {
            **{f"content/{path}": text for path, text in item("open-net/news/n").items()},
            "content/campaigns/open-net/news/n/facts.yaml": "published: 2022-03-01\n"
            "pictures: {x.png: {credit: x}}\n",
            "content/campaigns/open-net/news/n/en.md": words(alt={"x.png": "x"}),
            "content/campaigns/open-net/news/n/x.png": "no picture",
        },
    ),
    "alias": lambda folder: add_to_facts(
        folder / "content/campaigns/open-net/news/event/facts.yaml", aliases=["../../x.html"]
    ),
    "template": lambda folder: write_files(folder, {"theme/templates/page.html": "{% if %}"}),
    "words": lambda folder: replace_in(
        folder / "theme/translations/en.po", 'msgid "nav.all"', 'msgid "nav.al"'
    ),
    "inspection": script_in("404.html"),
}


@pytest.mark.parametrize("stage", FAULTS)
def test_a_problem_at_any_stage_leaves_the_old_site(standing, build, stage):
    folder, before = standing
    FAULTS[stage](folder)
    built = build(folder / "content", THEME=str(folder / "theme"))
    assert len(built.problems) > 0
    assert whole(folder) == before


@pytest.mark.parametrize("step", ["open_library", "publish", "pages", "build", "finish"])
def test_a_fault_of_the_program_at_any_step_leaves_the_old_site(standing, build, monkeypatch, step):
    def fail(*_args, **_options):
        raise MemoryError

    folder, before = standing
    monkeypatch.setattr(campaigns, step, fail)
    with pytest.raises(MemoryError):
        build(folder / "content")
    assert whole(folder) == before


def test_a_folder_of_somebody_else_is_left_alone(standing):
    folder, _ = standing
    write_files(folder, {"home/index.html": "mine"})
    with pytest.raises(NotASite):
        build_site(folder / "content", folder / "home")
    assert (folder / "home/index.html").read_text() == "mine"


def test_a_fourth_language_is_a_row_of_settings_and_a_file_of_words(tmp_path, build):
    theme = theme_in(tmp_path)
    shutil.copy(theme / "translations/en.po", theme / "translations/tr.po")
    files = {**item("camp"), "campaigns/camp/tr.md": words("Açık ağ", translates="en@000000000000")}
    write_files(tmp_path / "content", files)
    rows = [
        {"code": "en", "name": "English", "locale": "en_GB"},
        {"code": "tr", "name": "Türkçe", "locale": "tr"},
    ]
    built = build(tmp_path / "content", THEME=str(theme), LANGUAGES=rows)
    page = document(built.text("tr/camp/index.html"))

    assert built.problems == ()
    assert (page.get("lang"), words_of(next(page.iter("h1")))) == ("tr", "Açık ağ")
    [switcher] = with_class(page, "languages")
    assert [link.get("hreflang") for link in switcher.iter("a")] == ["en", "tr"]
