"""WebP files taken apart (RFC 9649, section 2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from plugins.minber.pictures.anatomy import (
    MOST_PARTS,
    Anatomy,
    damaged,
    moving,
    too_many_parts,
)
from plugins.minber.pictures.exif import orientation_of

START, KIND = b"RIFF", b"WEBP"

_START_AND_KIND = 12
_HEAD = 10
"""Bytes of the head of an extended file, and at least of a picture's own."""
_ALPHA, _ANIMATION = 0x10, 0x02
"""Flags of the head of an extended file."""
_LOSSY, _LOSSLESS = b"VP8 ", b"VP8L"


def take_apart(data: bytes) -> Anatomy:
    """The anatomy of a WebP file; raises Unusable."""
    chunks = list(islice(_chunks(data), MOST_PARTS + 1))
    if len(chunks) > MOST_PARTS:
        raise too_many_parts()
    named = {name: bytes(body) for name, body in reversed(chunks)}
    head = named.get(b"VP8X", bytes(_HEAD))
    if head[0] & _ANIMATION or b"ANIM" in named or b"ANMF" in named:
        raise moving()
    images = [name for name in (_LOSSY, _LOSSLESS) if name in named]
    if len(images) != 1 or len(head) != _HEAD:
        raise damaged("no picture in it")
    size = _size(images[0], named[images[0]])
    if b"VP8X" in named:
        # The larger of the two: whoever reads it sets aside memory for what the head says.
        size = max(size, (1 + _number(head[4:7]), 1 + _number(head[7:10])), key=_area)
        named[b"VP8X"] = bytes([head[0] & _ALPHA]) + head[1:]
    kept = [name for name in (b"VP8X", b"ALPH", *images) if name in named]
    return Anatomy(
        kind="WEBP",
        size=size,
        orientation=orientation_of(named.get(b"EXIF", b"")),
        profile=named.get(b"ICCP", b""),
        pixels=_file(b"".join(_chunk(name, named[name]) for name in kept)),
        spoils=tuple(bytes(body) for name, body in chunks if name not in kept),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Names and bodies; what stands behind the end of the file comes last, as `""`."""
    view, at, end = memoryview(data), _START_AND_KIND, 8 + _number(data[4:8])
    if end > len(data):
        raise damaged("cut short")
    while at + 8 <= end:
        name, size = data[at : at + 4], _number(data[at + 4 : at + 8])
        if at + 8 + size > end:
            raise damaged("cut short")
        yield name, view[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    yield b"", view[end:]


def _size(name: bytes, body: bytes) -> tuple[int, int]:
    """Width and height (RFC 6386, section 9.1; RFC 9649, section 3.4)."""
    if name == _LOSSY:
        bits, start, is_whole = _number(body[6:10]), 16, body[3:6] == b"\x9d\x01\x2a"
    else:
        bits, start, is_whole = _number(body[1:5]), 14, body[:1] == b"\x2f"
    if not is_whole or len(body) < _HEAD:
        raise damaged("no picture in it")
    # The lossless kind counts from nought.
    more = int(name == _LOSSLESS)
    return (bits & 0x3FFF) + more, (bits >> start & 0x3FFF) + more


def _area(size: tuple[int, int]) -> int:
    return size[0] * size[1]


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _chunk(name: bytes, body: bytes) -> bytes:
    return b"".join((name, len(body).to_bytes(4, "little"), body, bytes(len(body) % 2)))


def _file(chunks: bytes) -> bytes:
    return b"".join((START, (len(chunks) + 4).to_bytes(4, "little"), KIND, chunks))
