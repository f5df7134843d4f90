"""A number as it is written: its bounds, and how fine it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """Closed bounds, the worth of the last digit written, and whether it is vague."""

    low: float
    high: float
    grain: float
    vague: bool = False

    def times(self, factor: float) -> Number:
        """The number in units of `factor`."""
        low, high = sorted((self.low * factor, self.high * factor))
        return Number(low, high, self.grain * abs(factor), self.vague)

    def plus(self, more: float, grain: float) -> Number:
        """The number and a little more, which sets how fine it is."""
        return Number(self.low + more, self.high + more, grain, self.vague)
