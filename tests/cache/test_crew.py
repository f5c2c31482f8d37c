"""Work is done once, wherever it is done, and what goes wrong is told."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from plugins.minber.cache import crew
from plugins.minber.cache.crew import Cut, spread
from plugins.minber.problems import Problem, SiteRefused
from tests.conftest import ROOT

JOBS = list(range(200))


@pytest.fixture(params=[1, 2, 5])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(crew, "cores", lambda: request.param)
    count: int = request.param
    return count


def test_every_job_is_done_once(cores):
    done = [job for portion in spread(list, JOBS) for job in portion]
    assert sorted(done) == JOBS


def test_many_jobs_are_done_by_as_many_processes_as_there_are_processors(cores):
    meeting = multiprocessing.get_context("fork").Barrier(cores)
    met: list[int] = []

    def work(portion):
        # Nobody goes on before all have come.
        if not met:
            met.append(meeting.wait(timeout=60))
        return os.getpid()

    done = set(spread(work, JOBS))
    assert len(done) == cores
    assert (os.getpid() in done) == (cores == 1)


def test_few_jobs_are_done_here(cores):
    assert list(spread(lambda portion: os.getpid(), JOBS[:10])) == [os.getpid()]


def test_no_jobs_are_no_work(cores):
    assert list(spread(lambda portion: 1 / 0, [])) == []


def test_an_error_is_raised_where_the_crew_was_begun(cores):
    problem = Problem("content/x", 3, "must be so", "found", "Mend it.")

    def fail(portion):
        raise SiteRefused([problem])

    with pytest.raises(SiteRefused) as refused:
        list(spread(fail, JOBS))
    assert refused.value.problems == (problem,)


def test_of_several_errors_that_of_the_first_jobs_is_raised(cores):
    def fail(portion):
        # The first portion is the last to fail.
        time.sleep(0.2 if 0 in portion else 0)
        raise ValueError(portion[0])

    with pytest.raises(ValueError, match=r"^0$"):
        list(spread(fail, JOBS))


class Odd(Exception):
    """One that cannot be made from its words."""

    def __init__(self, one, two):
        super().__init__(f"{one} {two}")


def test_an_error_that_no_pipe_takes_is_told_by_its_words(monkeypatch):
    def fail(portion):
        raise Odd("so", "odd")

    monkeypatch.setattr(crew, "cores", lambda: 2)
    with pytest.raises(RuntimeError, match="Odd: so odd"):
        list(spread(fail, JOBS))


ORPHANS = """
import os
from plugins.minber.cache import crew

crew.cores = lambda: 2
for pid in crew.spread(lambda portion: str(os.getpid()).ljust(300_000), list(range(2_000)), 1):
    print(pid.strip(), flush=True)
    input()
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked for in /proc")
def test_processes_end_when_the_one_that_began_them_is_killed():
    command = [sys.executable, "-c", ORPHANS]
    with subprocess.Popen(command, stdin=-1, stdout=-1, cwd=ROOT, text=True) as began:
        assert began.stdout
        child = began.stdout.readline().strip()
        began.kill()
    until = time.monotonic() + 60
    while Path("/proc", child).exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path("/proc", child).exists()


def test_a_process_that_is_killed_is_an_error(monkeypatch):
    monkeypatch.setattr(crew, "cores", lambda: 2)
    with pytest.raises(Cut):
        list(spread(lambda portion: os.kill(os.getpid(), signal.SIGKILL), JOBS))


def test_no_process_is_left_behind(monkeypatch):
    monkeypatch.setattr(crew, "cores", lambda: 2)

    def work(portion):
        time.sleep(0.05 if portion[0] == 0 else 60)
        return os.getpid()

    with closing(spread(work, JOBS)) as results:
        child = next(results)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_a_system_that_cannot_copy_a_process_does_all_work_here(monkeypatch):
    monkeypatch.setattr(crew, "_can_copy", lambda: False)
    assert set(spread(lambda portion: os.getpid(), JOBS)) == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 24])
def test_work_that_starts_threads_is_kept_out_of_this_process(jobs):
    done = list(spread(lambda portion: os.getpid(), JOBS[:jobs], apart=True))
    assert len(done) > 0
    assert os.getpid() not in done


def test_no_process_is_begun_for_nothing(monkeypatch):
    monkeypatch.setattr(crew, "_processes", None)
    assert list(spread(lambda portion: 1 / 0, [], apart=True)) == []


def test_where_no_process_can_be_copied_even_that_is_done_here(monkeypatch):
    monkeypatch.setattr(crew, "_can_copy", lambda: False)
    assert list(spread(lambda portion: os.getpid(), JOBS[:3], apart=True)) == [os.getpid()]
