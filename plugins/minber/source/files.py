"""Files of the tree: read once, safe, with the digest of their bytes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.minber.problems import Problem
from plugins.minber.source.characters import unsafe_character

MADE_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""File managers put these into folders unasked; they are never read or published."""

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_FILE_NAME = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9]+")
TEXT_LIMIT = 500_000
PICTURE_LIMIT = 40_000_000

Location = str | os.PathLike[str]
"""Where the system finds a file."""

_DEEPEST = 5
"""Folders between `content` and a file: campaigns/<campaign>/news/<item>, and one to spare."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of the tree.  A picture's bytes stay on the disk."""

    path: str
    """From the folder above `content/`, with forward slashes: what problems print."""
    digest: str
    """SHA-256 of the bytes, in hexadecimal."""
    text: str
    """NFC with `\\n` line ends; "" for a picture."""


@dataclass(frozen=True, slots=True)
class Met:
    """A regular file that was met on a walk, not yet read."""

    location: str
    stat: os.stat_result


def is_picture(name: str) -> bool:
    """By the ending of its name; what it holds is looked at when it is published."""
    return name.lower().endswith(PICTURE_ENDINGS)


def is_file_name(name: str) -> bool:
    """Whether any system and any address can carry the name as it is."""
    return bool(_FILE_NAME.fullmatch(name))


def walk(folder: Location, shown: str) -> Iterator[tuple[str, Met | Problem]]:
    """All regular files below `folder`, sorted by path; anything else is a problem.

    `shown` is the path of the folder as problems print it.
    """
    try:
        with os.scandir(folder) as scan:
            children = sorted(scan, key=lambda child: child.name)
    except OSError as error:
        yield shown, _unreadable(shown, error)
        return
    for child in children:
        path = f"{shown}/{_printable(child.name)}"
        if child.name in MADE_BY_SYSTEMS:
            continue
        found = child.stat(follow_symlinks=False)
        problem = _refused(child.name, found.st_mode, path)
        if problem:
            yield path, problem
        elif stat.S_ISDIR(found.st_mode):
            yield from walk(child.path, path)
        else:
            yield path, Met(child.path, found)


def _printable(name: str) -> str:
    """The name with what no terminal shows, such as bytes that are not UTF-8, as escapes."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def _unreadable(path: str, error: OSError) -> Problem:
    found = error.strerror or type(error).__name__
    return Problem(path, 1, "the file or folder must be readable", found, "Look at its rights.")


def _refused(name: str, mode: int, path: str) -> Problem | None:
    if stat.S_ISLNK(mode):
        remedy = "Put the file itself here, or delete the link."
        return Problem(path, 1, "content must be files and folders, not symbolic links", "", remedy)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        remedy = "Delete it."
        return Problem(path, 1, "content must be ordinary files and folders", "", remedy)
    if stat.S_ISDIR(mode) and path.count("/") > _DEEPEST:
        rule = "folders must not lie deeper than those of items"
        return Problem(path, 1, rule, name, "Move its files up, or out of content.")
    if name.startswith(".") or name.endswith("~"):
        rule = "hidden files and backup copies must not stand in content"
        return Problem(path, 1, rule, name, "Delete the file or move it out of content.")
    return None


def read(path: str, location: Location) -> File | Problem:
    """The file, or what forbids to use it: its size, its encoding, unsafe characters."""
    data = _bytes(path, location)
    if isinstance(data, Problem):
        return data
    digest = hashlib.sha256(data).hexdigest()
    if is_picture(path):
        return File(path, digest, "")
    text = decoded(path, data)
    return text if isinstance(text, Problem) else File(path, digest, text)


def digest_of_file(path: str, location: Location) -> str | Problem:
    """The SHA-256 of a file's bytes in hexadecimal, or why they cannot be had."""
    data = _bytes(path, location)
    return data if isinstance(data, Problem) else hashlib.sha256(data).hexdigest()


def _bytes(path: str, location: Location) -> bytes | Problem:
    limit = PICTURE_LIMIT if is_picture(path) else TEXT_LIMIT
    try:
        with open(location, "rb") as file:  # noqa: PTH123 - twice as fast as a Path's
            # Not the size that the system states: the file may grow meanwhile.
            data = file.read(limit + 1)
            size = max(len(data), os.fstat(file.fileno()).st_size)
    except OSError as error:
        return _unreadable(path, error)
    if size > limit:
        rule = f"a file of this kind must have at most {limit:,} bytes"
        return Problem(path, 1, rule, f"{size:,} bytes", "Shorten or split it.")
    return data


def decoded(path: str, data: bytes) -> str | Problem:
    """The text of a file, which must be UTF-8 (a byte order mark is accepted)."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x}"
        return Problem(path, line, "the file must be UTF-8", found, "Save it as UTF-8.")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if unsafe := unsafe_character(text):
        character, at = unsafe
        line = text.count("\n", 0, at) + 1
        rule = "the text must not hold invisible control characters"
        return Problem(path, line, rule, character, "Delete the character.")
    return text
