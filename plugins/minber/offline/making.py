"""Archives made of the files of a site that is being built, by all processors at once."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.minber.cache.crew import FEW, spread
from plugins.minber.cache.progress import Track
from plugins.minber.offline.archives import Archive, pages_held
from plugins.minber.offline.inspecting import ArchivedPage, ArchiveInspection
from plugins.minber.offline.links import Place, as_held, with_note
from plugins.minber.offline.types import type_of
from plugins.minber.offline.zips import write_zip
from plugins.minber.pages.plan import Planned, Rendered
from plugins.minber.problems import Problem
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
    render: Callable[[Planned], Rendered]


def make(archives: Sequence[Archive], bindery: Bindery, track: Track) -> list[Problem]:
    """Write archives to the staging folder; gives what is wrong with them.  Raises OSError."""

    def work(portion: Sequence[Archive]) -> tuple[int, list[Problem]]:
        return len(portion), [fault for archive in portion for fault in _make(archive, bindery)]

    large = [archive for archive in archives if archive.kind != "html"]
    small = [archive for archive in archives if archive.kind == "html"]
    done, problems = 0, []
    for jobs, few in ((large, 1), (small, FEW)):
        for count, found in spread(work, jobs, few, apart=True):
            done += count
            problems += found
            track("Packing", done, len(archives))
    return problems


def _make(archive: Archive, bindery: Bindery) -> list[Problem]:
    inspection = ArchiveInspection(archive, bindery.site.url)
    _write(archive, bindery, _files(archive, bindery, inspection))
    paths = {name: path for path, name in pages_held(archive)}
    return inspection.problems(lambda name: _rewritten(paths[name], name, archive, bindery)[0].text)


def _write(archive: Archive, bindery: Bindery, files: Iterable[tuple[str, bytes]]) -> None:
    target = bindery.shelf.staging / archive.path
    target.parent.mkdir(parents=True, exist_ok=True)
    match archive.kind:
        case "zip":
            # Several may be unpacked in one place, also by what makes no folder of its own.
            write_zip(target, ((f"{target.stem}/{name}", data) for name, data in files))
        case "zim":
            # Only here, in a process of its own: the library starts threads.
            from plugins.minber.offline.covers import cover_of
            from plugins.minber.offline.kiwix import write_book

            cover = cover_of(bindery.site, bindery.fonts)
            write_book(target, cover, addresses.CHOICE, files)
        case _:
            target.write_bytes(b"".join(data for _, data in files))


def _files(
    archive: Archive, bindery: Bindery, inspection: ArchiveInspection
) -> Iterator[tuple[str, bytes]]:
    """All that an archive holds, by name: one file at a time, pages first, each inspected."""
    wanted: set[str] = set()
    for path, name in pages_held(archive):
        page, leads_to = _rewritten(path, name, archive, bindery)
        inspection.add_page(page)
        wanted |= leads_to
        yield name, page.text.encode()
    files = ((archive.name_of(path) or "", path) for path in wanted if path in archive.files)
    for name, path in sorted(files):
        inspection.add_file(name)
        yield name, bindery.shelf.read(path)


def _rewritten(
    path: str, name: str, archive: Archive, bindery: Bindery
) -> tuple[ArchivedPage, set[str]]:
    """A page as it stands in an archive, and the files of the site that it leads to."""
    before = bindery.shelf.read(path).decode()
    text, leads_to = as_held(before, _place(path, archive, bindery))
    if note := archive.notes.get(path):
        text = with_note(text, bindery.render(note).text)
    return ArchivedPage(name, text, path, before), leads_to


def _place(path: str, archive: Archive, bindery: Bindery) -> Place:
    """Where a page stands; a single one has its pictures in itself, as every browser knows them."""

    def data_of(picture: str) -> str:
        data = base64.b64encode(bindery.shelf.read(picture)).decode()
        return f"data:{type_of(picture)};base64,{data}"

    url = bindery.site.url
    if archive.kind == "html":
        return Place(path, archive.name_of, url, data_of)
    return Place(path, archive.name_of, url, left_out=frozenset(_of_no_use(bindery.site)))


def _of_no_use(site: Site) -> Iterator[str]:
    """Pages that a reader without a network has no use for, and no archive holds (`_NOT_HELD`)."""
    for language in site.library.languages:
        yield addresses.search(language.code)
        for campaign in site.library.campaigns:
            yield addresses.of_embed(campaign.item.slug, language.code)
