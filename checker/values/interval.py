"""Closed intervals with open ends, and how two of them lie."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.value import Relation

_INFINITE = float("inf")
# Sums of binary fractions miss by less than this share.
EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds; `None` where there is none."""

    low: float | None
    high: float | None

    @property
    def least(self) -> float:
        """The lower bound as a number."""
        return -_INFINITE if self.low is None else self.low

    @property
    def most(self) -> float:
        """The upper bound as a number."""
        return _INFINITE if self.high is None else self.high


def relate_intervals(
    left: Interval, right: Interval, margin: float = 0.0, share: float = EXACT
) -> Relation:
    """Compare; a gap up to `margin`, or a `share` of the larger bound, is put down to rounding."""
    slip = share * _largest(left, right)
    gap = max(left.least - right.most, right.least - left.most)
    if gap > margin + slip:
        return Relation.DISJOINT
    if _equal(left.least, right.least, slip) and _equal(left.most, right.most, slip):
        return Relation.SAME
    if _inside(left, right, slip) or _inside(right, left, slip):
        return Relation.REFINES
    return Relation.OVERLAP


def _largest(left: Interval, right: Interval) -> float:
    bounds = (left.low, left.high, right.low, right.high)
    return max((abs(bound) for bound in bounds if bound is not None), default=0.0)


def _equal(left: float, right: float, slip: float) -> bool:
    return left == right or abs(left - right) <= slip


def _inside(inner: Interval, outer: Interval, slip: float) -> bool:
    return outer.least - slip <= inner.least and inner.most <= outer.most + slip
