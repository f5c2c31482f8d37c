"""Files that are made to cost much are refused at little cost, or cost no more than honest ones."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from random import Random

import pytest
from PIL import Image

from tests.conftest import ROOT
from tests.pictures.snapshots import drawn, jpeg_segment, png_chunk, saved

MEGABYTE = 1 << 20
MOST = 200 * MEGABYTE
"""More than a process that has read no picture yet."""

CHILD = """
import os, sys
from pathlib import Path
from plugins.minber.pictures import making

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024

for path in map(Path, sys.argv[1:]):
    if not os.fork():
        before = peak()
        making.make(path, "a", ("webp",))
        print(path.name, peak() - before, flush=True)
        os._exit(0)
    assert os.wait()[1] == 0
"""
"""Make a picture of each file in a process of its own, and tell what that took at most."""


def nothing(size):
    """So many zeros, packed."""
    packer, block = zlib.compressobj(9), bytes(MEGABYTE)
    parts = [packer.compress(block) for _ in range(size // MEGABYTE)]
    return b"".join([*parts, packer.compress(bytes(size % MEGABYTE)), packer.flush()])


def png(width, height, bits, colours, data, more=b""):
    head = struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0)
    parts = (png_chunk(b"IHDR", head), more, png_chunk(b"IDAT", data), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def packed(name):
    """A part that unpacks to half a gigabyte."""
    return png_chunk(name, b"x\0\0" + nothing(1 << 29))


def exif_of_circles():
    """Exif whose every entry says that it is as long as all of it."""
    entries = b"".join(struct.pack("<HHLL", number, 7, 65_000, 0) for number in range(5_400))
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 5_400) + entries + bytes(4)
    return jpeg_segment(0xE1, b"Exif\0\0" + tiff[:65_500])


JPEG = saved(drawn(), "JPEG")
SMALL = zlib.compress(bytes(31 * 10))


def webp(side):
    """A large picture of one colour in a few bytes."""
    return saved(Image.new("RGB", (side, side)), "WEBP", lossless=True)


FILES = {
    "a.png": lambda: png(8_000, 5_000, 8, 6, nothing(5_000 * 32_001)),
    "sixteen-bits.png": lambda: png(8_000, 5_000, 16, 6, nothing(5_000 * 64_001)),
    "cut.png": lambda: png(8_000, 5_000, 8, 6, nothing(1_000 * 32_001)[:-9]),
    "behind.png": lambda: png(
        8_000, 5_000, 8, 6, nothing(4_999 * 32_001)[:-9] + Random(1).randbytes(38_000_000)
    ),
    "tall.png": lambda: png(2_000, 20_000, 8, 6, nothing(20_000 * 8_001)),
    "wide.png": lambda: png(65_535, 610, 8, 6, nothing(610 * 262_141)),
    "too-large.png": lambda: png(60_000, 60_000, 8, 6, SMALL),
    "profile.png": lambda: png(
        10, 10, 8, 2, SMALL, png_chunk(b"iCCP", b"x\0\0" + nothing(1 << 29))
    ),
    "text.png": lambda: png(10, 10, 8, 2, SMALL, packed(b"zTXt")),
    "parts.png": lambda: png(10, 10, 8, 2, SMALL, png_chunk(b"IDAT", b"") * 1_000_000),
    "a.webp": lambda: webp(3_464),
    "too-large.webp": lambda: webp(12_000),
    "circles.jpg": lambda: JPEG[:2] + exif_of_circles() + JPEG[2:],
    "fill.jpg": lambda: JPEG[:2] + b"\xff" * 30_000_000 + JPEG[2:],
    "no-marker.jpg": lambda: JPEG[:2] + b"\xff" * 30_000_000 + b"\0" + JPEG[2:],
    "parts.jpg": lambda: JPEG[:2] + jpeg_segment(0xFE, b"") * 5_000_000 + JPEG[2:],
}


@pytest.fixture(scope="module")
def peaks(tmp_path_factory):
    """What each file takes at most, in bytes."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in FILES.items():
        (folder / name).write_bytes(data())
    command = [sys.executable, "-c", CHILD, *(str(folder / name) for name in FILES)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return {name: int(peak) for name, peak in map(str.split, done.stdout.splitlines())}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of a process")
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_more_memory_than_the_largest_picture(peaks, name):
    assert peaks[name] < MOST
