"""The marks in a ZIM file that libzim draws by lot, in whose place come digests of its contents.

The header has a number of its own for each book (bytes 8 to 24), and so has each index of Xapian
within; an MD5 of all before it is the end of the file (openzim.org, "ZIM file format").
"""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Iterator
from pathlib import Path

_NUMBER = 16
"""Bytes of a mark, and of the MD5."""
_IN_HEADER = 8
_INDEX = b"\x0f\rXapian Glass"
_VERSION = 2
"""Bytes between the name of an index and its mark."""


def stamp(path: Path) -> None:
    """Let every mark of a ZIM file follow from its contents, and its sum from all."""
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as data:
        places = [_IN_HEADER, *_indexes(data)]
        for at in places:
            data[at : at + _NUMBER] = bytes(_NUMBER)
        end = len(data) - _NUMBER
        contents = _digest("sha256", data, end)
        for order, at in enumerate(places):
            mark = hashlib.sha256(contents + bytes([order])).digest()
            data[at : at + _NUMBER] = mark[:_NUMBER]
        data[end:] = _digest("md5", data, end)


def _indexes(data: mmap.mmap) -> Iterator[int]:
    at = data.find(_INDEX)
    while at >= 0:
        yield at + len(_INDEX) + _VERSION
        at = data.find(_INDEX, at + 1)


def _digest(name: str, data: mmap.mmap, end: int) -> bytes:
    digest = hashlib.new(name, usedforsecurity=False)
    size = 1 << 20
    for at in range(0, end, size):
        digest.update(data[at : min(at + size, end)])
    return digest.digest()
