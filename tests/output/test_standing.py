"""What stands in the output is used only where it is as it was released."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.minber.cache.store import Store
from plugins.minber.output.standing import remember, standing_in
from tests.conftest import write_files

KEYS = {"index.html": "1", "kk/a.html": "2"}


@pytest.fixture
def released(tmp_path):
    """A folder with a release that a store remembers."""
    write_files(tmp_path / "output", dict.fromkeys(KEYS, "page"))
    store = Store(Path(":memory:"))
    remember(tmp_path / "output", tmp_path / "old", KEYS, (), store)
    return tmp_path / "output", store


def test_a_release_stands_as_it_is(released):
    standing = standing_in(*released)
    assert (standing.keys, standing.released, standing.is_intact) == (KEYS, KEYS, True)


def test_a_renamed_folder_is_the_same_release(released):
    folder, store = released
    folder = folder.rename(folder.with_name("public"))
    assert standing_in(folder, store).is_intact


def touch(path):
    os.utime(path, ns=(1, 1))


def replace(path):
    stat = path.stat()
    path.with_name("new").write_bytes(path.read_bytes())
    path.with_name("new").rename(path)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


@pytest.mark.parametrize(
    "change", [Path.unlink, touch, replace, lambda path: path.write_text("pages")]
)
def test_a_file_that_was_touched_is_not_used(released, change):
    folder, store = released
    change(folder / "kk/a.html")
    standing = standing_in(folder, store)
    assert (standing.keys, standing.is_intact) == ({"index.html": "1"}, False)


def test_a_stranger_among_the_files_is_noticed(released):
    folder, store = released
    (folder / "stray.html").write_text("")
    standing = standing_in(folder, store)
    assert (standing.keys, standing.is_intact) == (KEYS, False)


def test_nothing_stands_where_nothing_was_released(tmp_path):
    store = Store(Path(":memory:"))
    for folder in (tmp_path, tmp_path / "missing"):
        assert standing_in(folder, store).keys == {}


def test_a_link_in_place_of_a_page_is_not_used(released):
    folder, store = released
    page = folder / "kk/a.html"
    page.rename(folder.with_name("elsewhere"))
    page.symlink_to(folder.with_name("elsewhere"))
    assert "kk/a.html" not in standing_in(folder, store).keys


def test_the_latest_releases_are_remembered_and_what_they_need_is_kept(tmp_path):
    store = Store(Path(":memory:"))
    for number in range(12):
        folder = tmp_path / str(number)
        write_files(folder, {"index.html": "page"})
        store.put_many((f"page:{number + other}", b"page") for other in (0, 100, 200, 300, 400))
        remember(folder, tmp_path / "old", {"index.html": "key"}, (f"page:{number}",), store)
    assert len(store.keys("release:")) == 8
    assert [number for number in (0, 4, 100, 11) if store.get(f"page:{number}")] == [4, 11]
    assert standing_in(tmp_path / "11", store).is_intact


def test_a_release_that_was_replaced_is_forgotten(released):
    folder, store = released
    write_files(folder.with_name("new"), {"index.html": "page"})
    remember(folder.with_name("new"), folder, {"index.html": "key"}, (), store)
    assert standing_in(folder, store).keys == {}
