"""Files that are no pictures, or more than that, are refused with the reason."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from plugins.minber.pictures.kinds import anatomy_of
from tests.pictures.snapshots import (
    VIDEO,
    drawn,
    jpeg_segment,
    png_chunk,
    png_of,
    publish,
    saved,
    with_iptc,
)

JPEG, PNG, WEBP = (saved(drawn(), kind) for kind in ("JPEG", "PNG", "WEBP"))
LARGE = saved(drawn((300, 300)), "JPEG")
PROGRESSIVE = saved(drawn(), "JPEG", progressive=True)
IN_FULL = saved(drawn(), "JPEG", progressive=True, subsampling=0)
LAST_SCAN = PROGRESSIVE[PROGRESSIVE.rindex(b"\xff\xda") : -2]
ANIMATION = {"save_all": True, "append_images": [Image.new("RGB", (80, 40))], "duration": 9}
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "words")
    return out.getvalue()


def jpeg_of(width, height, like):
    """A JPEG that says another size than it has."""
    at = next(like.index(start) for start in (b"\xff\xc0", b"\xff\xc2") if start in like) + 5
    return like[:at] + height.to_bytes(2) + width.to_bytes(2) + like[at + 4 :]


def webp_of(width, height):
    """A lossy WebP that says how large it is, with nothing behind that."""
    sides = (width | height << 16).to_bytes(4, "little")
    body = b"\x30\x01\0\x9d\x01\x2a" + sides
    chunk = b"VP8 " + len(body).to_bytes(4, "little") + body
    return b"RIFF" + (4 + len(chunk)).to_bytes(4, "little") + b"WEBP" + chunk


KIND = "a picture must be what its name says, found “{}”. {}".format
WHOLE = "a picture must be whole, found “{}”. Copy it again, or save it anew.".format
ONLY = (
    "a picture must be nothing but a picture, found “{} within it”. Open it and save it anew."
).format
ANEW = "Save it anew as JPEG, PNG or WebP."
LARGEST = "a picture of its kind must have at most {} million pixels, found “{}”. {}".format
STILL = "a picture must not move, found “several frames”. Save one frame of it."
FEW_PARTS = f"a picture must be made of few parts, found “more than 20,000”. {ANEW}"
PASSES = (
    "a JPEG of several passes must have at most {} million pixels, found “{}”. "
    "Save it without “progressive”, or a smaller copy."
).format
REFUSED = [
    # bombs
    ("a.png", png_of(10_000, 4_001), LARGEST(40, "10000 × 4001", "Save a smaller copy.")),
    ("a.png", png_of(60_000, 60_000), LARGEST(40, "60000 × 60000", "Save a smaller copy.")),
    (
        "a.png",
        png_of(1, 65_536),
        "a picture must have at most 65,535 pixels a side, found “1 × 65536”. Save a smaller copy.",
    ),
    (
        "a.webp",
        webp_of(4_000, 3_001),
        LARGEST(12, "4000 × 3001", "Save a smaller copy, or a JPEG."),
    ),
    ("a.png", png_of(9, 9, png_chunk(b"tEXt", b"a\0b") * 20_000), FEW_PARTS),
    ("a.jpg", JPEG[:2] + jpeg_segment(0xFE, b"") * 20_000 + JPEG[2:], FEW_PARTS),
    (
        "a.jpg",
        PROGRESSIVE[:-2] + LAST_SCAN * 30 + b"\xff\xd9",
        f"a JPEG must be built up in at most 30 passes, found “40”. {ANEW}",
    ),
    (
        "a.jpg",
        jpeg_of(8_000, 5_000, IN_FULL),
        PASSES(26, "8000 × 5000"),
    ),
    # broken
    ("a.jpg", b"", KIND("an empty file", ANEW)),
    ("a.jpg", LARGE[:900], WHOLE("cut short")),
    ("a.jpg", LARGE[:400], WHOLE("cut short")),
    ("a.jpg", b"\xff\xd8\xff\xd9", WHOLE("no picture in it")),
    ("a.png", saved(drawn((300, 300)), "PNG")[:200], WHOLE("cut short")),
    ("a.png", PNG.replace(b"IDAT", b"IDAZ"), WHOLE("bytes of IDAZ are wrong")),
    (
        "a.png",
        PNG.replace(b"IDAT", b"A\x1b[2"),
        WHOLE("bytes of a part are wrong"),
    ),
    ("a.png", png_of(0, 5), WHOLE("no pixels")),
    (
        "a.png",
        png_of(300, 300, data=bytes(10)),
        WHOLE("pixels that cannot be read"),
    ),
    ("a.webp", WEBP[:-20], WHOLE("cut short")),
    ("a.webp", webp_of(80, 40), WHOLE("pixels that cannot be read")),
    # something else under another name
    ("a.jpg", saved(drawn(), "GIF"), KIND("a GIF", ANEW)),
    ("a.jpg", EPS, KIND("an EPS", ANEW)),
    ("a.png", SVG, KIND("an SVG", ANEW)),
    ("a.png", b"<?xml version='1.0'?>\n" + SVG, KIND("an SVG", ANEW)),
    ("a.png", saved(drawn(), "TIFF"), KIND("a TIFF", ANEW)),
    ("a.jpg", saved(drawn(), "BMP"), KIND("a BMP", ANEW)),
    ("a.jpg", saved(drawn(), "AVIF"), KIND("an AVIF", ANEW)),
    ("a.jpg", b"PK\x03\x04" + JPEG, KIND("a ZIP archive", ANEW)),
    ("a.webp", b"GIF89a/*" + b"\0" * 99, KIND("a GIF", ANEW)),
    ("a.jpg", b"<!DOCTYPE html><title>x</title>", KIND("a web page", ANEW)),
    ("a.jpg", b"words", KIND("something else", ANEW)),
    ("b.jpg", PNG, KIND("a PNG", "Rename it to b.png, here and in facts and words.")),
    ("b.png", WEBP, KIND("a WebP", "Rename it to b.webp, here and in facts and words.")),
    # something else as well
    ("a.jpg", JPEG + archive(), ONLY("a ZIP archive")),
    ("a.png", PNG + archive(), ONLY("a ZIP archive")),
    (
        "a.jpg",
        JPEG[:2] + jpeg_segment(0xFE, archive()) + JPEG[2:] + archive()[-22:],
        ONLY("a ZIP archive"),
    ),
    ("a.jpg", JPEG[:2] + jpeg_segment(0xFE, b"%PDF-1.7\n") + JPEG[2:], ONLY("a PDF")),
    ("a.jpg", JPEG + b"<script>alert(1)</script>", ONLY("a web page")),
    ("a.jpg", JPEG[:2] + jpeg_segment(0xFE, b"<SCRIPT>alert(1)") + JPEG[2:], ONLY("a web page")),
    ("a.jpg", JPEG[:2] + b"<script>alert(1)</script>" + JPEG[2:], ONLY("a web page")),
    ("a.png", png_of(9, 9, png_chunk(b"tEXt", b"a\0<?php x")), ONLY("a web page")),
    ("a.webp", WEBP + b"MZ\x90", ONLY("a program for Windows")),
    # moving
    ("a.webp", saved(drawn(), "WEBP", **ANIMATION), STILL),
    ("a.png", saved(drawn(), "PNG", **ANIMATION), STILL),
    # kinds of JPEG that no browser shows
    (
        "a.jpg",
        JPEG.replace(b"\xff\xc0", b"\xff\xc3"),
        f"a JPEG must be of a kind that browsers show, found “a rare one”. {ANEW}",
    ),
    (
        "a.jpg",
        JPEG.replace(b"\xff\xc0\0\x11\x08", b"\xff\xc1\0\x11\x0c"),
        f"a JPEG must be of a kind that browsers show, found “12 bits a colour”. {ANEW}",
    ),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_what_is_no_picture_is_refused_with_the_reason(tmp_path, name, data, reason):
    assert publish(name, data, tmp_path) == f"content/{name}:1: {reason}"


@pytest.mark.parametrize("like", [JPEG, PROGRESSIVE, saved(drawn(mode="L"), "JPEG")])
def test_a_jpeg_as_programs_save_it_may_have_forty_million_pixels(like):
    assert anatomy_of(jpeg_of(8_000, 5_000, like), "a.jpg").size == (8_000, 5_000)


HARMLESS = {
    "a picture behind the picture": saved(
        drawn(), "MPO", save_all=True, append_images=[drawn((8, 4))]
    ),
    "a video behind the picture": JPEG + VIDEO,
    "zeros behind the picture": JPEG + bytes(4000),
    "0xFF before each marker": JPEG.replace(b"\xff\xdb", b"\xff\xff\xff\xdb"),
    "an author": with_iptc(JPEG),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_what_cameras_and_newsrooms_add_is_left_behind(tmp_path, case):
    found = publish("a.jpg", HARMLESS[case], tmp_path)
    assert found.read("jpg").size == (80, 40)


def test_a_profile_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path):
    import zlib

    bomb = png_chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(30_000_000)))
    assert publish("a.png", png_of(9, 9, bomb), tmp_path).read("png").size == (9, 9)
