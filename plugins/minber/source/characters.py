"""Characters that no text may hold, as a reader cannot see what they do."""

from __future__ import annotations

import re

# Control characters, other line separators than \n, marks without width or of direction, tags,
# letters that are blank, and marks piled up so that they cover other lines.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f\u115f\u1160\u3164\uffa0]|[\u0300-\u036f\u20d0-\u20ff]{3,}"
)

# What texts are made of: a tenth of the time tells that there is nothing else in them.
_PLAIN = re.compile(
    "[\t\n -~\u00a0-\u02ff\u0400-\u060f\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u2bff]*"
)


def unsafe_character(text: str) -> tuple[str, int] | None:
    """The first such character as `U+202E` and where it stands; None in a sound text."""
    if _PLAIN.fullmatch(text):
        return None
    found = _UNSAFE.search(text)
    return (f"U+{ord(found.group()[0]):04X}", found.start()) if found else None
