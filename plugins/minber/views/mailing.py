"""Addresses that open the reader's own mail program."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from plugins.minber.languages.settings import NBSP

_ASCII = re.compile("[\x00-\x7f]+")


def encoded(text: str) -> str:
    """A text for the query of an address; spaces that must not break are for pages alone."""
    return quote(text.replace(NBSP, " "), safe="")


def lightly_encoded(text: str) -> str:
    """As `encoded`, for links on a page: letters beyond ASCII stay, and weigh a third there.

    Browsers encode them before the address leaves them (URL standard, 4.4).  Colons and slashes
    mean nothing in a query (RFC 3986, 3.4) and let an address be as it stands elsewhere on a page.
    """
    return _ASCII.sub(lambda found: quote(found[0], safe=":/"), text.replace(NBSP, " "))


def mailto(
    address: str, subject: str = "", body: str = "", encode: Callable[[str], str] = encoded
) -> str:
    r"""An address after RFC 6068; the lines of the body end with CRLF.

    >>> mailto("a@example.org", "Two words", "1\r\n2")
    'mailto:a@example.org?subject=Two%20words&body=1%0D%0A2'
    """
    fields = {"subject": subject, "body": body}
    filled = "&".join(f"{name}={encode(text)}" for name, text in fields.items() if text)
    return f"mailto:{quote(address, safe='@')}" + (f"?{filled}" if filled else "")
