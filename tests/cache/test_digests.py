"""A digest stands for its inputs."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.cache.digests import code_digest, digest_of, digest_of_files

PARTS = st.lists(st.text(max_size=3), max_size=4)


@given(PARTS, PARTS)
def test_only_the_same_parts_have_the_same_digest(one, other):
    assert (digest_of(*one) == digest_of(*other)) == (one == other)


def test_a_digest_is_the_same_on_every_machine():
    framed = "2:kk7:Қазақша".encode()
    assert digest_of("kk", "Қазақша") == hashlib.sha256(framed).hexdigest()[:32]


def test_a_digest_of_files_tells_their_names_and_bytes(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    one = digest_of_files(tmp_path, [tmp_path / "a"])
    (tmp_path / "a").rename(tmp_path / "b")
    other = digest_of_files(tmp_path, [tmp_path / "b"])
    (tmp_path / "b").write_bytes(b"y")
    assert len({one, other, digest_of_files(tmp_path, [tmp_path / "b"])}) == 3


def test_a_changed_line_of_code_is_another_code(tmp_path):
    (tmp_path / "room.py").write_text("x = 1\n")
    before = code_digest(tmp_path)
    assert code_digest(tmp_path) == before
    (tmp_path / "room.py").write_text("x = 2\n")
    assert code_digest(tmp_path) != before


def test_data_beside_the_code_are_a_part_of_it(tmp_path):
    before = code_digest(tmp_path)
    (tmp_path / "days.yaml").write_text("2027: {}\n")
    assert code_digest(tmp_path) != before
