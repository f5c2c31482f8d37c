"""Pages as they are kept: what is known of them, and their bytes."""

from __future__ import annotations

import msgspec

from plugins.minber.cache.store import Store
from plugins.minber.inspection.inspected import Inspected
from plugins.minber.pages.plan import Planned


def key_of(page: Planned) -> str:
    """Where a page is kept."""
    return f"page:{page.key}"


def packed(inspected: Inspected, page: bytes) -> bytes:
    """What is kept of a page: what is known of it in the first line, then its bytes."""
    return msgspec.json.encode(inspected) + b"\n" + page


def unpacked(blob: bytes) -> tuple[Inspected, bytes] | None:
    """What is known of a page, and its bytes; None for other bytes."""
    first, _, page = blob.partition(b"\n")
    inspected = _inspected(first)
    return (inspected, page) if inspected else None


def recalled(store: Store, key: str) -> Inspected | None:
    """What the page with a key holds; None where it is not kept."""
    return _inspected((store.get(f"page:{key}") or b"").partition(b"\n")[0])


def _inspected(line: bytes) -> Inspected | None:
    try:
        return msgspec.json.decode(line, type=Inspected)
    except msgspec.DecodeError:
        return None
