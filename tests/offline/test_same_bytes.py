"""The same content gives the same archives, and an edit makes anew only what holds it."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest

from tests.conftest import DAY, ROOT, Built, build_site, content_of, write_files
from tests.content import add, edit
from tests.edits.facts import alias, count, rename_topic
from tests.edits.furnished import furnish
from tests.edits.pictures import give_a_picture
from tests.edits.texts import add_item, retitle, translate
from tests.offline.conftest import SITEURL, fill

SETTINGS = {"OFFLINE": True, "SITEURL": SITEURL}
OF_SMOG = {"clean-air.zip", "clean-air/smog-en.html"}
OF_ALL = {"site.zim", "site_kk.zip", "site_ru.zip", "site_en.zip"}
PROGRAM = """
import sys
from pathlib import Path
from tests.conftest import build_site
built = build_site(Path(sys.argv[1]), Path(sys.argv[2]), OFFLINE=True, SITEURL=sys.argv[3])
assert built.problems == ()
"""


@pytest.fixture
def content(tmp_path):
    copied = content_of("three-languages", tmp_path)
    fill(copied)
    return copied


def archives(output):
    """The paths of all archives of a site, by name."""
    folder = output / "offline"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in files}


def tree(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def build_elsewhere(content, output):
    """Build in a process of its own, which sees another machine and another user."""
    odd = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C", "LOGNAME": "canary"}
    command = [sys.executable, "-c", PROGRAM, str(content), str(output), SITEURL]
    environment = {**os.environ, **odd, "SOURCE_DATE_EPOCH": str(DAY)}
    subprocess.run(command, cwd=ROOT, env=environment, umask=0o077, check=True)


def test_an_edit_makes_anew_what_holds_it_and_all_is_as_from_nothing_elsewhere(content, tmp_path):
    output, elsewhere = tmp_path / "output", tmp_path / "Ұзақ жол" / "output"
    build_site(content, output, **SETTINGS)
    inodes = {name: path.stat().st_ino for name, path in archives(output).items()}
    edit(content, "campaigns/clean-air/news/smog/en.md", ("A text.", "Another text."))
    build_site(content, output, **SETTINGS)
    partial = archives(output)
    new = {name for name, path in partial.items() if path.stat().st_ino != inodes[name]}
    assert new == OF_SMOG | OF_ALL
    build_elsewhere(content, elsewhere)
    fresh = {name: path.read_bytes() for name, path in archives(elsewhere).items()}
    assert fresh == {name: path.read_bytes() for name, path in partial.items()}


def test_an_archive_that_cannot_be_made_leaves_the_old_site(content, tmp_path, monkeypatch):
    output = tmp_path / "output"
    before = build_site(content, output, **SETTINGS).files
    add(content, "campaigns/clean-air/news/smog/en.md", "\nMore.\n")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("plugins.minber.offline.making.write_zip", full)
    with pytest.raises(OSError, match="No space left"):
        build_site(content, output, **SETTINGS)
    assert Built(output, ()).files == before


def test_faults_of_a_page_are_told_as_without_archives(content, tmp_path):
    own = {
        "own/page.html": '{% extends "base.html" %}{% block content %}<b style="x">{% endblock %}'
    }
    write_files(tmp_path, own)
    theme = {"THEME_TEMPLATES_OVERRIDES": [str(tmp_path / "own")]}
    told = [
        build_site(content, tmp_path / str(offline) / "output", OFFLINE=offline, **theme).problems
        for offline in (True, False)
    ]
    assert told[0] == told[1] != ()


def test_after_many_edits_the_site_and_its_archives_are_as_from_nothing(tmp_path):
    place = furnish(tmp_path)
    build_site(place.content, tmp_path / "output", **SETTINGS, **place.settings)
    for edit_of in (retitle, translate, give_a_picture, rename_topic, count, alias, add_item):
        edit_of(place, Random(1))
        build_site(place.content, tmp_path / "output", **SETTINGS, **place.settings)
    fresh = build_site(place.content, tmp_path / "fresh" / "output", **SETTINGS, **place.settings)
    assert fresh.problems == ()
    assert tree(tmp_path / "output") == tree(fresh.output)
