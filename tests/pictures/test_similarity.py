"""Similarity is 1 for the same picture, and less the more is lost."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageFilter

from plugins.minber.pictures.similarity import Original
from tests.pictures.snapshots import photograph, saved

PICTURE = photograph((600, 400))


def test_a_picture_is_the_same_as_itself():
    assert Original(PICTURE).similarity(PICTURE) == pytest.approx(1, abs=1e-4)


def test_the_more_is_thrown_away_the_less_is_similar():
    copies = (Image.open(io.BytesIO(saved(PICTURE, "JPEG", quality=q))) for q in (5, 20, 60, 95))
    found = [Original(PICTURE).similarity(copy) for copy in copies]
    assert found == sorted(found)
    assert found[0] < 0.95 < found[-1]


def test_a_blurred_picture_is_less_similar_than_a_brighter_one():
    # Which a plain difference of pixels would not say.
    blurred = PICTURE.filter(ImageFilter.GaussianBlur(8))
    brighter = PICTURE.point(lambda value: value + 12)
    original = Original(PICTURE)
    assert original.similarity(blurred) < original.similarity(brighter)


def test_two_flat_pictures_differ_only_by_their_brightness():
    # By the formula: (2 * 100 * 150 + C1) / (100² + 150² + C1), where C1 is (0.01 * 255)².
    grey, brighter = (Image.new("RGB", (64, 64), (v, v, v)) for v in (100, 150))
    expected = (2 * 100 * 150 + 6.5025) / (100**2 + 150**2 + 6.5025)
    assert Original(grey).similarity(brighter) == pytest.approx(expected, abs=1e-4)
