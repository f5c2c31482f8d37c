"""The numbers by which Kazakhstan knows a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.library.privacy import is_iin


@given(st.dates(), st.integers(1, 6), st.integers(0, 9999), st.integers(1, 9))
def test_only_one_control_digit_makes_a_number_an_identity(born, century, serial, other):
    eleven = f"{born:%y%m%d}{century}{serial:04}"
    right = [digit for digit in "0123456789" if is_iin(eleven + digit)]
    assert len(right) <= 1
    assert not right or not is_iin(eleven + str((int(right[0]) + other) % 10))


@pytest.mark.parametrize(
    ("digits", "is_one"),
    [
        # By hand: 9*1 + 1*4 + 1*6 + 3*7 + 1*11 = 51, which is 7 modulo 11.
        ("900101300017", True),
        ("900101300018", False),
        # The first sum is 10 modulo 11, the second 9*3 + 1*6 + 1*8 + 3*9 + 8*1 + 1*2 = 78 is 1.
        ("900101300811", True),
        # Both are 10: nobody has this number.
        ("900101300800", False),
        # No such month, day, century; the control digits are right.
        ("901301300017", False),
        ("900132300016", False),
        ("900101900015", False),
    ],
)
def test_a_number_of_identity_has_a_birthday_a_century_and_a_control_digit(digits, is_one):
    assert is_iin(digits) is is_one
