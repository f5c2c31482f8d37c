"""What is kept comes back whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.cache.store import FORMAT, Store, opened
from tests.conftest import ROOT

NAME = f"kept-{FORMAT}.sqlite"


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.binary()))
def test_what_is_kept_comes_back(blobs):
    store = Store(Path(":memory:"))
    store.put_many(blobs.items())
    assert store.get_many(blobs) == blobs


def test_more_keys_than_fit_into_one_question_come_back():
    store = Store(Path(":memory:"))
    blobs = {str(number): b"x" for number in range(1201)}
    store.put_many(blobs.items())
    assert store.get_many(blobs) == blobs


def test_what_is_not_kept_is_nothing():
    assert Store(Path(":memory:")).get("key") is None


def test_the_last_that_is_kept_under_a_key_counts():
    store = Store(Path(":memory:"))
    store.put_many([("key", b"old")])
    store.put_many([("key", b"new")])
    assert store.get("key") == b"new"


def test_what_one_process_keeps_another_finds(tmp_path):
    with opened(tmp_path / "deep" / "cache") as store:
        store.put_many([("key", b"data")])
    with opened(tmp_path / "deep" / "cache") as store:
        assert store.get("key") == b"data"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE kept SET data = 'text'",
        "UPDATE kept SET data = x'00'",
        "UPDATE kept SET data = NULL",
        "UPDATE kept SET crc = crc + 1",
        # the bytes of another key
        "UPDATE kept SET key = 'key' WHERE key = 'other'",
    ],
)
def test_what_was_changed_is_not_there(tmp_path, change):
    with opened(tmp_path) as store:
        store.put_many([("other", b"data")] + ([] if "'other'" in change else [("key", b"data")]))
    with closing(sqlite3.connect(tmp_path / NAME)) as connection:
        connection.execute(change)
        connection.commit()
    with opened(tmp_path) as store:
        assert store.get("key") is None


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_store_is_begun_anew(tmp_path, data):
    (tmp_path / NAME).write_bytes(data)
    for _ in range(2):
        with opened(tmp_path) as store:
            store.put_many([("key", b"data")])
    with opened(tmp_path) as store:
        assert store.get("key") == b"data"


def test_a_store_that_was_cut_short_heals(tmp_path):
    blobs = {str(number): os.urandom(5000) for number in range(200)}
    with opened(tmp_path) as store:
        store.put_many(blobs.items())
    data = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(data[: len(data) // 2])
    for _ in range(2):
        with opened(tmp_path) as store:
            found = store.get_many(blobs)
            assert found.items() <= blobs.items()
            store.put_many(blobs.items())
    with opened(tmp_path) as store:
        assert store.get_many(blobs) == blobs


def test_a_file_of_another_format_is_left_alone(tmp_path):
    (tmp_path / "kept-0.sqlite").write_bytes(b"older")
    with opened(tmp_path) as store:
        store.put_many([("key", b"data")])
    assert (tmp_path / "kept-0.sqlite").read_bytes() == b"older"


@pytest.mark.parametrize("folder", [None, "a file"])
def test_without_a_folder_to_write_to_a_store_lasts_as_long_as_it_is_open(tmp_path, folder):
    (tmp_path / "a file").write_text("")
    with opened(tmp_path / folder / "cache" if folder else None) as store:
        store.put_many([("key", b"data")])
        assert store.get("key") == b"data"
        path = store.path
    assert not path.exists()


def test_pruning_leaves_what_is_wanted():
    store = Store(Path(":memory:"))
    store.put_many((f"{number:03}", b"x") for number in range(100))
    store.prune({"001", "002", "missing"})
    assert store.keys("") == ["001", "002"]


def test_what_is_deleted_is_gone():
    store = Store(Path(":memory:"))
    store.put_many([("one", b"1"), ("two", b"2")])
    store.delete(["one", "missing"])
    assert (store.keys(""), len(store)) == (["two"], 1)


def test_a_pruned_file_is_smaller(tmp_path):
    with opened(tmp_path) as store:
        store.put_many((f"{number:03}", bytes(10_000)) for number in range(100))
        before = store.path.stat().st_size
        store.prune({"001"})
        assert store.path.stat().st_size < before / 10


def test_keys_are_found_by_their_beginning():
    store = Store(Path(":memory:"))
    store.put_many((key, b"") for key in ("b:2", "a:1", "b:1", "ba"))
    assert store.keys("b:") == ["b:1", "b:2"]


WRITER = """
import sys
from pathlib import Path
from plugins.minber.cache.store import opened
print("ready", flush=True)
while True:
    with opened(Path(sys.argv[1])) as store:
        store.put_many((f"{n}", bytes([n]) * 100_000) for n in range(100))
"""


def test_a_process_that_is_killed_while_it_writes_leaves_a_sound_store(tmp_path):
    for delay in (0.05, 0.13, 0.21):
        command = [sys.executable, "-c", WRITER, str(tmp_path)]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(delay)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        with opened(tmp_path) as store:
            found = store.get_many([str(number) for number in range(100)])
            assert not store.is_damaged
            # A transaction is there as a whole or not at all.
            assert len(found) in (0, 100)
            assert all(data == bytes([int(key)]) * 100_000 for key, data in found.items())


def test_another_process_does_without_a_store_that_is_gone(tmp_path):
    with opened(tmp_path / "cache") as store:
        store.put_many([("key", b"data")])
        with closing(store.another()) as other:
            assert other.get("key") == b"data"
        shutil.rmtree(tmp_path / "cache")
        with closing(store.another()) as other:
            assert other.get("key") is None


def test_two_builds_may_write_side_by_side(tmp_path):
    with opened(tmp_path) as one, opened(tmp_path) as two:
        one.put_many([("one", b"1")])
        two.put_many([("two", b"2")])
        assert one.get("two") == b"2"
        assert two.get("one") == b"1"


def test_a_store_may_be_deleted_at_any_time(tmp_path):
    with opened(tmp_path) as store:
        store.put_many([("key", b"data")])
        shutil.rmtree(tmp_path)
        store.put_many([("more", b"data")])
    with opened(tmp_path) as store:
        store.put_many([("key", b"new")])
        assert store.get("key") == b"new"
