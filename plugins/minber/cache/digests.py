"""Digests of inputs: what stands for them in the cache."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

LENGTH = 32
"""Hexadecimal digits: 128 bits, so that no two inputs meet by chance."""

DECIDING = (
    *("Babel", "Jinja2", "Markdown", "MarkupSafe", "msgspec"),
    *("nh3", "pelican", "pillow", "pydantic", "PyYAML", "segno", "typst"),
)
"""Packages whose version may change a byte of the site."""


def digest_of(*parts: str) -> str:
    """The digest of texts in their order; where one ends and the next begins counts too."""
    # The length of each part goes before it, so that ("ab", "c") is not ("a", "bc").
    framed = "".join(f"{len(part)}:{part}" for part in parts)
    return digest_of_bytes(framed.encode("utf-8", "surrogatepass"))


def digest_of_bytes(data: bytes) -> str:
    """The first 32 hexadecimal digits of the SHA-256."""
    return hashlib.sha256(data).hexdigest()[:LENGTH]


def digest_of_files(root: Path, paths: Iterable[Path]) -> str:
    """The digest of files' bytes and of their paths below `root`."""
    parts = []
    for path in sorted(paths):
        parts += [path.relative_to(root).as_posix(), digest_of_bytes(path.read_bytes())]
    return digest_of(*parts)


def code_digest(root: Path) -> str:
    """The digest of all code below `root`, of the data beside it and of what it runs on."""
    code = digest_of_files(root, [*root.rglob("*.py"), *root.rglob("*.yaml")])
    python = ".".join(map(str, sys.version_info[:3]))
    packages = (f"{name} {version(name)}" for name in DECIDING)
    return digest_of(code, python, *packages)
