"""What becomes of an editor's file: files for readers, or the reason why not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from plugins.minber.pictures.anatomy import Anatomy, Unusable
from plugins.minber.pictures.encoding import Rendition, renditions
from plugins.minber.pictures.kinds import anatomy_of
from plugins.minber.pictures.pixels import check_pixels, pixels_of
from plugins.minber.problems import Problem

T = TypeVar("T")

Size = tuple[int, int]


def make(
    location: Path, shown: str, formats: Collection[str]
) -> tuple[Size, tuple[Rendition, ...]] | Problem:
    """Width and height of the widest copy, and all copies; `shown` is the path in problems."""

    def made(anatomy: Anatomy) -> tuple[Size, tuple[Rendition, ...]]:
        pixels = pixels_of(anatomy)
        return pixels.size, renditions(pixels, formats, may_be_drawing=anatomy.kind != "JPEG")

    return _with_anatomy(location, shown, made)


def trouble(location: Path, shown: str) -> Problem | None:
    """Why a file cannot be used, found in less time."""
    return _with_anatomy(location, shown, check_pixels)


def _with_anatomy(location: Path, shown: str, use: Callable[[Anatomy], T]) -> T | Problem:
    try:
        return use(anatomy_of(location.read_bytes(), location.name))
    except Unusable as unusable:
        return Problem(shown, 1, unusable.rule, unusable.found, unusable.remedy)
    except OSError as error:
        return Problem(shown, 1, "a picture must be readable", error.strerror or "", "Look at it.")
