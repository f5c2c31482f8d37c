"""PNG files taken apart (ISO/IEC 15948, section 5)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from plugins.minber.pictures.anatomy import (
    MOST_PARTS,
    Anatomy,
    damaged,
    moving,
    too_many_parts,
)
from plugins.minber.pictures.exif import orientation_of

START = b"\x89PNG\r\n\x1a\n"
LARGEST_PROFILE = 4_000_000
"""Bytes, unpacked: those of printers have about half."""

_HEAD, _NAME = 13, 4
"""Bytes of the first chunk, and of the name of each."""
_PIECE = 1 << 20
"""Bytes in which pixels are handed on: smaller ones take time, and what stands behind the last row
is read a whole piece at once."""
_NEEDED = (b"IHDR", b"PLTE", b"tRNS")


def take_apart(data: bytes) -> Anatomy:
    """The anatomy of a PNG file; raises Unusable."""
    chunks = list(islice(_chunks(data), MOST_PARTS + 1))
    if len(chunks) > MOST_PARTS:
        raise too_many_parts()
    named = dict(reversed(chunks))
    head, frames = bytes(named.get(b"IHDR", b"")), bytes(named.get(b"acTL", b""))
    if chunks[0][0] != b"IHDR" or len(head) != _HEAD or b"IDAT" not in named:
        raise damaged("no picture in it")
    if frames and int.from_bytes(frames[:4]) > 1:
        raise moving()
    image = memoryview(b"".join(body for name, body in chunks if name == b"IDAT"))
    starts = range(0, len(image) or 1, _PIECE)
    needed = [(name, named[name]) for name in _NEEDED if name in named]
    pieces = [(b"IDAT", image[start : start + _PIECE]) for start in starts]
    kept = [*needed, *pieces, (b"IEND", memoryview(b""))]
    others = (bytes(body) for name, body in chunks if name not in (*_NEEDED, b"IDAT"))
    return Anatomy(
        kind="PNG",
        size=(int.from_bytes(head[:4]), int.from_bytes(head[4:8])),
        orientation=orientation_of(bytes(named.get(b"eXIf", b""))),
        profile=_profile(bytes(named.get(b"iCCP", b""))),
        pixels=START + b"".join(_chunk(name, body) for name, body in kept),
        spoils=tuple(others),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Names and bodies up to the end of the picture; what stands behind it comes last, as `""`."""
    view, at = memoryview(data), len(START)
    while True:
        name, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4])
        if len(name) < _NAME or end > len(data):
            raise damaged("cut short")
        body = view[at + 8 : end - 4]
        if name == b"IEND":
            yield b"", view[end:]
            return
        # A capital letter first: no picture without it.
        if name[:1].isupper() and zlib.crc32(body, zlib.crc32(name)) != _sum(data, end):
            # Whoever reads the message in a terminal is to get letters alone.
            raise damaged(f"bytes of {name.decode() if name.isalpha() else 'a part'} are wrong")
        yield name, body
        at = end


def _sum(data: bytes, end: int) -> int:
    return int.from_bytes(data[end - 4 : end])


def _chunk(name: bytes, body: memoryview) -> bytes:
    check = zlib.crc32(body, zlib.crc32(name))
    return b"".join((len(body).to_bytes(4), name, body, check.to_bytes(4)))


def _profile(body: bytes) -> bytes:
    """The ICC profile, packed behind its name; none where it cannot be unpacked."""
    packed = body.partition(b"\0")[2][1:]
    with suppress(zlib.error):
        unpacking = zlib.decompressobj()
        profile = unpacking.decompress(packed, LARGEST_PROFILE)
        return profile if unpacking.eof else b""
    return b""
