"""Whatever stands in content, an editor is told, and never sees a traceback."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SITES, content_of
from tests.content import opened

CONTENT = SITES / "three-languages" / "content"
FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.*"))
PIECES = [
    b"\xff",
    b"\x00",
    b"\xe2\x80\xae",
    b"\n",
    b"\n---\n",
    b": ",
    b"- ",
    b"[",
    b"{",
    b"}",
    b"]",
]
PIECES += [
    b"'",
    b'"',
    b"|\n",
    b"&a ",
    b"*a",
    b"!!str ",
    b"<b>",
    b"](",
    b"](//[",
    b"![",
    b"#",
    b"\t",
]
PIECES += [
    b"2021-02-30",
    b"0000-00-00",
    b"9999-12-31T23:59:59-12:00",
    b"1e999",
    b".inf",
    b"~",
    b",",
]
PIECES += [b"kz", b"../../../", b"%00", b"9" * 5_000, "\u0301І".encode(), b"\xed\xa0\x80", b"\r"]


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return content_of("three-languages", tmp_path_factory.mktemp("any"))


def mutated(data, seed):
    """The bytes with a few pieces put in, taken out, doubled or swapped."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        end = at + chance.choice([0, 0, 1, 5, 40])
        piece = chance.choice([*PIECES, b"", data[at:end] * 2, data[: chance.randint(0, 60)]])
        data = data[:at] + piece + data[end:]
    return data


def open_with(content, path, data):
    before = (content / path).read_bytes()
    (content / path).write_bytes(data)
    try:
        return opened(content, with_drafts=True)
    finally:
        (content / path).write_bytes(before)


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.integers(0, 2**32))
def test_a_valid_file_with_mutations_gives_problems_or_a_library(content, path, seed):
    opening = open_with(content, path, mutated((content / path).read_bytes(), seed))
    assert all(problem.line >= 1 and problem.rule for problem in opening.problems)


@settings(max_examples=30)
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_any_bytes_give_problems_or_a_library(content, path, data):
    opening = open_with(content, path, data)
    assert opening.problems or not data.strip()


@settings(max_examples=30)
@given(st.sampled_from([f for f in FILES if f.endswith(".md")]), st.text(max_size=200))
def test_any_text_gives_problems_or_a_library(content, path, text):
    front = (content / path).read_text("utf-8").rpartition("---\n")[0]
    opening = open_with(content, path, f"{front}---\n{text}".encode("utf-8", "replace"))
    assert all(str(problem) for problem in opening.problems)


@settings(max_examples=20)
@given(st.sets(st.sampled_from(FILES), max_size=5))
def test_missing_files_give_problems_or_a_library(content, missing):
    saved = {path: (content / path).read_bytes() for path in missing}
    for path in saved:
        (content / path).unlink()
    try:
        opened(content)
    finally:
        for path, data in saved.items():
            (content / path).write_bytes(data)
