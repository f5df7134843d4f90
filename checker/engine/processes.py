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
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import TypeVar

from checker.engine.garbage import collect_seldom
from checker.engine.threads import one_thread
from checker.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

# Tasks handed out beyond those that are worked on: enough for whoever is done first.
AHEAD = 1
# Results that are held for each process while an earlier one is waited for.
HELD = 8
# Seconds after which a process looks whether the one that made it is still there.
LOOKING = 2.0


class Workers:
    """Processes that are started when they are first needed, and used till the end of a block.

    There are `most` at the most; 0 stands for one a processor. Work for one job is done
    in the process that asks.
    """

    def __init__(self, most: int) -> None:
        self._most = most or cores()
        self._ready = 0
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
            # Where all is done, they take their leave while this process goes on.
            self._pool.shutdown(wait=error is not None, cancel_futures=True)

    def several(self, jobs: int) -> bool:
        """Say whether more than one process would work on what is worth so many."""
        return min(jobs, self._most) > 1

    def get_ready(self, jobs: int, start: Callable[[], None]) -> None:
        """Have processes for so many jobs do what work begins with, while this one goes on.

        A single job needs none.
        """
        wanted = min(jobs, self._most)
        while wanted > 1 and self._ready < wanted:
            self._started().submit(start)
            self._ready += 1

    def map(self, work: Callable[[T], R], tasks: Iterable[T], jobs: int = 0) -> Iterator[R]:
        """Yield what a function makes of each task, in their order; few are held at a time.

        Function, tasks and results must be picklable where there are several jobs, as many
        as possible where none are said. Raises EngineError where a process ends in the middle.
        """
        at_once = min(jobs or self._most, self._most)
        if at_once == 1:
            yield from map(work, tasks)
            return
        pool = self._started()
        held: deque[Future[R]] = deque()
        busy: set[Future[R]] = set()
        try:
            for task in tasks:
                handed = pool.submit(work, task)
                busy.add(handed)
                held.append(handed)
                while len(busy) >= at_once + AHEAD or len(held) > at_once * HELD:
                    _, busy = wait(busy, return_when=FIRST_COMPLETED)
                    while held and held[0].done():
                        yield held.popleft().result()
            while held:
                yield held.popleft().result()
        except BrokenProcessPool:
            raise EngineError(
                "a process of this run has ended in the middle of its work, perhaps for want of "
                "memory; try again with fewer --jobs: what was done is kept"
            ) from None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._most, multiprocessing.get_context("spawn"), initializer=_begin
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
    one_thread()
    collect_seldom()
    parent = os.getppid()

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    if hasattr(signal, "setitimer"):
        # A clock instead of a thread that waits: see `one_thread`.
        signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, LOOKING, LOOKING)
    else:
        threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
