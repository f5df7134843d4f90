"""An axis of days on which long empty stretches are shortened.

A story has a week of reports and a treaty of thirty years ago. To scale, the week
would be one dot; so the room between two neighbouring dates grows with the
logarithm of the days between them, and long stretches carry a break.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

BREAK_FROM = 45  # days


@dataclass(frozen=True, slots=True)
class Axis:
    """Days and where they stand, from `left` to `right` in the units of the drawing."""

    places: Mapping[date, float]
    breaks: tuple[float, ...]


def lay_axis(days: Iterable[date], left: float, right: float, apart: float) -> Axis:
    """Give each day its place, `apart` from the next at least; one alone stands in the middle."""
    ordered = sorted(set(days))
    gaps = [(later - earlier).days for earlier, later in pairwise(ordered)]
    if not gaps:
        return Axis(dict.fromkeys(ordered, (left + right) / 2), ())
    steps = _steps(gaps, right - left, apart)
    places = dict(zip(ordered, accumulate(steps, initial=left), strict=True))
    breaks = [
        (places[earlier] + places[later]) / 2
        for earlier, later in pairwise(ordered)
        if (later - earlier).days > BREAK_FROM
    ]
    return Axis(places, tuple(breaks))


def _steps(gaps: Sequence[int], room: float, apart: float) -> list[float]:
    """Give each gap the least room, and share what is left by the logarithm of its days."""
    least = min(apart, room / len(gaps))
    weights = [math.log2(gap + 1) for gap in gaps]
    share = (room - least * len(gaps)) / sum(weights)
    return [least + share * weight for weight in weights]


def choose_labels(places: Sequence[float], apart: float) -> Iterator[int]:
    """Yield the indices of places whose labels have room, the first ones first."""
    taken: list[float] = []
    for index, x in enumerate(places):
        if all(abs(x - other) >= apart for other in taken):
            taken.append(x)
            yield index
