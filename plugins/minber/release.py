"""Whole or not at all: a site is built beside the one that stands and then takes its place."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARK = '<meta name="generator" content="Minber">'
"""What tells a folder with a site of ours from any other folder."""

KEPT_BY_OTHERS = (".git", ".hg", ".svn", "CNAME", ".htaccess")
"""What hosts and version control keep in a folder, and a build must not take away."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


class NotASite(Exception):
    """The folder holds something else, which a build must not replace."""

    exitcode = 1


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """An empty folder beside `output`, which takes its place when the block ends well.

    When it is left empty, what stands in `output` is right and stays.

    Raises NotASite before anything is written.  After an error, or when the process
    is killed, `output` is what it was; what a killed build left is removed by the next.
    Builds that stand side by side wait for their turn.  Where a system cannot swap two folders
    in one step, a kill between two steps leaves no site until the next build restores it.
    """
    output = output.resolve()
    _check_replaceable(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    staging, old = (output.with_name(f".{output.name}.{name}") for name in ("new", "old"))
    with _alone_in(output.parent):
        _recover(output, staging, old)
        staging.mkdir()
        try:
            yield staging
            if any(staging.iterdir()):
                _switch(staging, output, old)
        finally:
            _recover(output, staging, old)


def place_of(staging: Path) -> Path:
    """The folder whose place a staging folder is to take."""
    return staging.with_name(staging.name.removeprefix(".").removesuffix(".new"))


def _check_replaceable(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise NotASite(f"{output} must be a folder; name another with -o")
    if not any(output.iterdir()):
        return
    index = output / "index.html"
    if not index.is_file() or MARK not in index.read_text("utf-8", errors="replace"):
        raise NotASite(
            f"{output} must be empty or hold a site that was built before, and it holds "
            "something else; name another folder with -o, or empty it yourself"
        )
    for kept in KEPT_BY_OTHERS:
        if (output / kept).exists():
            raise NotASite(
                f"{output} holds {kept}, which no build made and a build would delete; "
                "build into another folder with -o, and copy the site from there"
            )


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which the system lets go of when a process is killed."""
    if sys.platform == "win32":
        yield  # It has no locks of folders, and refuses to remove files that are open.
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network drives know no locks; there builds must not be made side by side.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _recover(output: Path, staging: Path, old: Path) -> None:
    """Put away the old site, or what a fault left; a site that was only moved aside comes back."""
    if old.exists() and not output.exists():
        old.rename(output)
    shutil.rmtree(staging, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _switch(staging: Path, output: Path, old: Path) -> None:
    if not output.exists():
        staging.rename(output)
    elif not _swapped(staging, output):
        output.rename(old)
        staging.rename(output)


def _swapped(staging: Path, output: Path) -> bool:
    """Swap two folders in one step, where the system can: renameat2(2), renamex_np(2)."""
    names = os.fsencode(staging), os.fsencode(output)
    if sys.platform.startswith("linux"):
        swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        arguments = [_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE]
    elif sys.platform == "darwin":
        swap = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
        arguments = [*names, _RENAME_SWAP]
    else:
        return False
    if swap is None:
        return False
    if swap(*arguments) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(output))
