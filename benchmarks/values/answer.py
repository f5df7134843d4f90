"""An answer in one notation, so that two can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from checker.values.reading import Place, Reading

# What a reading of a text answers, and what a case's resolution does.
Found = Callable[[str, Reading], Iterator["Answer"]]
Resolved = Callable[[dict[str, Any]], set[object]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Places that count as the same, and values of which any one counts."""

    places: frozenset[Place]
    values: frozenset[object]

    def agrees(self, other: Answer) -> bool:
        """Say whether place and value are the same."""
        return bool(self.places & other.places and self.values & other.values)


def bare_answer(reading: Reading, *values: object) -> Answer:
    """An answer in the place of a reading without what hedges it."""
    return Answer(frozenset({reading.bare or (reading.start, reading.end)}), frozenset(values))


def figure(value: float) -> str:
    """A number to ten digits."""
    return f"{value:.10g}"


def sides(resolution: dict[str, Any]) -> list[dict[str, Any]]:
    """The two resolutions of a time that words leave open, ahead and back."""
    return [resolution.get("FutureResolution") or {}, resolution.get("PastResolution") or {}]
