"""Which archives there are, what each holds, and what each is made of."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version

from plugins.minber.cache.digests import digest_of
from plugins.minber.library.model import Item
from plugins.minber.pages.inputs import Inputs
from plugins.minber.pages.plan import Planned, saved_notes
from plugins.minber.views import addresses
from plugins.minber.views.here import Site

_NOT_HELD = ("404", "embed", "moved", "offline", "search")
"""Templates of pages that no archive holds, for they say nothing without a network: a search has no
index there, archives offer no archives, nobody keeps a site by them, and nobody asks them for an
old or a wrong address."""
_PICTURES = "pictures/"


@dataclass(frozen=True, slots=True)
class Archive:
    path: str
    """From the root of the site."""
    key: str
    """The digest of all that it is made of."""
    pages: Mapping[str, str]
    """The names that pages of the site have in it, by their paths on the site."""
    files: Collection[str] = ()
    """What else it may hold, where a page of it leads there."""
    root: str = ""
    """The folder of the site that is the archive's own."""
    instead: Mapping[str, str] = field(default_factory=dict)
    """Pages of the site with names in it to which links to them lead."""
    notes: Mapping[str, Planned] = field(default_factory=dict)
    """What its texts say of themselves, by the paths of their pages on the site."""

    @property
    def kind(self) -> str:
        """`zip`, `html` or `zim`."""
        return self.path.rpartition(".")[2]

    def name_of(self, path: str) -> str | None:
        """The name in it of a file of the site; None where it is not in it."""
        if path in self.files:
            return path.removeprefix(self.root)
        return self.pages.get(path) or self.instead.get(path)


@dataclass(frozen=True, slots=True)
class Stock:
    """What archives are made of, by path, with its keys."""

    site: Site
    pages: Mapping[str, str]
    """All that readers open."""
    files: Mapping[str, str]
    """Pictures and documents."""
    notes: Mapping[str, Planned]
    """What saved texts say of themselves, by the paths of their pages: each at the path of the
    archive that holds it alone."""
    look: str
    """The digest of all that decides how the cover of a book is drawn."""


def stock_of(
    inputs: Inputs, planned: Sequence[Planned], files: Mapping[str, str], look: str
) -> Stock:
    """What a site has for archives; `files` are its pictures and documents."""
    shown = (page for page in planned if page.is_shown and page.template not in _NOT_HELD)
    pages = {page.path: page.key for page in shown}
    notes = {_page_of(note): note for note in saved_notes(inputs.site, inputs)}
    return Stock(inputs.site, pages, files, notes, look)


def _page_of(note: Planned) -> str:
    [item] = note.of
    return addresses.of_item(item, note.language.code)


def archives_of(stock: Stock) -> list[Archive]:
    """All archives: large ones first."""
    chosen = stock.site.chosen
    codes = [language.code for language in stock.site.library.languages]
    return [
        _book(stock),
        *(_whole_site(stock, code) for code in codes),
        *(_whole_campaign(stock, campaign, codes) for campaign in chosen.campaigns),
        *(_single(stock, page) for page in stock.notes),
    ]


def _whole_site(stock: Stock, code: str) -> Archive:
    root = f"{code}/"
    pages = {path: path.removeprefix(root) for path in stock.pages if path.startswith(root)}
    files = _files_below(stock, (root, _PICTURES))
    return _zip(stock, Archive(addresses.of_whole_site(code), "", pages, files, root))


def _whole_campaign(stock: Stock, campaign: Item, codes: Sequence[str]) -> Archive:
    folders = tuple(f"{code}/{campaign.slug}/" for code in codes)
    pages = {path: path for path in stock.pages if path.startswith(folders)}
    pages[addresses.CHOICE] = addresses.CHOICE
    files = _files_below(stock, (*folders, _PICTURES))
    instead = {addresses.home(code): addresses.of_item(campaign, code) for code in codes}
    path = addresses.of_whole_campaign(campaign)
    return _zip(stock, Archive(path, "", pages, files, instead=instead))


def _zip(stock: Stock, archive: Archive) -> Archive:
    """With its key, and with what the texts in it say of themselves."""
    notes = {page: note for page, note in stock.notes.items() if page in archive.pages}
    contents = _key(stock, archive.path, archive.pages, archive.files)
    key = digest_of(contents, *(notes[page].key for page in sorted(notes)))
    return replace(archive, key=key, notes=notes)


def _single(stock: Stock, page: str) -> Archive:
    note = stock.notes[page]
    key = digest_of(stock.pages[page], note.key)
    return Archive(note.path, key, {page: note.path}, notes={page: note})


def _book(stock: Stock) -> Archive:
    path = addresses.KIWIX
    pages = {page: page for page in stock.pages}
    # A book tells the day on which it was made.
    made = version("libzim"), stock.site.library.today.isoformat(), stock.look
    key = digest_of(_key(stock, path, pages, stock.files), *made)
    return Archive(path, key, pages, stock.files.keys())


def _files_below(stock: Stock, folders: tuple[str, ...]) -> frozenset[str]:
    return frozenset(path for path in stock.files if path.startswith(folders))


def _key(stock: Stock, path: str, pages: Mapping[str, str], files: Collection[str]) -> str:
    """Pictures are in it by what pages call them: their names have digests of their bytes."""
    of_pages = (f"{page} {stock.pages[page]}" for page in sorted(pages))
    named = sorted(file for file in files if not file.startswith(_PICTURES))
    of_files = (f"{file} {stock.files[file]}" for file in named)
    return digest_of(path, zlib.ZLIB_RUNTIME_VERSION, *of_pages, "", *of_files)


def pages_held(archive: Archive) -> Iterator[tuple[str, str]]:
    """Its pages by their paths on the site, and their names in it, in the order of the names."""
    return iter(sorted(archive.pages.items(), key=lambda page: page[1]))
