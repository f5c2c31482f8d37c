"""What readers are told of the size of a file."""

from __future__ import annotations

import pytest

from plugins.minber.views.sizes import Size, size_of


@pytest.mark.parametrize(
    ("count", "size"),
    [
        (0, Size(0, "kb")),
        (1, Size(1, "kb")),
        (1024, Size(1, "kb")),
        (1025, Size(2, "kb")),
        (1023 * 1024, Size(1023, "kb")),
        (1023 * 1024 + 1, Size(1.0, "mb")),
        (1024 * 1024 + 1, Size(1.1, "mb")),
        (25 * 1024 * 1024, Size(25.0, "mb")),
    ],
)
def test_a_size_is_told_in_the_unit_that_suits_it(count, size):
    assert size_of(count) == size
