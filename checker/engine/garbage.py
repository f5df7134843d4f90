"""How often Python looks for garbage that refers to itself."""

from __future__ import annotations

import gc

# A run makes records by the hundred thousand, of which hardly any refers to itself, and
# Python looks through all of them after every few hundred: a quarter of a run in which
# nothing has changed, measured on a thousand documents. To look through all that is
# there, the language model with it, takes a quarter of a second: as good as never.
ALLOCATIONS = 100_000
YOUNG, OLD = 20, 1_000


def collect_seldom() -> None:
    """Look for such garbage rarely, in this process, and mostly among what is new."""
    gc.set_threshold(ALLOCATIONS, YOUNG, OLD)
