"""Work spread over as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from operator import itemgetter
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")

FEW = 24
"""Jobs that are done sooner than a process has begun."""

_SHARES = 16
"""Portions for each process: who is done with one takes the next, so none waits for another."""

_LARGEST = 32
"""Jobs in a portion: the process waits until its results are taken, and they take memory."""


class Cut(Exception):
    """A process of the crew has ended before its work was done: killed, or out of memory."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Sequence[J]], R], jobs: Sequence[J], few: int = FEW, *, apart: bool = False
) -> Generator[R]:
    """What `work` gives for portions of the jobs, in no fixed order.

    What it raises is raised here, after what the other processes had begun; of several faults,
    that of the first jobs.

    Processes are copies of this one, so `work` may use all that it sees and must give what
    multiprocessing can send.  Systems that cannot copy a process (Windows), or for which that is
    unsafe (macOS), do everything here.

    `apart` keeps the work out of this process wherever it can be copied: for what starts threads,
    of which a later copy would have none and wait for them without end.
    """
    crew = min(cores(), len(jobs) // few + 1) if _can_copy() else 1
    if crew == 1 and not (apart and len(jobs) and _can_copy()):
        yield from map(work, [jobs] if len(jobs) else [])
        return
    size = max(1, min(_LARGEST, len(jobs) // (crew * _SHARES)))
    yield from _by_processes(work, [jobs[at : at + size] for at in range(0, len(jobs), size)], crew)


def _can_copy() -> bool:
    return os.name == "posix" and os.uname().sysname != "Darwin"


def _by_processes(
    work: Callable[[Sequence[J]], R], portions: list[Sequence[J]], crew: int
) -> Iterator[R]:
    faults: list[tuple[int, Exception]] = []
    with _processes(work, portions, crew) as pipes:
        while pipes:
            ready = wait(pipes)
            for pipe in [each for each in pipes if each in ready]:
                kind, value = _received(pipe)
                if kind == "result":
                    yield value
                    continue
                pipes.remove(pipe)
                if kind == "failed":
                    faults.append(value)
    if faults:
        raise min(faults, key=itemgetter(0))[1]


def _received(pipe: Any) -> tuple[str, Any]:
    try:
        found: tuple[str, Any] = pipe.recv()
    except (EOFError, OSError):
        raise Cut("a process that built a part of the site was ended from outside") from None
    return found


@contextmanager
def _processes(
    work: Callable[[Sequence[J]], R], portions: list[Sequence[J]], crew: int
) -> Iterator[list[Connection]]:
    """The ends from which results come; whatever happens, no process is left behind."""
    fork = multiprocessing.get_context("fork")
    turn = fork.Value("i", 0)
    pipes: list[Connection] = []
    started = []
    try:
        for _ in range(crew):
            here, there = fork.Pipe(duplex=False)
            # None but this process may read: else who writes would never learn that it is gone.
            readers = (*pipes, here)
            process = fork.Process(target=_work_off, args=(work, portions, turn, there, readers))
            process.daemon = True
            process.start()
            there.close()
            pipes.append(here)
            started.append(process)
        yield pipes
    finally:
        for process in started:
            process.terminate()
            process.join()


def _work_off(
    work: Callable[[Sequence[J]], R],
    portions: list[Sequence[J]],
    turn: Any,
    pipe: Connection,
    readers: Sequence[Connection],
) -> None:
    """Take portions until there are none; Ctrl+C is for the process that began the crew."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in readers:
        each.close()
    at = 0
    # Where the process that began the crew was killed, there is nobody to tell.
    with suppress(BrokenPipeError), pipe:
        try:
            while (at := _next(turn)) < len(portions):
                pipe.send(("result", work(portions[at])))
            pipe.send(("done", None))
        except Exception as error:  # noqa: BLE001 - it is raised where the crew was begun
            # All portions before this one are taken, so the first fault will be known.
            with turn.get_lock():
                turn.value = len(portions)
            pipe.send(("failed", (at, _sendable(error))))


def _sendable(error: Exception) -> Exception:
    """The error, or one with its words where it does not come whole through a pipe."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - of this very process
    except Exception:  # noqa: BLE001 - each class has its own way to fail
        return RuntimeError("".join(traceback.format_exception(error)))
    return error


def _next(turn: Any) -> int:
    with turn.get_lock():
        turn.value += 1
        return int(turn.value) - 1
