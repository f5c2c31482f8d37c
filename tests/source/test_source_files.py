from __future__ import annotations

import hashlib
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.problems import Problem
from plugins.minber.source import characters
from plugins.minber.source.files import File, decoded, is_file_name, read, walk

UTF8 = "a:{line}: the file must be UTF-8, found “byte 0x{byte}”. Save it as UTF-8."
INVISIBLE = (
    "a:{line}: the text must not hold invisible control characters, found “{found}”. "
    "Delete the character."
)


# Texts


@pytest.mark.parametrize(
    ("data", "text"),
    [
        # line ends of every system
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\nb"),
        # a byte order mark, as Windows writes it
        (b"\xef\xbb\xbfa", "a"),
        # й in two characters, as macOS may write it
        ("и\u0306".encode(), "й"),
        ("Ө ү ң һ".encode(), "Ө ү ң һ"),
        # tabs and soft hyphens are text
        ("a\tb\u00adc".encode(), "a\tb\u00adc"),
        (b"", ""),
    ],
)
def test_a_text_is_nfc_with_newlines(data, text):
    assert decoded("a", data) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Zl", "Zp"])))
def test_the_form_of_the_letters_never_matters(text):
    forms = {decoded("a", unicodedata.normalize(form, text).encode()) for form in ("NFC", "NFD")}
    assert forms == {unicodedata.normalize("NFC", text)}


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [
        ("слово".encode("cp1251"), 1, "f1"),
        ("слово".encode("utf-16"), 1, "ff"),
        (b"a\r\nb\n\xe9", 3, "e9"),
        (b"\xef\xbb\xbfa\n\xe9", 2, "e9"),
        (b"cut \xd0", 1, "d0"),
    ],
)
def test_another_encoding_is_a_problem_at_its_line(data, line, byte):
    assert str(decoded("a", data)) == UTF8.format(line=line, byte=byte)


@pytest.mark.parametrize(
    "character",
    list(
        # ends of text, escapes, line separators of others
        "\x00\x07\x1b\x7f\x0b\x0c\x85\x9f\u2028\u2029"
        # marks without width, of direction, of order; tags
        "\u200b\u2060\ufeff\u061c\u200f\u202a\u202e\u2066\u2069\ufffe\U000e0041"
    ),
)
def test_an_invisible_character_is_a_problem_at_its_line(character):
    found = f"U+{ord(character):04X}"
    said = str(decoded("a", f"one\ntwo {character}".encode()))
    assert said == INVISIBLE.format(line=2, found=found)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_text_or_a_problem(data):
    assert isinstance(decoded("a", data), (str, Problem))


# Files


def test_the_digest_of_a_file_is_of_its_bytes(tmp_path):
    (tmp_path / "kk.md").write_bytes(b"a\r\n")
    file = read("content/kk.md", tmp_path / "kk.md")
    assert isinstance(file, File)
    assert (file.text, file.digest) == ("a\n", hashlib.sha256(b"a\r\n").hexdigest())


def test_a_text_of_500_kb_is_the_largest(tmp_path):
    place = tmp_path / "kk.md"
    place.write_bytes(b"a" * 500_000)
    assert isinstance(read("kk.md", place), File)
    place.write_bytes(b"a" * 500_001)
    assert str(read("kk.md", place)) == (
        "kk.md:1: a file of this kind must have at most 500,000 bytes, found “500,001 bytes”. "
        "Shorten or split it."
    )


def test_a_picture_may_be_larger_than_a_text(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"\xff" * 500_001)
    assert isinstance(read("a.jpg", tmp_path / "a.jpg"), File)


def test_a_file_that_went_away_is_a_problem(tmp_path):
    assert str(read("kk.md", tmp_path / "kk.md")) == (
        "kk.md:1: the file or folder must be readable, found “No such file or directory”. "
        "Look at its rights."
    )


@pytest.mark.parametrize(
    ("name", "is_plain"),
    [
        ("rally.jpg", True),
        ("2021-10_rally.v2.JPG", True),
        ("митинг.jpg", False),
        ("a b.jpg", False),
        ("a..jpg", False),
        ("../a.jpg", False),
        (".jpg", False),
    ],
)
def test_a_plain_name_is_one_that_any_system_carries(name, is_plain):
    assert is_file_name(name) is is_plain


# Walking


def problems_of(folder):
    return [str(found) for _, found in walk(folder, "content") if isinstance(found, Problem)]


def test_files_come_by_their_path(tmp_path):
    for name in ("b/c.md", "b/a.md", "a.md", "é.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    paths = [path for path, _ in walk(tmp_path, "content")]
    assert paths == ["content/a.md", "content/b/a.md", "content/b/c.md", "content/é.md"]


@pytest.mark.parametrize("target", ["inside.md", "/etc/hostname", ".", "nowhere"])
def test_a_symbolic_link_is_a_problem_and_is_not_followed(tmp_path, target):
    (tmp_path / "a.md").symlink_to(target)
    assert problems_of(tmp_path) == [
        (
            "content/a.md:1: content must be files and folders, not symbolic links. "
            "Put the file itself here, or delete the link."
        )
    ]


def test_a_pipe_is_a_problem_and_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "kk.md")
    assert problems_of(tmp_path) == [
        "content/kk.md:1: content must be ordinary files and folders. Delete it."
    ]


@pytest.mark.parametrize("name", [".kk.md.swp", "kk.md~", ".git"])
def test_a_hidden_file_is_a_problem(tmp_path, name):
    (tmp_path / name).touch()
    assert problems_of(tmp_path) == [
        (
            f"content/{name}:1: hidden files and backup copies must not stand in content, "
            f"found “{name}”. Delete the file or move it out of content."
        )
    ]


def test_nothing_is_said_about_what_file_managers_leave(tmp_path):
    (tmp_path / ".DS_Store").touch()
    assert list(walk(tmp_path, "content")) == []


def test_folders_that_no_item_has_are_not_entered(tmp_path):
    (tmp_path / "/".join("abcdefg")).mkdir(parents=True)
    assert problems_of(tmp_path) == [
        (
            "content/a/b/c/d/e/f:1: folders must not lie deeper than those of items, found “f”. "
            "Move its files up, or out of content."
        )
    ]


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path):
    (tmp_path / os.fsdecode(b"\xe9\n.md")).touch()
    [(path, _)] = walk(tmp_path, "content")
    assert path == "content/\\udce9\\n.md"


def test_no_plain_character_is_unsafe():
    plain = [chr(code) for code in range(0x110000) if characters._PLAIN.fullmatch(chr(code))]
    assert [char for char in plain if characters._UNSAFE.search(char * 3)] == []
