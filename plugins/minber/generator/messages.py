"""What a build says on the console, beside Pelican's own messages."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pelican.log import console
from rich.console import ConsoleRenderable, RenderHook

from plugins.minber.cache.progress import Track, untold
from plugins.minber.problems import SiteRefused
from plugins.minber.release import NotASite

WITHOUT_ADDRESS = (
    "SITEURL is not set: there are no feeds, no sitemap and no ways to share texts."
    " README.md says how to set it."
)
"""Behind what a build did whose site is to be published, as nothing else tells what it lacks."""


class OwnCount(RenderHook):
    """Pelican counts its own articles and pages, of which there are none: that would alarm."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [each for each in renderables if "Processed 0 articles" not in str(each)]


def without_traceback(record: logging.LogRecord) -> bool:
    """Problems, and disks that are full, need no traceback: their own words say what to do."""
    if record.exc_info and isinstance(record.exc_info[1], (SiteRefused, NotASite, OSError)):
        record.exc_info = None
    return True


def counted(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def pictures_told(made: int, seconds: float) -> str:
    """How many pictures are new, and how fast they were made; "" where none is."""
    return f", {counted(made, 'picture')} made ({made / seconds:.1f} a second)" if made else ""


@contextmanager
def tracked() -> Iterator[Track]:
    """A bar for what takes more than a second, where somebody looks at a terminal."""
    if not console.is_terminal:
        yield untold
        return
    from rich.progress import Progress, TaskID

    started = time.monotonic()
    with Progress(console=console, transient=True, auto_refresh=False) as progress:
        tasks: dict[str, TaskID] = {}

        def track(what: str, done: int, of: int) -> None:
            if time.monotonic() - started > 1:
                if what not in tasks:
                    tasks[what] = progress.add_task(what)
                progress.update(tasks[what], completed=done, total=of, refresh=True)

        yield track
