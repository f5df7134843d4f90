"""Work among processes: results in order, few tasks at a time, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from checker.engine.processes import HELD, Workers, cores
from checker.errors import EngineError, StoreError

JOBS = 2
ROOT = Path(__file__).parents[2]


def double(number):
    time.sleep(0.001 * (number % 3))
    return 2 * number, os.getpid()


def refuse(number):
    raise StoreError(f"claims/{number}: cannot be written; choose another folder")


def die(parent):
    if os.getpid() == parent:
        return
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(60)


@pytest.mark.parametrize("jobs", [1, JOBS])
def test_results_come_in_the_order_of_the_tasks(jobs):
    with Workers(jobs) as workers:
        done = list(workers.map(double, range(30)))
        again = list(workers.map(double, range(3)))
    assert [result for result, _ in done] == [2 * number for number in range(30)]
    assert [result for result, _ in again] == [0, 2, 4]
    used = {process for _, process in done}
    assert (os.getpid() in used) is (jobs == 1)
    assert len(used) <= jobs
    # The same processes serve a second round.
    assert {process for _, process in again} <= used


def test_few_tasks_are_held_at_a_time():
    taken = 0

    def tasks():
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number

    with Workers(JOBS) as workers:
        results = workers.map(double, tasks())
        for given in range(1, 20):
            next(results)
            assert taken - given <= JOBS * HELD + 1
        results.close()


def touch(path):
    path.write_text(str(os.getpid()))


def test_processes_begin_before_there_is_work(tmp_path):
    with Workers(JOBS) as workers:
        workers.get_ready(1, partial(touch, tmp_path / "alone"))
        assert workers._pool is None
        for _ in range(3):
            workers.get_ready(9, partial(touch, tmp_path / "ready"))
        done = list(workers.map(double, range(8)))
    assert [result for result, _ in done] == [2 * number for number in range(8)]
    assert int((tmp_path / "ready").read_text()) != os.getpid()
    assert not (tmp_path / "alone").exists()


def test_little_work_stays_here():
    with Workers(JOBS) as workers:
        assert {process for _, process in workers.map(double, range(3), 1)} == {os.getpid()}
        assert not workers.several(1)
        assert workers.several(9)
        assert not Workers(1).several(9)


def test_a_process_has_one_thread():
    with Workers(JOBS) as workers:
        assert list(workers.map(threads_with_numpy, range(2))) == [1, 1]


def threads_with_numpy(_):
    import numpy as np

    assert np.ones((64, 64)).dot(np.ones((64, 64))).sum() == 64.0**3
    status = Path("/proc/self/status")
    if not status.exists():
        return 1
    return int(status.read_text().partition("Threads:")[2].split()[0])


def test_without_tasks_no_process_is_started():
    with Workers(JOBS) as workers:
        assert list(workers.map(double, ())) == []
        assert not workers._pool._processes if workers._pool else True


def test_an_error_of_ours_is_that_of_the_work():
    with Workers(JOBS) as workers, pytest.raises(StoreError, match="choose another folder"):
        list(workers.map(refuse, range(3)))


def test_a_process_that_dies_is_told_of():
    with Workers(JOBS) as workers, pytest.raises(EngineError, match="fewer --jobs"):
        list(workers.map(die, [os.getpid()] * 3))


def test_there_is_a_processor():
    assert cores() >= 1


PARENT = """
import os, time
from checker.engine.processes import Workers
from tests.engine.test_processes import double

if __name__ == "__main__":
    with Workers(2) as workers:
        print(*{pid for _, pid in workers.map(double, range(40))}, flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_processes_end_with_the_one_that_made_them(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    parent = subprocess.Popen(  # noqa: S603
        [sys.executable, script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    children = [int(pid) for pid in parent.stdout.readline().split()]
    assert children
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 20
    while any(map(alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, children))
    parent.stdout.close()


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process whose parent is gone may wait for being taken notice of.
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
