"""Pictures are published only as new pixels, upright and in the colours that browsers expect."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.pictures.snapshots import (
    BLUE,
    ICC,
    PLANTED,
    RED,
    WITH_PLANTEDS,
    drawn,
    publish,
    saved,
)

STRUCTURE = {
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
    *("loop", "background", "timestamp", "duration"),
}
"""What Pillow tells of how a file is built."""


@pytest.mark.parametrize("name", WITH_PLANTEDS)
def test_nothing_of_the_file_but_its_pixels_is_published(tmp_path, name):
    assert PLANTED.encode() in WITH_PLANTEDS[name]
    published = publish(name, WITH_PLANTEDS[name], tmp_path)
    for copy, data in published.files.items():
        picture = Image.open(io.BytesIO(data))
        assert PLANTED.encode() not in data
        assert (dict(picture.getexif()), set(picture.info) - STRUCTURE) == ({}, set()), copy


NEEDED = {
    # start, JFIF, tables, progressive frame, scans, end
    "jpg": (rb"\xff([\xc0-\xcf\xd8-\xfe])", set(b"\xd8\xe0\xc2\xc4\xdb\xda\xd9")),
    "png": (
        rb"(IHDR|PLTE|tRNS|IDAT|IEND|eXIf|iCCP|.[A-Za-z]Xt|tIME|pHYs|gAMA)",
        b"IHDR PLTE IDAT IEND",
    ),
    "webp": (rb"(VP8 |VP8L|VP8X|ALPH|ICCP|EXIF|XMP )", b"VP8  VP8L"),
    "avif": (rb"(av01|Exif|mime|prof|rICC|xml )", b"av01"),
}
"""What parts of a file are called, and those without which there is no picture."""


@pytest.mark.parametrize("name", ["c.png", "h.jpg", "i.png"])
def test_a_file_is_made_of_nothing_but_what_its_pixels_need(tmp_path, name):
    for copy, data in publish(name, WITH_PLANTEDS[name], tmp_path).files.items():
        pattern, needed = NEEDED[copy.ending]
        found = re.findall(pattern, data)
        assert found
        assert all((part[0] if copy.ending == "jpg" else part) in needed for part in found)


TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "png")])
def test_a_picture_stands_upright(tmp_path, kind, ending, orientation):
    turned = drawn().transpose(TURNS[orientation]) if orientation in TURNS else drawn()
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(turned, kind, exif=exif.tobytes())
    picture = publish(f"a.{kind.lower()}", data, tmp_path).read(ending)

    assert picture.size == (80, 40)
    assert [nearest(picture, at) for at in ((10, 10), (70, 10), (10, 30), (70, 30))] == [
        RED,
        BLUE,
        BLUE,
        BLUE,
    ]


def nearest(picture, at):
    red, _, blue = picture.convert("RGB").getpixel(at)
    return RED if red > blue else BLUE


@pytest.mark.parametrize(
    "tiff", [b"", b"II*\0", b"MM\0*\0\0\xff\xff", b"MM\0*\0\0\0\x08\xff\xff" * 9]
)
def test_exif_that_cannot_be_read_leaves_a_picture_as_it_is(tmp_path, tiff):
    data = saved(drawn(), "JPEG", exif=b"Exif\0\0" + tiff)
    assert publish("a.jpg", data, tmp_path).read("jpg").size == (80, 40)


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path):
    image = Image.new("I;16", (256, 8))
    image.putdata([column * 257 for _ in range(8) for column in range(256)])
    picture = publish("a.png", saved(image, "PNG"), tmp_path).read("webp").convert("L")
    shades = [picture.getpixel((column, 4)) for column in (0, 64, 128, 192, 255)]
    assert shades == pytest.approx([0, 64, 128, 192, 255], abs=4)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_becomes_white(tmp_path, mode):
    image = Image.new(mode, (80, 40))
    picture = publish("a.png", saved(image, "PNG"), tmp_path).read("png").convert("RGB")
    assert picture.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("is_lossless", [True, False])
def test_what_is_transparent_in_a_webp_becomes_white(tmp_path, is_lossless):
    data = saved(Image.new("RGBA", (80, 40)), "WEBP", lossless=is_lossless)
    picture = publish("a.webp", data, tmp_path).read("png").convert("RGB")
    assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_a_transparent_colour_of_a_palette_becomes_white(tmp_path):
    data = saved(Image.new("P", (80, 40), 0), "PNG", transparency=0)
    picture = publish("a.png", data, tmp_path).read("png").convert("RGB")
    assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_colours_of_a_profile_become_those_of_srgb(tmp_path):
    # In this profile red is what sRGB calls blue.
    swapped = ICC.replace(b"rXYZ", b"swap").replace(b"bXYZ", b"rXYZ").replace(b"swap", b"bXYZ")
    data = saved(Image.new("RGB", (80, 40), RED), "PNG", icc_profile=swapped)
    picture = publish("a.png", data, tmp_path).read("png")
    assert nearest(picture, (5, 5)) == BLUE


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 200])
def test_a_profile_that_cannot_be_read_says_nothing(tmp_path, profile):
    data = saved(Image.new("RGB", (80, 40), BLUE), "PNG", icc_profile=profile)
    picture = publish("a.png", data, tmp_path).read("png").convert("RGB")
    assert picture.getpixel((5, 5)) == BLUE


@pytest.mark.parametrize("profile", [b"", b"\0" * 99])
def test_a_picture_for_printers_becomes_one_for_screens(tmp_path, profile):
    data = saved(drawn(mode="CMYK"), "JPEG", icc_profile=profile)
    picture = publish("a.jpg", data, tmp_path).read("jpg")
    assert (picture.mode, nearest(picture, (5, 5)), nearest(picture, (70, 30))) == (
        "RGB",
        RED,
        BLUE,
    )


@given(st.data())
def test_a_broken_file_is_refused_or_published_clean(tmp_path_factory, data):
    name = data.draw(st.sampled_from(sorted(WITH_PLANTEDS)))
    whole = bytearray(WITH_PLANTEDS[name])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)))
    found = publish(name, bytes(whole[:end]), tmp_path_factory.getbasetemp(), ("jpeg",))
    if not isinstance(found, str):
        assert not any(PLANTED.encode() in each for each in found.files.values())
