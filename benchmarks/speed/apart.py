"""A measurement in a process of its own: time, processor time, peak of memory.

The other process is this file run as a module: it imports a function by name, calls it
with arguments that came as JSON, and prints what it returned as JSON.
"""

from __future__ import annotations

import importlib
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.corpora import ROOT

MEGABYTE = 1_024  # in the kilobytes of ru_maxrss


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, seconds of all processors, with those of child processes."""

    wall: float
    cpu: float

    def as_json(self) -> dict[str, float]:
        """The two figures, to the millisecond."""
        return {name: round(seconds, 3) for name, seconds in asdict(self).items()}


def spent_on(work: Callable[[], object]) -> Spent:
    """Do a piece of work and say what it took; children count once they have ended."""
    wall, cpu = time.perf_counter(), _cpu()
    work()
    wall = time.perf_counter() - wall
    # Those that take their leave beside what comes next have worked all the same.
    for child in multiprocessing.active_children():
        child.join()
    return Spent(wall, _cpu() - cpu)


def apart(function: Callable[..., Any], **arguments: Any) -> dict[str, Any]:
    """Call a function of a module in a process of its own and return the object it returns.

    `peak_mb` is added: the most memory that it, or a process of its own, held. Raises
    RuntimeError with the last line of what it printed where the process fails.
    """
    name = f"{function.__module__}:{function.__qualname__}"
    command = [sys.executable, "-m", "benchmarks.speed.apart", name, json.dumps(arguments)]
    done = _run(command)
    if done.returncode:
        told = (done.stderr or "killed").strip().splitlines()
        raise RuntimeError(f"{name}: {told[-1] if told else done.returncode}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def command_spent(command: list[str], accepted: tuple[int, ...] = (0,)) -> Spent:
    """Run a command to its end and say what it took, start of the process and all."""

    def work() -> None:
        done = _run(command)
        if done.returncode not in accepted:
            raise RuntimeError(f"{' '.join(command[1:4])} …: {done.stderr.strip()[-300:]}")

    return spent_on(work)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, check=False, cwd=ROOT, capture_output=True, text=True, env=environment()
    )


def checker_command(*arguments: str) -> list[str]:
    """The command line of the program under test."""
    return [sys.executable, "-m", "checker", *arguments]


def environment() -> dict[str, str]:
    """The environment of this process, in which modules are those of this project.

    Libraries of linear algebra get one thread: a measurement with one process is to
    be on one core.
    """
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**os.environ, "PYTHONPATH": str(ROOT), **single}


def peak_mb() -> int:
    """The most memory that this process, or one that it started, has held, in megabytes."""
    return max(used.ru_maxrss for used in _usage()) // MEGABYTE


def _cpu() -> float:
    return sum(used.ru_utime + used.ru_stime for used in _usage())


def _usage() -> list[resource.struct_rusage]:
    return list(map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def main(name: str, arguments: str) -> None:
    """The other process."""
    module, _, function = name.partition(":")
    made = getattr(importlib.import_module(module), function)(**json.loads(arguments))
    print(json.dumps({**made, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
