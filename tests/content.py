"""A tiny site's content for tests of the rooms that read it, and what an editor is told."""

from __future__ import annotations

from pathlib import Path

from plugins.minber.cache.store import Store
from plugins.minber.languages.settings import languages_from
from plugins.minber.library.opening import Opened, open_library
from plugins.minber.library.shelving import Workroom
from plugins.minber.problems import ordered
from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.records import read_record
from plugins.minber.source.tree import read_tree
from tests.languages.rows import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
CODES = ("kk", "ru", "en")
LANGUAGE = {language.code: language for language in languages_from(LANGUAGES)}
CAMPAIGN = "campaigns/open-net"
PETITION = f"{CAMPAIGN}/petitions/first"
STATEMENT = f"{CAMPAIGN}/statements/letter"
NEWS = f"{CAMPAIGN}/news/event"
ABOUT = "pages/about"


def workroom() -> Workroom:
    """A place for work that nothing is kept in yet, and that is gone with the test."""
    return Workroom(Store(Path(":memory:")))


def opened(content: Path, *, with_drafts: bool = False) -> Opened:
    """The library of a content folder in three languages, on the day of the tests."""
    theme = ROOT / "theme"
    return open_library(content, theme, LANGUAGES, workroom(), with_drafts=with_drafts)


def told(content: Path) -> list[str]:
    """What an editor is told about a content folder, a line a problem."""
    return [str(problem) for problem in ordered(opened(content).problems)]


def digest_of(content: Path, path: str, language: str) -> str:
    """The digest of the words of a folder in a language, as `translates` names it."""
    folders = {folder.path: folder for folder in read_tree(content, CODES)[0].folders}
    record, _ = read_record(folders[f"content/{path}"], CODES)
    return words_digest(record.words[language])


def edit(content: Path, path: str, *changes: tuple[str, str]) -> None:
    """Replace pieces of one file, each of which must stand in it."""
    text = (content / path).read_text("utf-8")
    for old, new in changes:
        assert old in text, f"{path} has no {old!r}"
        text = text.replace(old, new, 1)
    (content / path).write_text(text, "utf-8")


def add(content: Path, path: str, text: str) -> None:
    """Put a text at the end of a file, which may be new."""
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    with (content / path).open("a", encoding="utf-8", newline="") as file:
        file.write(text)
