"""How often Python looks for garbage that refers to itself."""

from __future__ import annotations

import gc

# A run makes records by the hundred thousand, none of which refers to itself, and Python
# looks through all of them after every few hundred: a quarter of a run in which nothing
# has changed, measured on a thousand documents.
ALLOCATIONS = 200_000


def collect_seldom() -> None:
    """Look for such garbage rarely, in this process."""
    gc.set_threshold(ALLOCATIONS, 20, 100)
