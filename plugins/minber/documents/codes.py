"""QR codes."""

from __future__ import annotations

import io
from functools import lru_cache

import segno


@lru_cache(8)
def code_of(address: str) -> str:
    """The QR code of an address as SVG, readable with up to a quarter of it lost.

    It has the four modules of white around it that readers need (ISO/IEC 18004); "" without an
    address.  The documents of an item come one after the other, and have one code.
    """
    if not address:
        return ""
    code = segno.make_qr(address, error="Q", boost_error=False)
    svg = io.BytesIO()
    code.save(svg, kind="svg", border=4, light="#fff", xmldecl=False, nl=False)
    return svg.getvalue().decode()
