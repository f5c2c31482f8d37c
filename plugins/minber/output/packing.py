"""Archives of a site, packed of the files that were built."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.minber.cache.progress import Track
from plugins.minber.offline.archives import Archive
from plugins.minber.offline.making import Bindery, make
from plugins.minber.output.building import Built
from plugins.minber.pages.plan import Planned
from plugins.minber.views.here import Site


def with_archives(
    built: Built, archives: Sequence[Archive], bindery: Bindery, track: Track
) -> tuple[Built, Site, int]:
    """The same with archives, the site that knows their sizes, and how many had to be made."""
    keys = {archive.path: archive.key for archive in archives}
    kept = frozenset(p for p, key in keys.items() if built.standing.keys.get(p) == key)
    new = [archive for archive in archives if archive.path not in kept]
    problems = make(new, bindery, track)
    sizes = {path: bindery.shelf.find(path).stat().st_size for path in keys}
    made = replace(built.made, problems=(*built.made.problems, *problems))
    built = replace(built, keys={**built.keys, **keys}, kept=built.kept | kept, made=made)
    return built, replace(bindery.site, archives=sizes), len(new)


def promised(built: Built, files: Iterable[Archive | Planned]) -> Built:
    """The same as if it had more files, so that links to them are not told as broken."""
    return replace(built, keys={**{file.path: file.key for file in files}, **built.keys})
