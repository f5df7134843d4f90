"""Closed intervals with open ends, and how two of them lie."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.value import Relation

_INFINITE = float("inf")
# Sums of binary fractions miss by less than this share.
_EXACT = 1e-9


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


def relate_intervals(left: Interval, right: Interval, margin: float) -> Relation:
    """Compare; a gap up to `margin` is put down to rounding."""
    gap = max(left.least - right.most, right.least - left.most)
    if gap > margin + _tolerance(left, right):
        return Relation.DISJOINT
    if _equal(left.least, right.least) and _equal(left.most, right.most):
        return Relation.SAME
    if _inside(left, right) or _inside(right, left):
        return Relation.REFINES
    return Relation.OVERLAP


def _tolerance(left: Interval, right: Interval) -> float:
    bounds = (left.low, left.high, right.low, right.high)
    return _EXACT * max((abs(bound) for bound in bounds if bound is not None), default=0.0)


def _equal(left: float, right: float) -> bool:
    return left == right or abs(left - right) <= _EXACT * max(abs(left), abs(right))


def _inside(inner: Interval, outer: Interval) -> bool:
    slip = _tolerance(inner, outer)
    return outer.least - slip <= inner.least and inner.most <= outer.most + slip
