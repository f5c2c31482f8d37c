"""The picture files of a built site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path

from PIL import Image

from tests.bench.clock import SITE

FORMATS = {".avif": "AVIF", ".webp": "WebP", ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
"""By the ending of the name."""
NAMED = re.compile(rf"""[^\s"'=,()<>]+(?:{"|".join(map(re.escape, FORMATS))})\b""")


@dataclass(frozen=True, slots=True)
class Written:
    """A picture file."""

    format: str
    width: int
    """Pixels."""
    size: int
    """Bytes."""


def count(output: Path) -> int:
    """How many picture files a site has, named by pages or not."""
    return sum(path.suffix in FORMATS for path in output.rglob("*"))


def written(output: Path) -> list[Written]:
    """The picture files of a site, without those that only an older build needed."""
    return [_measured(output / path) for path in sorted(named(output))]


def _measured(path: Path) -> Written:
    with Image.open(path) as picture:
        return Written(FORMATS[path.suffix], picture.width, path.stat().st_size)


def named(output: Path) -> set[str]:
    """The picture files that pages of a site name, by their paths from its root."""
    found = set()
    for page in output.rglob("*.html"):
        folder = page.parent.relative_to(output).as_posix()
        for address in NAMED.findall(page.read_text("utf-8")):
            inside = address.removeprefix(f"{SITE}/")
            if "://" not in inside:
                found.add(normpath(inside if inside != address else f"{folder}/{address}"))
    return found
