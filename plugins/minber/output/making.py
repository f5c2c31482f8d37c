"""Pages and pictures for a release: linked where they stand, copied where they are kept, or made.

Pages are rendered and looked at by all processors at once.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.minber.cache.crew import spread
from plugins.minber.cache.progress import Track
from plugins.minber.cache.store import Store
from plugins.minber.inspection.inspected import Inspected
from plugins.minber.output.keeping import key_of, packed, unpacked
from plugins.minber.pages.plan import Planned, Rendered
from plugins.minber.problems import Problem

NOTHING_TO_SEE: tuple[Inspected, list[Problem]] = (Inspected((), ()), [])
"""Of what browsers look for no tags in."""

Render = Callable[[Planned], Rendered]


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done for a page."""

    path: str
    inspected: Inspected
    is_rendered: bool
    blob: bytes = b""
    """What is to be kept of it: nothing where it is kept already or has faults."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What was done for a set of pages."""

    inspected: Mapping[str, Inspected]
    """What the new pages hold, by path."""
    problems: tuple[Problem, ...]
    rendered: int
    """Pages that readers are shown, without pictures and data."""


def make_pages(
    pages: Sequence[Planned],
    staging: Path,
    store: Store,
    with_renderer: Callable[[Store], Render],
    track: Track,
) -> Made:
    """Write pages below `staging`: as they are kept in the store, else rendered.

    `with_renderer` gives what renders a page, with a store of the process that calls it.
    """

    def work(portion: Sequence[Planned]) -> list[_Done]:
        with closing(store.another()) as own:
            render = with_renderer(own)
            kept = own.get_many([key_of(page) for page in portion])
            blobs = ((page, kept.get(key_of(page))) for page in portion)
            return [_made(page, blob, render, staging) for page, blob in blobs]

    done: list[_Done] = []
    shown = {page.path for page in pages if page.is_shown}
    keys = {page.path: key_of(page) for page in pages}
    _make_folders(staging, keys)
    for portion in spread(work, pages):
        store.put_many((keys[each.path], each.blob) for each in portion if each.blob)
        done += [replace(each, blob=b"") for each in portion]
        track("Writing", len(done), len(pages))
    return Made(
        inspected={each.path: each.inspected for each in done},
        problems=tuple(problem for each in done for problem in each.problems),
        rendered=sum(each.is_rendered for each in done if each.path in shown),
    )


def _made(page: Planned, kept: bytes | None, render: Render, staging: Path) -> _Done:
    if kept is not None and (found := unpacked(kept)):
        inspected, data = found
        _write(staging / page.path, data)
        return _Done(page.path, inspected, is_rendered=False)
    # Only now: no page may be new.
    from plugins.minber.inspection.pages import inspect_page

    rendered = render(page)
    inspected, problems = NOTHING_TO_SEE
    if page.holds_tags:
        inspected, problems = inspect_page(
            page.path, rendered.text, rendered.forms, rendered.scripts
        )
    data = rendered.text.encode()
    _write(staging / page.path, data)
    blob = b"" if problems else packed(inspected, data)
    return _Done(page.path, inspected, is_rendered=True, blob=blob, problems=tuple(problems))


def write_files(staging: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below `staging`, each by its path."""
    for path, data in files:
        _make_folders(staging, [path])
        _write(staging / path, data)


def link_files(staging: Path, standing: Path, paths: Collection[str]) -> None:
    """Let files of the site that stands belong to the new one too; both are never written to."""
    _make_folders(staging, paths)
    for path in paths:
        source, target = f"{standing}/{path}", f"{staging}/{path}"
        try:
            os.link(source, target)
        except OSError:
            # Some memory sticks and network drives know no links.
            shutil.copy2(source, target)


def _make_folders(root: Path, paths: Iterable[str]) -> None:
    for folder in sorted({path.rpartition("/")[0] for path in paths}):
        (root / folder).mkdir(parents=True, exist_ok=True)


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:  # noqa: PTH123 - twice as fast as a Path's
        file.write(data)
