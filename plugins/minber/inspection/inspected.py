"""What is known of a page that was looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inspected:
    """What ties a page to other files."""

    ids: tuple[str, ...]
    """Each once, sorted."""
    targets: tuple[str, ...]
    """Files of the site that it links to or loads, each once, sorted: `kk/x.html`, or
    `kk/x.html#place` where a place on the page is named; places on the page itself too."""
