"""How many threads a process has: one, since another slows the parser down by being there."""

from __future__ import annotations

import os

# Libraries of linear algebra start a thread a processor as soon as they are loaded.
LIBRARIES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread() -> None:
    """Keep libraries that this process has not loaded yet from starting threads.

    The parser counts references to a table at each of its steps; in a process that has
    ever had two threads it counts them so that threads agree, and takes a half longer (a
    whole run, a seventh, measured on Linux). What somebody has set stays.
    """
    for name in LIBRARIES:
        os.environ.setdefault(name, "1")
