"""What a file is, whatever its name says; and whether it is something else as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from plugins.minber.pictures import jpeg, png, webp
from plugins.minber.pictures.anatomy import Anatomy, Unusable, check_size

KIND_OF_ENDING = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
ENDING_OF_KIND = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}

_TAKE_APART: Mapping[str, Callable[[bytes], Anatomy]] = {
    "JPEG": jpeg.take_apart,
    "PNG": png.take_apart,
    "WEBP": webp.take_apart,
}
_PICTURES = ((jpeg.START, "JPEG"), (png.START, "PNG"))
_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"8BPS", "a Photoshop file"),
    (b"%!PS", "an EPS"),
    (b"\xc5\xd0\xd3\xc6", "an EPS"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"MZ", "a program for Windows"),
    (b"\x7fELF", "a program for Linux"),
)
_BRANDS = {b"avif": "an AVIF", b"avis": "an AVIF", b"heic": "a HEIC", b"heix": "a HEIC"}
"""Of files of which the fifth to eighth byte are `ftyp` (ISO/IEC 14496-12, section 4.3)."""
_MARKUP = re.compile(rb"<(?:script|html|\?php|!doctype)", re.IGNORECASE)
_START = 1024
"""Bytes within which programs look for the beginning of a PDF, or guess at HTML."""
_ZIP_END, _ZIP_TAIL = b"PK\x05\x06", 22
_LONGEST_REMARK = 0xFFFF


def anatomy_of(data: bytes, name: str) -> Anatomy:
    """A picture file taken apart by its kind, which must be that of its name.

    Raises Unusable where it is no picture, damaged, moving, too large, or a file of another kind
    at the same time.
    """
    kind, wanted = _kind(data), KIND_OF_ENDING[PurePosixPath(name).suffix.lower()]
    if kind != wanted:
        raise _misnamed(kind, name)
    anatomy = _TAKE_APART[kind](data)
    check_size(anatomy)
    if other := _second_nature(data, anatomy.spoils):
        rule, remedy = "a picture must be nothing but a picture", "Open it and save it anew."
        raise Unusable(rule, f"{other} within it", remedy)
    return anatomy


def _misnamed(kind: str, name: str) -> Unusable:
    rule = "a picture must be what its name says"
    if ending := ENDING_OF_KIND.get(kind):
        remedy = f"Rename it to {PurePosixPath(name).stem}{ending}, here and in facts and words."
        return Unusable(rule, {"WEBP": "a WebP"}.get(kind, f"a {kind}"), remedy)
    return Unusable(rule, kind)


def _kind(data: bytes) -> str:
    if data[:4] == webp.START and data[8:12] == webp.KIND:
        return "WEBP"
    if found := next((kind for start, kind in _PICTURES if data.startswith(start)), ""):
        return found
    return _other_kind(data) or ("something else" if data else "an empty file")


def _other_kind(data: bytes) -> str:
    """What else a file may be by its first bytes; "" where that is not known."""
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "")
    found = next((kind for start, kind in _OTHERS if data.startswith(start)), "")
    beginning = data[:_START]
    if not found and re.search(rb"<svg\b", beginning):
        return "an SVG"
    return found or ("a web page" if _MARKUP.search(beginning) else "")


def _second_nature(data: bytes, spoils: Iterable[bytes]) -> str:
    """What a program may take the file for that does not look at its first bytes alone.

    What cameras put behind a picture (a video, a second picture, notes of their own) is no such
    thing: it is left behind.
    """
    if b"%PDF-" in data[:_START]:
        return "a PDF"
    if _ends_as_archive(data):
        return "a ZIP archive"
    *inside, behind = spoils
    if found := _other_kind(behind):
        return found
    return "a web page" if any(map(_MARKUP.search, inside)) else ""


def _ends_as_archive(data: bytes) -> bool:
    """Whether a directory of a ZIP archive ends the file (APPNOTE 6.3.10, section 4.3.16)."""
    at = data.rfind(_ZIP_END, -(_ZIP_TAIL + _LONGEST_REMARK))
    remark = int.from_bytes(data[at + 20 : at + 22], "little")
    return at >= 0 and at + _ZIP_TAIL + remark == len(data)
