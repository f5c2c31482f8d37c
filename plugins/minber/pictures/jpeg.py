"""JPEG files taken apart (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.minber.pictures.anatomy import (
    MOST_PARTS,
    Anatomy,
    Unusable,
    damaged,
    too_many_parts,
)
from plugins.minber.pictures.exif import HEADER, orientation_of

START = b"\xff\xd8"
MOST_SCANS = 30
"""Passes over all pixels.  Cameras make one, programs about ten; each costs as much as the first,
so a small file with hundreds would take minutes."""

_END, _SCAN = 0xD9, 0xDA
_LENGTH = 2
"""Bytes that say how long a segment is; they count themselves."""
_EIGHT_BITS = 8
_FRAMES = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive; what else there is no browser shows."""
_OTHER_FRAMES = {*range(0xC3, 0xD0)} - {0xC4, 0xC8, 0xCC}
_TABLES = {0xC4, 0xDB, 0xDD}
_COLOURS = {0xE0: b"JFIF\0", 0xEE: b"Adobe"}
"""What tells how colours are stored."""
_ICC_HEADER = b"ICC_PROFILE\0"
# Within a scan, 0xFF is followed by 0 where it is data, and by D0 to D7 between restarts.
_MARKER = re.compile(rb"\xff+([^\x00\x01\xd0-\xd7\xff])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    body: bytes
    """Behind its length."""
    whole: memoryview
    """With its marker, and the pixels of a scan."""


def take_apart(data: bytes) -> Anatomy:
    """The anatomy of a JPEG file; raises Unusable."""
    kept: list[bytes | memoryview] = [START]
    spoils: list[bytes] = []
    frames: list[_Segment] = []
    scans, end = 0, len(data)
    for segment in _segments(data):
        if segment.marker in _FRAMES:
            frames.append(segment)
        elif segment.marker in _OTHER_FRAMES:
            raise Unusable("a JPEG must be of a kind that browsers show", "a rare one")
        if _is_needed(segment):
            kept.append(segment.whole)
        else:
            spoils.append(segment.body)
        scans += segment.marker == _SCAN
        if segment.marker == _END:
            end = len(data) - len(segment.body)
    if len(frames) != 1 or not scans:
        raise damaged("no picture in it")
    if scans > MOST_SCANS:
        raise Unusable(f"a JPEG must be built up in at most {MOST_SCANS} passes", str(scans))
    return Anatomy(
        kind="JPEG",
        size=_size(frames[0].body),
        orientation=orientation_of(_first(spoils, HEADER)),
        profile=_profile(spoils),
        pixels=b"".join(kept),
        spoils=(*spoils, data[end:]),
    )


def _is_needed(segment: _Segment) -> bool:
    """Whether the pixels depend on it."""
    if segment.marker in _COLOURS:
        return segment.body[:5] == _COLOURS[segment.marker]
    return segment.marker in _TABLES | _FRAMES | {_SCAN, _END}


def _segments(data: bytes) -> Iterator[_Segment]:
    """Everything from the start to the end of the picture; raises Unusable."""
    view = memoryview(data)
    at = len(START)
    for _ in range(MOST_PARTS):
        found = _MARKER.search(data, at)
        if found is None:
            raise damaged("cut short")
        # Any number of 0xFF may go before a marker: one is enough.
        marker, begin, body = found[1][0], found.end() - 2, found.end() + _LENGTH
        if marker == _END:
            yield _Segment(marker, data[found.end() :], view[begin : found.end()])
            return
        length = int.from_bytes(data[found.end() : body])
        at = found.end() + length
        if length < _LENGTH or at > len(data):
            raise damaged("cut short")
        whole = at
        if marker == _SCAN and (following := _MARKER.search(data, at)):
            whole = following.start()
        yield _Segment(marker, data[body:at], view[begin:whole])
    raise too_many_parts()


def _size(frame: bytes) -> tuple[int, int]:
    bits = int.from_bytes(frame[:1])
    if bits != _EIGHT_BITS:
        raise Unusable("a JPEG must be of a kind that browsers show", f"{bits} bits a colour")
    return int.from_bytes(frame[3:5]), int.from_bytes(frame[1:3])


def _first(bodies: list[bytes], header: bytes) -> bytes:
    return next((body for body in bodies if body.startswith(header)), b"")


def _profile(bodies: list[bytes]) -> bytes:
    """The ICC profile, whose pieces are numbered (ICC.1:2022, annex B.4)."""
    at = len(_ICC_HEADER)
    pieces = [body for body in bodies if body.startswith(_ICC_HEADER)]
    return b"".join(body[at + 2 :] for body in sorted(pieces, key=lambda body: body[at : at + 1]))
