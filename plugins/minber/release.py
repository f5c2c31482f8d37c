"""Whole or not at all: a site is built beside the one that stands and then takes its place."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = '<meta name="generator" content="Minber">'
"""What tells a folder with a site of ours from any other folder."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotASite(Exception):
    """The folder holds something else, which a build must not replace."""

    exitcode = 1


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """An empty folder beside `output`, which takes its place when the block ends well.

    Raises NotASite before anything is written.  After an error, or when the process
    is killed, `output` is what it was; what a killed build left is removed by the next.
    """
    output = output.resolve()
    _check_replaceable(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(output)
    staging = output.with_name(f".{output.name}.{os.getpid()}.new")
    staging.mkdir()
    try:
        yield staging
        _switch(staging, output)
    finally:
        # After a switch the old site stands here, after a fault the unfinished one.
        shutil.rmtree(staging, ignore_errors=True)


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


def _remove_leftovers(output: Path) -> None:
    for leftover in output.parent.glob(f".{output.name}.*.new"):
        pid = leftover.suffixes[-2].lstrip(".")
        if pid.isdigit() and not _is_running(int(pid)):
            shutil.rmtree(leftover, ignore_errors=True)


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":
        return True  # Signal 0 would end the process there.
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid != os.getpid()


def _switch(staging: Path, output: Path) -> None:
    if not output.exists():
        staging.rename(output)
    elif not _exchanged(staging, output):
        old = staging.with_suffix(".old")
        output.rename(old)
        staging.rename(output)
        shutil.rmtree(old, ignore_errors=True)


def _exchanged(staging: Path, output: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux: renameat2(2))."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(staging), os.fsencode(output)
    if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(output))
