"""A page that is kept comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.inspection.inspected import Inspected
from plugins.minber.output.keeping import packed, unpacked

INSPECTED = Inspected(("a",), ("kk/x.html#a",))


@given(st.binary())
def test_a_page_comes_back_as_it_was(page):
    assert unpacked(packed(INSPECTED, page)) == (INSPECTED, page)


@pytest.mark.parametrize("blob", [b"", b"\n", b"{}\npage", b"[]", b"{\n", b"\xff\npage"])
def test_other_bytes_are_no_page(blob):
    assert unpacked(blob) is None
