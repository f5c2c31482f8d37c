"""Archives made of the files of a site that is being built, by all processors at once."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.cache.crew import FEW, spread
from plugins.minber.cache.progress import Track
from plugins.minber.offline.archives import Archive, pages_held
from plugins.minber.offline.links import Place, as_held
from plugins.minber.offline.types import type_of
from plugins.minber.offline.zips import write_zip
from plugins.minber.views import addresses
from plugins.minber.views.here import Site


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the files of a site stand that is being built."""

    staging: Path
    output: Path
    """Of the site that stands, for what is not made anew."""

    def find(self, path: str) -> Path:
        """Where a file stands."""
        made = self.staging / path
        return made if made.exists() else self.output / path

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.find(path).read_bytes()


@dataclass(frozen=True, slots=True)
class Bindery:
    """Where archives are made, and from what."""

    site: Site
    shelf: Shelf
    fonts: Path


def make(archives: Sequence[Archive], bindery: Bindery, track: Track) -> None:
    """Write archives to the staging folder; raises OSError."""

    def work(portion: Sequence[Archive]) -> int:
        for archive in portion:
            _make(archive, bindery)
        return len(portion)

    large = [archive for archive in archives if archive.kind != "html"]
    small = [archive for archive in archives if archive.kind == "html"]
    done = 0
    for jobs, few in ((large, 1), (small, FEW)):
        for count in spread(work, jobs, few, apart=True):
            done += count
            track("Packing", done, len(archives))


def _make(archive: Archive, bindery: Bindery) -> None:
    target = bindery.shelf.staging / archive.path
    target.parent.mkdir(parents=True, exist_ok=True)
    match archive.kind:
        case "zip":
            write_zip(target, _held(archive, bindery))
        case "zim":
            # Only here, in a process of its own: the library starts threads.
            from plugins.minber.offline.covers import cover_of
            from plugins.minber.offline.kiwix import write_book

            cover = cover_of(bindery.site, bindery.fonts)
            write_book(target, cover, addresses.CHOICE, _held(archive, bindery))
        case _:
            target.write_bytes(_single(archive, bindery))


def _held(archive: Archive, bindery: Bindery) -> Iterator[tuple[str, bytes]]:
    """All that an archive holds, by name: one file at a time, pages first."""
    wanted: set[str] = set()
    for path, name in pages_held(archive):
        place = Place(path, archive.name_of, bindery.site.url)
        page, leads_to = as_held(bindery.shelf.read(path).decode(), place)
        wanted |= leads_to
        yield name, page.encode()
    files = ((archive.name_of(path) or "", path) for path in wanted if path in archive.files)
    for name, path in sorted(files):
        yield name, bindery.shelf.read(path)


def _single(archive: Archive, bindery: Bindery) -> bytes:
    """A page with its pictures in itself, each in the form that every browser knows."""

    def data_of(picture: str) -> str:
        data = base64.b64encode(bindery.shelf.read(picture)).decode()
        return f"data:{type_of(picture)};base64,{data}"

    [path] = archive.pages
    place = Place(path, archive.name_of, bindery.site.url, data_of)
    return as_held(bindery.shelf.read(path).decode(), place)[0].encode()
