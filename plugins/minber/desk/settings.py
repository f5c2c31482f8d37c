"""The site's settings as the tools need them, without starting Pelican."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from traceback import extract_tb
from typing import Any, ParamSpec

from plugins.minber.cache.store import opened
from plugins.minber.languages.settings import Language
from plugins.minber.library.model import Item
from plugins.minber.library.opening import (
    Opened,
    languages_of,
    names_of_setting,
    open_library,
)
from plugins.minber.library.shelving import Workroom
from plugins.minber.pictures import FORMATS, Studio, picture_problems
from plugins.minber.problems import Problem, SiteRefused, report

SETTINGS = Path("pelicanconf.py")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Settings:
    content: Path
    theme: Path
    rows: object
    """LANGUAGES as it is written."""
    languages: tuple[Language, ...]
    cache: Path
    picture_formats: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.languages)

    def open(self, *, with_drafts: bool = False) -> Opened:
        """The library and all problems; raises SiteRefused as `open_library`."""
        with opened(self.cache) as store:
            room = Workroom(store)
            return open_library(self.content, self.theme, self.rows, room, with_drafts=with_drafts)

    def picture_problems(self, items: Iterable[Item]) -> list[Problem]:
        """Why pictures of items cannot be used."""
        studio = Studio(self.content, self.picture_formats)
        with opened(self.cache) as store:
            return picture_problems(items, studio, store)


def read_settings(path: Path = SETTINGS) -> Settings:
    """Raises SiteRefused when the file cannot be run or a row of LANGUAGES is wrong."""
    values = run_settings(path)
    rows = values.get("LANGUAGES")
    content, theme = Path(values["PATH"]), Path(values["THEME"])
    cache = Path(values.get("CACHE_PATH", "cache"))
    formats = names_of_setting(values, "PICTURE_FORMATS", FORMATS)
    return Settings(content, theme, rows, languages_of(rows), cache, formats)


def run_settings(path: Path) -> dict[str, Any]:
    """What a file of settings sets; raises SiteRefused where it cannot be run."""
    if not path.is_file():
        remedy = "The site has pelicanconf.py and publishconf.py."
        problem = Problem(path.as_posix(), 0, "this file of settings must be there", "", remedy)
        raise SiteRefused([problem])
    try:
        return runpy.run_path(str(path))
    except Exception as error:  # noqa: BLE001 - whatever the lines of an editor may raise
        raise SiteRefused([_fault(path, error)]) from None


def _fault(path: Path, error: Exception) -> Problem:
    """Why settings cannot be run, at the last line of a file beside them that was come to."""
    places = [(frame.filename, frame.lineno) for frame in extract_tb(error.__traceback__)]
    found = str(error)
    if isinstance(error, SyntaxError):
        places.append((error.filename or "", error.lineno))
        found = error.msg
    folder = path.resolve().parent
    files = [(Path(name), line) for name, line in places if name.endswith(".py")]
    own = [(file.name, line) for file, line in files if file.resolve().parent == folder]
    name, line = own[-1] if own else (path.name, 1)
    remedy = "Correct this line: words stand in quotes; True, False and None have capitals."
    rule = "settings must be Python that can be run"
    return Problem(path.with_name(name).as_posix(), line or 1, rule, found, remedy)


def in_plain_words(tool: Callable[P, int]) -> Callable[P, int]:
    """A tool that prints the problems which stop it, and then ends with 1."""

    @wraps(tool)
    def told(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            return tool(*args, **kwargs)
        except SiteRefused as refusal:
            print(report(refusal.problems))
            return 1

    return told


def counted(problems: tuple[Problem, ...]) -> str:
    """How many problems, for the last line."""
    return f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"


@in_plain_words
def try_settings(path: str) -> int:
    """Say what is in the way of running a file of settings; 1 where something is."""
    run_settings(Path(path))
    return 0
