"""The site that stands is replaced by a whole one or not at all."""

from __future__ import annotations

import errno
import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from plugins.minber import release
from plugins.minber.release import MARK, NotASite, replacing
from tests.conftest import ROOT

OLD = f"<!doctype html>{MARK}old"


@pytest.fixture
def output(tmp_path):
    """A site that stands."""
    folder = tmp_path / "sites" / "output"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(OLD)
    (folder / "gone.html").write_text("old")
    return folder


def replace(output, name="index.html", text="new"):
    with replacing(output) as staging:
        (staging / name).write_text(text)


def files(folder):
    """All files at and below a folder with their texts."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_site_takes_the_place_of_the_old_one_with_nothing_beside(output):
    replace(output)
    assert files(output.parent) == {"output/index.html": "new"}


def test_a_site_is_made_where_none_was(tmp_path):
    replace(tmp_path / "deep" / "output")
    assert files(tmp_path) == {"deep/output/index.html": "new"}


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "output").mkdir()
    replace(tmp_path / "output")
    assert files(tmp_path) == {"output/index.html": "new"}


def fail_half_way(output, error):
    with replacing(output) as staging:
        (staging / "index.html").write_text("new")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_after_an_error_the_old_site_stands_with_nothing_beside(output, error):
    before = files(output.parent)
    with pytest.raises(error):
        fail_half_way(output, error)
    assert files(output.parent) == before


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_fault_of_the_disk_at_the_switch_leaves_the_old_site(output, monkeypatch, code):
    def fail(*_):
        raise OSError(code, "fault")

    before = files(output.parent)
    monkeypatch.setattr(release, "_swapped", fail)
    with pytest.raises(OSError, match="fault"):
        replace(output)
    assert files(output.parent) == before


def test_where_folders_cannot_be_swapped_the_old_site_is_moved_aside(output, monkeypatch):
    monkeypatch.setattr(release, "_swapped", lambda *_: False)
    replace(output)
    assert files(output.parent) == {"output/index.html": "new"}


def test_a_fault_between_the_two_moves_brings_the_old_site_back(output, monkeypatch):
    before = files(output.parent)
    rename = type(output).rename

    def fail_for_new(path, target):
        if path.name.endswith(".new"):
            raise OSError(errno.EIO, "fault")
        return rename(path, target)

    monkeypatch.setattr(release, "_swapped", lambda *_: False)
    monkeypatch.setattr(type(output), "rename", fail_for_new)
    with pytest.raises(OSError, match="fault"):
        replace(output)
    assert files(output.parent) == before


def test_what_a_killed_build_left_is_removed_by_the_next(output):
    for name in (".output.new", ".output.old"):
        (output.parent / name).mkdir()
        (output.parent / name / "half.html").write_text("half")
    replace(output)
    assert files(output.parent) == {"output/index.html": "new"}


def test_a_site_that_was_only_moved_aside_comes_back_before_the_next_build(output):
    output.rename(output.parent / ".output.old")
    with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
        fail_half_way(output, ValueError)
    assert files(output.parent) == {"output/index.html": OLD, "output/gone.html": "old"}


def test_what_stands_beside_under_another_name_is_left_alone(output):
    other = output.parent / ".output.newer"
    other.mkdir()
    (other / "file").write_text("mine")
    replace(output)
    assert files(output.parent) == {".output.newer/file": "mine", "output/index.html": "new"}


def test_a_name_may_hold_signs_that_a_shell_knows(tmp_path):
    replace(tmp_path / "o[u]t *?")
    assert files(tmp_path) == {"o[u]t *?/index.html": "new"}


# What is no site


@pytest.mark.parametrize(
    "content",
    [
        # a home folder, another site, a repository, a site without its first page
        {"letter.txt": "mine"},
        {"index.html": "<!doctype html><title>Another</title>"},
        {".git": "ref: x"},
        {"kk.html": MARK},
    ],
)
def test_a_folder_with_something_else_is_refused_and_left_alone(tmp_path, content):
    for name, text in content.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(NotASite) as refusal:
        replace(tmp_path)
    assert files(tmp_path) == content
    assert str(refusal.value) == (
        f"{tmp_path} must be empty or hold a site that was built before, and it holds "
        "something else; name another folder with -o, or empty it yourself"
    )


@pytest.mark.parametrize("folder", ["/", "~", "."])
def test_places_that_are_no_output_are_refused(folder):
    with pytest.raises(NotASite):
        replace(type(ROOT)(folder).expanduser())


def test_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotASite, match=r"file must be a folder; name another with -o$"):
        replace(tmp_path / "file")


def test_a_link_to_a_site_stays_a_link_and_leads_to_the_new_site(output, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(output)
    replace(link)
    assert (link.is_symlink(), files(output)) == (True, {"index.html": "new"})


def test_a_link_to_something_else_is_refused(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "home")
    with pytest.raises(NotASite):
        replace(tmp_path / "link")


# Other processes

WRITE_A_SITE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from plugins.minber.release import MARK, replacing
output, text, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for _ in range(count):
    with replacing(output) as staging:
        (staging / "index.html").write_text(MARK + text)
        for number in range(40):
            (staging / f"{{number}}.html").write_text(text)
"""


def writer(output, text, count=1):
    command = [sys.executable, "-c", WRITE_A_SITE, str(output), text, str(count)]
    return subprocess.Popen(command)


def whole(text):
    return {"index.html": MARK + text} | {f"{number}.html": text for number in range(40)}


def test_builds_at_once_leave_the_whole_site_of_one_of_them(tmp_path):
    output = tmp_path / "output"
    running = [writer(output, text, count=30) for text in ("a", "b", "c")]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert files(tmp_path) in [
        {f"output/{name}": found for name, found in whole(text).items()} for text in ("a", "b", "c")
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new_one_whole(tmp_path):
    output = tmp_path / "output"
    chance = random.Random(7)
    assert writer(output, "0").wait() == 0
    for number in range(1, 16):
        process = writer(output, str(number), count=10_000)
        until = time.monotonic() + 10
        while files_or_none(output) == whole(str(number - 1)) and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(chance.random() / 50)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert files(output) == whole(str(number))
    replace(output, text=MARK)
    assert files(tmp_path) == {"output/index.html": MARK}


def files_or_none(folder):
    """As `files`; None where the folder was replaced meanwhile."""
    with suppress(FileNotFoundError):
        return files(folder)
    return None


@pytest.mark.parametrize("kept", [".git", "CNAME", ".htaccess"])
def test_what_others_keep_in_a_folder_is_not_deleted(tmp_path, kept):
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text(MARK, "utf-8")
    (output / kept).write_text("x", "utf-8")

    with (
        pytest.raises(NotASite, match=f"holds {re.escape(kept)}, which no build made"),
        replacing(output),
    ):
        pass
    assert (output / kept).read_text("utf-8") == "x"
