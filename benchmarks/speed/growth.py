"""How a cost grows with a size: the exponent of the power that fits best."""

from __future__ import annotations

import math
from collections.abc import Sequence


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float | None:
    """The slope of log cost over log size by least squares; 1 is linear, 2 the square.

    None for fewer than two different sizes, or where a cost is nothing.
    """
    if len(set(sizes)) < 2 or min(*costs, *sizes) <= 0:
        return None
    across, up = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    covered = math.fsum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return covered / math.fsum((x - middle) ** 2 for x in across)
