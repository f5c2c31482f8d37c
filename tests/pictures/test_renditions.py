"""Each picture comes in formats and widths for every screen, as light as it may be."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest
from PIL import Image

from plugins.minber.pictures.encoding import renditions
from plugins.minber.pictures.formats import FOR_TELEPHONES, FORMATS, HEAVIEST
from plugins.minber.pictures.similarity import Original
from tests.conftest import ROOT
from tests.pictures.snapshots import drawn, photograph, publish, saved

NEAREST = Image.Resampling.NEAREST


def made(published):
    return [(copy.ending, copy.width) for copy in published.files]


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((1600, 1000), (400, 720, 1312)),
        ((1312, 900), (400, 720, 1312)),
        ((1000, 700), (400, 720, 1000)),
        ((400, 300), (400,)),
        ((90, 60), (90,)),
        ((1, 1), (1,)),
        # four times as high as wide, at most
        ((300, 3000), (300,)),
        ((1400, 6000), (400, 720, 1225)),
    ],
)
def test_no_width_is_larger_than_the_original(tmp_path, size, widths):
    published = publish("a.jpg", saved(photograph(size), "JPEG"), tmp_path, ("jpeg",))
    assert made(published) == [("jpg", width) for width in widths]


def test_browsers_are_offered_the_lightest_format_first(tmp_path):
    published = publish("a.jpg", saved(photograph((500, 300)), "JPEG"), tmp_path)
    endings = ("avif", "webp", "jpg")
    assert made(published) == [(ending, width) for ending in endings for width in (400, 500)]
    assert len(published.read("avif").tobytes()) == 500 * 300 * 3


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_drawing_keeps_its_lines(tmp_path, kind):
    published = publish(f"a.{kind.lower()}", saved(drawn((900, 500)), kind, quality=100), tmp_path)
    assert made(published) == [(e, w) for e in ("webp", "png") for w in (400, 720, 900)]
    assert published.read("webp").convert("RGB").getcolors() is not None


def test_a_drawing_too_heavy_for_telephones_is_made_as_a_photograph():
    # Black and white squares: without loss in less room than as a photograph, yet too much.
    squares = Image.frombytes("L", (360, 1000), Random(1).randbytes(360 * 1000))
    drawing = squares.point(lambda value: 255 * (value > 127)).resize((720, 2000), NEAREST)
    made = renditions(drawing.convert("RGB"), ("jpeg",), may_be_drawing=True)
    assert [(each.ending, each.width) for each in made] == [("jpg", 400), ("jpg", 720)]


def test_a_photograph_saved_as_png_becomes_a_photograph(tmp_path):
    published = publish("a.png", saved(photograph((500, 300)), "PNG"), tmp_path)
    assert {copy.ending for copy in published.files} == {"avif", "webp", "jpg"}


@pytest.mark.parametrize("formats", [("webp",), ("avif", "jpeg")])
def test_only_the_formats_of_the_settings_are_made(tmp_path, formats):
    data = saved(photograph((300, 200)), "JPEG")
    endings = [
        ending.replace("jpg", "jpeg")
        for ending, _ in made(publish("a.jpg", data, tmp_path, formats))
    ]
    assert tuple(endings) == formats


@pytest.mark.parametrize(
    ("formats", "endings"), [(("avif",), ["avif"]), (("avif", "jpeg"), ["png"])]
)
def test_a_drawing_is_published_whatever_the_formats_of_the_settings(tmp_path, formats, endings):
    published = publish("a.png", saved(drawn(), "PNG"), tmp_path, formats)
    assert [ending for ending, _ in made(published)] == endings


@pytest.mark.parametrize("grain", [0, 0.8], ids=["clouds", "gravel"])
def test_telephones_get_no_heavy_file(grain):
    for each in renditions(photograph((800, 1066), grain), FORMATS, may_be_drawing=False):
        most = HEAVIEST if each.width <= FOR_TELEPHONES else HEAVIEST * (800 / 720) ** 2
        assert len(each.data) <= most


@pytest.mark.parametrize("ending", ["avif", "webp", "jpg"])
def test_a_copy_is_as_similar_as_is_asked_for(tmp_path, ending):
    original = photograph((720, 480))
    published = publish("a.png", saved(original, "PNG"), tmp_path)
    copy = published.read(ending, 720).convert("RGB")
    assert Original(original).similarity(copy) > 0.98


def test_the_same_file_gives_the_same_bytes(tmp_path):
    data = saved(photograph((500, 300)), "JPEG")
    first, second = (publish(name, data, tmp_path) for name in ("a.jpg", "b.jpg"))
    assert list(first.files.values()) == list(second.files.values())


CHILD = """
import hashlib
from plugins.minber.pictures.encoding import renditions
from plugins.minber.pictures.formats import FORMATS
from tests.pictures.snapshots import photograph

made = renditions(photograph((800, 500)), FORMATS, may_be_drawing=False)
print(hashlib.sha256(b"".join(each.data for each in made)).hexdigest())
"""


def test_another_process_makes_the_same_bytes():
    variables = ({"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "TZ": "UTC-9"})
    found = {
        subprocess.run(
            [sys.executable, "-c", CHILD],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), **each},
        ).stdout
        for each in variables
    }
    assert len(found) == 1


def test_a_name_has_the_digest_of_the_bytes(tmp_path):
    one, same, other = (
        publish("Photo.One.jpg", saved(photograph(size), "JPEG"), tmp_path, ("jpeg",))
        for size in ((90, 60), (90, 60), (91, 60))
    )
    path, again, another = (p.picture.path(next(iter(p.files))) for p in (one, same, other))
    digest = one.picture.made.digest[:8]
    assert path == again == f"pictures/camp/item/photo.one-{digest}-90.jpg"
    assert digest not in another
