"""ZIP files of which every byte follows from what is put in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from plugins.minber.offline.types import is_compressed

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MAY_BE_READ = 0o100644 << 16
_LEVEL = 9


def write_zip(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files by name, in their order: no day, no owner and no system is told of them."""
    with ZipFile(path, "w") as archive:
        for name, data in files:
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _MAY_BE_READ
            entry.compress_type = ZIP_STORED if is_compressed(name) else ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=_LEVEL)
