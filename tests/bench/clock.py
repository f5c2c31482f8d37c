"""How long a command takes, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

SITE = "https://minber.example.org"
PROCESSES = Path("/proc")
PAUSE = 0.02
"""Seconds between two looks at the memory."""


class Failed(Exception):
    """A build went wrong; what it printed."""


def seconds(command: tuple[str, ...], folder: Path) -> float:
    """The time from the start of a command to its end."""
    with TemporaryFile() as log:
        start = time.perf_counter()
        code = _started(command, folder, log).wait()
        taken = time.perf_counter() - start
        _check(code, log)
    return taken


def peak_memory(command: tuple[str, ...], folder: Path) -> int | None:
    """The most bytes that a command and its children held at once; None where nobody can tell.

    Memory that several processes share counts once (PSS, which Linux tells).  Looking takes
    time, so this is not the run that is timed.
    """
    with TemporaryFile() as log:
        process = _started(command, folder, log)
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_held, _family(process.pid))))
            time.sleep(PAUSE)
        _check(process.returncode, log)
    return peak or None


def _started(command: tuple[str, ...], folder: Path, log: IO[bytes]) -> subprocess.Popen[Any]:
    # As on anybody's machine, Python keeps the modules that it has compiled.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["SITEURL"] = SITE
    output: Any = {"stdout": log, "stderr": subprocess.STDOUT}
    return subprocess.Popen(command, cwd=folder, env=environment, **output)


def _check(code: int, log: IO[bytes]) -> None:
    if code:
        log.seek(0)
        raise Failed(log.read().decode(errors="replace"))


def _family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for listed in PROCESSES.glob(f"{pid}/task/*/children"):
        for child in _read(listed).split():
            yield from _family(int(child))


def _held(pid: int) -> int:
    """The bytes of a process, 0 when it has ended."""
    lines = _read(PROCESSES / str(pid) / "smaps_rollup").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def memory_can_be_told() -> bool:
    """Whether this system shows what processes hold."""
    return sys.platform == "linux"
