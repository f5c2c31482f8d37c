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
MOST_VALUES = 80_000_000
"""Of all colours, where there are several passes: then all of them stand in memory, in two bytes
each, before there is a pixel."""

_NOTHING, _END, _SCAN = 0x00, 0xD9, 0xDA
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
_MARKER = re.compile(rb"\xff([^\x00\x01\xd0-\xd7\xff])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    body: bytes
    """Behind its length; of the end, what stands behind the picture."""
    whole: memoryview
    """With its marker, and the pixels of a scan."""


def take_apart(data: bytes) -> Anatomy:
    """The anatomy of a JPEG file; raises Unusable."""
    segments = list(_segments(data))
    frames = [segment.body for segment in segments if segment.marker in _FRAMES]
    scans = sum(segment.marker == _SCAN for segment in segments)
    if any(segment.marker in _OTHER_FRAMES for segment in segments):
        raise Unusable("a JPEG must be of a kind that browsers show", "a rare one")
    if len(frames) != 1 or not scans:
        raise damaged("no picture in it")
    size = _size(frames[0])
    _check_passes(scans, size, frames[0])
    spoils = [segment.body for segment in segments if not _is_needed(segment)]
    return Anatomy(
        kind="JPEG",
        size=size,
        orientation=orientation_of(_first(spoils, HEADER)),
        profile=_profile(spoils),
        pixels=b"".join([START, *(segment.whole for segment in segments if _is_needed(segment))]),
        spoils=(*spoils, segments[-1].body),
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
        # Any number of 0xFF may go before a marker; readers pass over whatever else stands there.
        if between := data[at : found.start()].lstrip(b"\xff"):
            yield _Segment(_NOTHING, between, view[at:at])
        marker, begin, body = found[1][0], found.end() - 2, found.end() + _LENGTH
        if marker == _END:
            yield _Segment(marker, data[found.end() :], view[begin : found.end()])
            return
        length = int.from_bytes(data[found.end() : body])
        at = end = found.end() + length
        if length < _LENGTH or end > len(data):
            raise damaged("cut short")
        if marker == _SCAN and (following := _MARKER.search(data, end)):
            at = following.start()
        yield _Segment(marker, data[body:end], view[begin:at])
    raise too_many_parts()


def _size(frame: bytes) -> tuple[int, int]:
    bits = int.from_bytes(frame[:1])
    if bits != _EIGHT_BITS:
        raise Unusable("a JPEG must be of a kind that browsers show", f"{bits} bits a colour")
    return int.from_bytes(frame[3:5]), int.from_bytes(frame[1:3])


def _check_passes(scans: int, size: tuple[int, int], frame: bytes) -> None:
    if scans > MOST_SCANS:
        raise Unusable(f"a JPEG must be built up in at most {MOST_SCANS} passes", str(scans))
    width, height = size
    most = MOST_VALUES / _values(frame)
    if scans > 1 and width * height > most:
        rule = f"a JPEG of several passes must have at most {int(most) // 1_000_000} million pixels"
        remedy = "Save it without “progressive”, or a smaller copy."
        raise Unusable(rule, f"{width} × {height}", remedy)


def _values(frame: bytes) -> float:
    """Stored for a pixel: 3 where no colour is coarser than another, 1.5 from most cameras."""
    factors = [(byte >> 4, byte & 0xF) for byte in frame[7::3]] or [(1, 1)]
    widest, highest = (max(1, *(factor[side] for factor in factors)) for side in (0, 1))
    return max(1.0, sum(across * down for across, down in factors) / (widest * highest))


def _first(bodies: list[bytes], header: bytes) -> bytes:
    return next((body for body in bodies if body.startswith(header)), b"")


def _profile(bodies: list[bytes]) -> bytes:
    """The ICC profile, whose pieces are numbered (ICC.1:2022, annex B.4)."""
    at = len(_ICC_HEADER)
    pieces = [body for body in bodies if body.startswith(_ICC_HEADER)]
    return b"".join(body[at + 2 :] for body in sorted(pieces, key=lambda body: body[at : at + 1]))
