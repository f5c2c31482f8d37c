"""Addresses that open the reader's own mail program."""

from __future__ import annotations

from urllib.parse import quote


def mailto(address: str, subject: str = "", body: str = "") -> str:
    r"""An address after RFC 6068; the lines of the body end with CRLF.

    >>> mailto("a@example.org", "Two words", "1\r\n2")
    'mailto:a@example.org?subject=Two%20words&body=1%0D%0A2'
    """
    fields = {"subject": subject, "body": body}
    filled = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if text)
    return f"mailto:{quote(address, safe='@')}" + (f"?{filled}" if filled else "")
