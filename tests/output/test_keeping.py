"""A page that is kept comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.inspection.inspected import Inspected
from plugins.minber.output.keeping import packed, unpacked

INSPECTED = Inspected(("a",), ("kk/x.html#a",))


@given(st.binary(), st.binary(), st.binary())
def test_a_page_comes_back_with_its_style_sheet(before, style, after):
    page = before + style + after
    assert unpacked(packed(INSPECTED, page, style), style) == (INSPECTED, page)


def test_a_style_sheet_is_not_kept_with_each_page():
    style = b"body {}" * 1000
    assert len(packed(INSPECTED, b"<style>" + style + b"</style>", style)) < 200


@pytest.mark.parametrize("blob", [b"", b"\n", b"{}\npage", b"[]", b"{\n", b"\xff\npage"])
def test_other_bytes_are_no_page(blob):
    assert unpacked(blob, b"") is None
