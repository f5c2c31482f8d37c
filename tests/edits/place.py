"""A site with more in it than a tiny one, and how its files are changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.conftest import DAY

LANGUAGES = ("kk", "ru", "en")
A_DAY = 24 * 60 * 60
MOSTLY = 0.8


@dataclass(slots=True)
class Place:
    """A site with its output and its cache, in a folder of a test."""

    folder: Path
    settings: dict[str, object] = field(default_factory=dict)
    day: int = DAY
    """Seconds since 1970."""

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def items(self) -> list[Path]:
        """Folders of items that are there."""
        return sorted(path.parent for path in self.content.glob("campaigns/*/*/*/facts.yaml"))

    def an_item(self, random: Random) -> Path | None:
        """Mostly one that no other names, which may go without harm."""
        linked = ("event", "first", "letter")
        loose = [item for item in self.items() if item.name not in linked]
        items = loose if loose and random.random() < MOSTLY else self.items()
        return random.choice(items) if items else None

    def texts(self) -> list[Path]:
        """All words files."""
        return sorted(self.content.rglob("*.md"))

    def facts(self) -> list[Path]:
        return sorted(self.content.rglob("facts.yaml"))

    def cache(self) -> list[Path]:
        return sorted((self.folder / "cache").glob("*"))

    def pages(self) -> list[Path]:
        """Pages that are there after the last build."""
        return sorted((self.folder / "output").rglob("*.html"))


Edit = Callable[[Place, Random], object]


def change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), "utf-8")


def toggle(path: Path, line: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"{line}\n", "") if line in text else f"{text}{line}\n", "utf-8")
