"""Work shared out among processes of this machine, its results in the order of the tasks.

Processes are spawned, not forked: a fork of a program with threads may hang. They end
when the one that made them does, however it ends, and leave Ctrl-C to it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import TypeVar

from checker.engine.garbage import collect_seldom
from checker.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

# Tasks handed out for each process beyond those it works on: none ever waits for
# one, and results that wait for an earlier one stay few.
AHEAD = 2


class Workers:
    """Processes that are started when they are first needed, and used till the end of a block.

    With one job all is done in this process.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """Yield what a function makes of each task, in their order; few are held at a time.

        Function, tasks and results must be picklable where there are several jobs.
        Raises EngineError where a process ends in the middle of its work.
        """
        if self._jobs == 1:
            yield from map(work, tasks)
            return
        pool = self._started()
        waiting: deque[Future[R]] = deque()
        try:
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) > self._jobs * (1 + AHEAD):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise EngineError(
                "a process of this run has ended in the middle of its work, perhaps for want of "
                "memory; try again with fewer --jobs: what was done is kept"
            ) from None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._jobs, multiprocessing.get_context("spawn"), initializer=_begin
            )
        return self._pool


def cores() -> int:
    """Return the number of processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # no such thing on this system
        return os.cpu_count() or 1


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
