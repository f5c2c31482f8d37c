"""What has changed in the tree is seen; what has not is not read."""

from __future__ import annotations

import hashlib
import os
import time

import pytest

from plugins.minber.source import survey as module
from plugins.minber.source.survey import survey
from tests.conftest import write_files

CODES = ("kk", "ru", "en")
PATH = "content/pages/about/kk.md"
LONG_AGO = time.time_ns() - 10**12


@pytest.fixture
def settled(tmp_path, monkeypatch):
    """A tree whose file has not changed for long."""
    monkeypatch.setattr(module, "_SETTLING", -(10**12))
    write_files(tmp_path, {"pages/about/kk.md": "text"})
    os.utime(tmp_path / "pages/about/kk.md", ns=(LONG_AGO, LONG_AGO))
    return tmp_path


def digest_of(found):
    return found.plots[0].spots["kk.md"].digest


def test_a_file_is_known_by_the_digest_of_its_bytes(tmp_path):
    write_files(tmp_path, {"pages/about/kk.md": "text"})
    found, problems = survey(tmp_path, CODES, {})
    assert (digest_of(found), problems) == (hashlib.sha256(b"text").hexdigest(), [])


def test_a_file_with_a_known_stamp_is_not_read(settled, monkeypatch):
    known = survey(settled, CODES, {})[0].stamps
    monkeypatch.setattr(module, "digest_of_file", None)
    found, _ = survey(settled, CODES, known)
    assert digest_of(found) == hashlib.sha256(b"text").hexdigest()


def lengthen(path):
    path.write_text("longer")


def change_a_letter(path):
    path.write_text("tent")


def put_the_old_time_back(path):
    path.write_text("tent")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))


def put_another_file_in_its_place(path):
    path.with_name("new").write_text("tent")
    os.utime(path.with_name("new"), ns=(LONG_AGO, LONG_AGO))
    path.with_name("new").rename(path)


@pytest.mark.parametrize(
    "change",
    [lengthen, change_a_letter, put_the_old_time_back, put_another_file_in_its_place],
)
def test_a_changed_file_is_read_whatever_its_times_say(settled, change):
    known = survey(settled, CODES, {})[0].stamps
    change(settled / "pages/about/kk.md")
    found, _ = survey(settled, CODES, known)
    text = (settled / "pages/about/kk.md").read_bytes()
    assert digest_of(found) == hashlib.sha256(text).hexdigest()


def test_a_file_that_has_just_changed_is_read_again_next_time(tmp_path):
    write_files(tmp_path, {"pages/about/kk.md": "text"})
    assert survey(tmp_path, CODES, {})[0].stamps == {}


def test_stamps_name_files_by_their_place_in_content(settled):
    assert list(survey(settled, CODES, {})[0].stamps) == [PATH]
