from __future__ import annotations

import pytest

from tests.colours import contrast, luminance

BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21),
        (WHITE, WHITE, 1),
        # the grey that just suffices for text (4.5) and the next one, which does not
        ("rgb(118, 118, 118)", WHITE, 4.54),
        ("rgb(119, 119, 119)", WHITE, 4.48),
        # each of the three lights weighs its own
        ("rgb(255, 0, 0)", WHITE, 4.0),
        ("rgb(0, 255, 0)", WHITE, 1.37),
        ("rgb(0, 0, 255)", WHITE, 8.59),
        # opaque all the same
        ("rgba(0, 0, 0, 1)", WHITE, 21),
    ],
)
def test_a_contrast_is_that_of_wcag(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio


def test_the_order_of_two_colours_does_not_matter():
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK)


@pytest.mark.parametrize("colour", ["rgba(0, 0, 0, 0.5)", "rgba(0, 0, 0, 0)", "color(srgb 0 0 0)"])
def test_what_is_not_opaque_has_no_luminance(colour):
    with pytest.raises(ValueError, match="not an opaque"):
        luminance(colour)
