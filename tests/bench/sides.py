"""What is measured: this repository, Hugo, and stock Pelican, each in folders of its own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path
from typing import Self

from tests.bench import hugo_site, ours, stock_site
from tests.bench.corpus import Corpus
from tests.bench.items import Place
from tests.bench.prose import Writer, chance

OUTPUT = "output"
NOTHING, AGAIN, EDIT, CLONE = CASES = (
    "from nothing",
    "nothing new",
    "one edit",
    "fresh clone with the cache restored",
)
OURS, HUGO, PELICAN = COLUMNS = ("Minber", "Hugo", "Pelican")
"""Ours first."""


@dataclass(frozen=True, slots=True)
class Side:
    """One way to build the corpus."""

    column: str
    cases: tuple[str, ...]
    write: Callable[[Corpus, Path], None]
    words_path: Callable[[Place, str], str]
    command: tuple[str, ...]
    most: int = sys.maxsize
    """Texts beyond which it would take too long to measure."""


PELICAN_COMMAND = (sys.executable, "-m", "pelican", "content", "-o", OUTPUT, "-s")
PUBLISHED = (*PELICAN_COMMAND, "publishconf.py")
_FLAGS = ("OPEN_DATA", "PAPER", "CARDS", "SEARCH", "OFFLINE")
EXTRAS = ("-e", *(f"{flag}=false" for flag in _FLAGS), "FEED_ID=null")
"""What the other sides have nothing like is left out."""


def sides() -> tuple[Side, ...]:
    """All of them, in the order in which they take turns."""
    stock = (*PELICAN_COMMAND, "pelicanconf.py")
    kept = (*stock, "-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")
    write, path = stock_site.write_site, stock_site.words_path
    return (
        Side(OURS, CASES, ours.write_site, ours.words_path, (*PUBLISHED, *EXTRAS)),
        Side(
            HUGO,
            (NOTHING, AGAIN, EDIT),
            hugo_site.write_site,
            hugo_site.words_path,
            hugo_command(),
        ),
        Side(PELICAN, (NOTHING,), write, path, stock, 3_000),
        # Its own cache is an option, and it pays only when something is in it.
        Side(PELICAN, (AGAIN, EDIT), write, path, kept, 3_000),
    )


def hugo_command() -> tuple[str, ...]:
    """How Hugo is started in a site's folder; raises PackageNotFoundError."""
    return (str(_hugo_binary()), "--destination", OUTPUT)


def _hugo_binary() -> Path:
    """Hugo itself: the `hugo` command of the package is Python, which would take its own time."""
    found = (Path(str(file.locate())) for file in files("hugo") or ())
    return next(path for path in found if path.parent.name == "binaries")


@dataclass(frozen=True, slots=True)
class Stand:
    """A side with a corpus in a folder."""

    side: Side
    corpus: Corpus
    root: Path
    own: frozenset[str]
    """What the folder holds before anything is built."""

    @classmethod
    def made(cls, side: Side, corpus: Corpus, root: Path) -> Self:
        """Write the corpus."""
        root.mkdir(parents=True)
        side.write(corpus, root)
        return cls(side, corpus, root, frozenset(path.name for path in root.iterdir()))

    def ready(self, case: str, turn: int) -> Path:
        """Bring about a case, for the turn of this number; the folder in which to build."""
        if case == NOTHING:
            self.set_aside(turn)
        elif case == EDIT:
            self.edit(turn)
        elif case == CLONE:
            return self.cloned(turn)
        return self.root

    def set_aside(self, turn: int) -> None:
        """Move away what was built.

        Were it removed, ext4 would look for inodes that were not in use a moment ago, for longer
        than the fastest builds take.
        """
        aside = self.beside("old", turn)
        for path in self.root.iterdir():
            if path.name not in self.own:
                path.rename(aside / path.name)

    def beside(self, name: str, turn: int) -> Path:
        """A new folder beside the stand's."""
        folder = self.root.with_name(f"{self.root.name}-{name}-{turn}")
        folder.mkdir()
        return folder

    def edit(self, turn: int) -> None:
        """One more sentence at the end of one original, of another item each turn."""
        item = self.corpus.item(turn * 7 % len(self.corpus.places))
        path = self.root / self.side.words_path(item.place, item.original)
        sentence = Writer(chance("edit", turn), item.original).sentence()
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{sentence}\n")

    def cloned(self, turn: int) -> Path:
        """A copy with new inodes and times, without what was built but with what was kept."""
        clone = self.beside("clone", turn)
        for path in self.root.iterdir():
            if path.is_dir() and path.name != OUTPUT:
                shutil.copytree(path, clone / path.name, copy_function=shutil.copyfile)
            elif path.is_file():
                shutil.copyfile(path, clone / path.name)
        return clone
