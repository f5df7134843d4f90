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

# Tasks that a process has in hand beyond the one it works on, so that it need not wait
# while this process, too, is in the middle of one; towards the end none, so that all end
# at about the same time.
AHEAD = 1
# Results that are held for each process while an earlier one is waited for.
HELD = 8


class Workers:
    """The process that asks and others, started when first needed, which end with a block.

    The one that asks does one of the `jobs`: it works too, and need not be started again.
    """

    def __init__(self, jobs: int) -> None:
        self._others = jobs - 1
        self._pool: ProcessPoolExecutor | None = None
        self._awake = False

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
        if not self._others:
            yield from map(work, tasks)
            return
        waiting: deque[Future[R]] = deque()
        try:
            for task, more in _looking_ahead(tasks, self._others):
                waiting.append(self._begun(work, task, waiting, ahead=AHEAD if more else 0))
                while waiting and (waiting[0].done() or len(waiting) > self._others * HELD):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise EngineError(
                "a process of this run has ended in the middle of its work, perhaps for want of "
                "memory; try again with fewer --jobs: what was done is kept"
            ) from None

    def _begun(
        self, work: Callable[[T], R], task: T, waiting: Iterable[Future[R]], *, ahead: int
    ) -> Future[R]:
        """Hand a task to another process, or do it here where all have enough in hand."""
        # Starting takes seconds: nothing more is to wait for a process that is not there yet.
        in_hand = sum(not each.done() for each in waiting)
        if in_hand < self._others * (1 + ahead if self._awake else 1):
            handed = self._started().submit(work, task)
            handed.add_done_callback(self._wake)
            return handed
        done: Future[R] = Future()
        done.set_result(work(task))
        return done

    def _wake(self, _: Future[R]) -> None:
        self._awake = True

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._others, multiprocessing.get_context("spawn"), initializer=_begin
            )
        return self._pool


def _looking_ahead(tasks: Iterable[T], few: int) -> Iterator[tuple[T, bool]]:
    """Yield each task, and whether more than a few are to come after it."""
    held: deque[T] = deque()
    for task in tasks:
        held.append(task)
        if len(held) > few + 1:
            yield held.popleft(), True
    for task in held:
        yield task, False


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
