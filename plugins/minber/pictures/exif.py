"""The one entry of Exif that a picture needs: which way is up."""

from __future__ import annotations

HEADER = b"Exif\0\0"
UPRIGHT = 1

_ORIENTATION = 0x0112
_ENTRY = 12
"""Bytes of an entry of a TIFF directory."""


def orientation_of(exif: bytes) -> int:
    """1 to 8; upright where it is not said, or not in a way that can be read.

    Only the first directory is looked through, entry by entry: whole readers follow every offset,
    and a small file can send them in circles (TIFF 6.0, section 2).
    """
    tiff = exif.removeprefix(HEADER)
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return UPRIGHT

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "big" if order == "big" else "little")

    start = number(4, 4)
    entries = range(start + 2, start + 2 + _ENTRY * number(start, 2), _ENTRY)
    for entry in entries:
        if number(entry, 2) == _ORIENTATION:
            value = number(entry + 8, 2)
            return value if value in range(1, 9) else UPRIGHT
    return UPRIGHT
