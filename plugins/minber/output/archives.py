"""Archives of a site, which are made of its other files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.minber.cache.progress import Track
from plugins.minber.offline.archives import Archive
from plugins.minber.offline.making import Bindery, Shelf, make
from plugins.minber.output.building import Built
from plugins.minber.pages.plan import Planned
from plugins.minber.views.here import Site


def with_archives(
    built: Built, archives: Sequence[Archive], site: Site, fonts: Path, track: Track
) -> tuple[Built, Site, int]:
    """The same with archives, the site that knows their sizes, and how many had to be made."""
    work = built.work
    keys = {archive.path: archive.key for archive in archives}
    kept = frozenset(p for p, key in keys.items() if built.standing.keys.get(p) == key)
    new = [archive for archive in archives if archive.path not in kept]
    shelf = Shelf(work.staging, work.output)
    make(new, Bindery(site, shelf, fonts), track)
    sizes: Mapping[str, int] = {path: shelf.find(path).stat().st_size for path in keys}
    built = replace(built, keys={**built.keys, **keys}, kept=built.kept | kept)
    return built, replace(site, archives=sizes), len(new)


def promised(built: Built, files: Iterable[Archive | Planned]) -> Built:
    """The same as if it had more files, so that links to them are not told as broken."""
    return replace(built, keys={**{file.path: file.key for file in files}, **built.keys})
