"""How the language model multiplies its matrices, which is most of its work.

The model brings a library of its own for that (BLIS). numpy's (OpenBLAS, or what the
system has) does the same three times as fast on the processors that it was measured
on. Sums are rounded otherwise in the last bit, which changed no claim of any corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


@contextmanager
def products_by_numpy() -> Iterator[None]:
    """Make models that are loaded within multiply by numpy's library.

    An installation that chose its own way (a graphics card, a vendor's library) keeps it.
    """
    from thinc.api import NumpyOps, get_current_ops, set_current_ops  # noqa: PLC0415

    chosen = get_current_ops()
    if type(chosen) is NumpyOps:
        set_current_ops(NumpyOps(use_blis=False))
    try:
        yield
    finally:
        set_current_ops(chosen)


@contextmanager
def on_one_core() -> Iterator[None]:
    """Keep numpy's library on one core: a batch is too small to gain by a second.

    With two, the first is as fast and the second waits busily, where another process
    could read another document.
    """
    with _libraries().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415

    return ThreadpoolController()
