"""A time of day as it is written, before the words about it are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenClock:
    """Offsets, minutes after midnight, how finely it is told, its zone."""

    start: int
    end: int
    minutes: int
    grain: int = 1
    zone: str = ""
