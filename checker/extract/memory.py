"""When Python looks for garbage while documents are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New records between two looks. At Python's own 700, a twentieth of a run over a
# hundred documents went into looking at records that were all still wanted; at this,
# next to nothing does, and what waits to be freed stays below some 20 MB.
LOT = 50_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage in lots of a size that fits records by the ten thousand.

    A program that has turned the search off, or made it rarer still, keeps its way.
    """
    before = gc.get_threshold()
    if before[0]:
        gc.set_threshold(max(before[0], LOT), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
