"""Pages as they are kept: what is known of them, and their bytes without the style sheet."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from plugins.minber.cache.store import Store
from plugins.minber.inspection.inspected import Inspected
from plugins.minber.pages.plan import Planned


@dataclass(frozen=True, slots=True)
class _Head:
    """The first line of what is kept."""

    inspected: Inspected
    style_at: int
    """The byte at which the style sheet stands, which all pages share; -1 where it does not."""


def key_of(page: Planned) -> str:
    """Where a page is kept."""
    return f"page:{page.key}"


def packed(inspected: Inspected, page: bytes, style: bytes) -> bytes:
    """What is kept of a page."""
    at = page.find(style) if style else -1
    rest = page[:at] + page[at + len(style) :] if at >= 0 else page
    return msgspec.json.encode(_Head(inspected, at)) + b"\n" + rest


def unpacked(blob: bytes, style: bytes) -> tuple[Inspected, bytes] | None:
    """What is known of a page, and its bytes with the same style sheet; None for other bytes."""
    first, _, rest = blob.partition(b"\n")
    head = _head(first)
    if head is None:
        return None
    at = head.style_at
    return head.inspected, rest[:at] + style + rest[at:] if at >= 0 else rest


def recalled(store: Store, key: str) -> Inspected | None:
    """What the page with a key holds; None where it is not kept."""
    head = _head((store.get(f"page:{key}") or b"").partition(b"\n")[0])
    return head.inspected if head else None


def _head(line: bytes) -> _Head | None:
    try:
        return msgspec.json.decode(line, type=_Head)
    except msgspec.DecodeError:
        return None
