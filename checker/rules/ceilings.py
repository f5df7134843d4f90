"""Two ceilings of one thing: "up to six years" and "up to nine years" cannot both hold it."""

from __future__ import annotations

from checker.model.value import Duration, Hedge, Quantity, Value

_CEILINGS = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})
# "up to 50" and "fewer than 51" are one ceiling; so is a rounded one.
LEAST_APART = 0.1


def other_ceiling(left: Value, right: Value) -> bool:
    """Say whether both values are ceilings, and one lies well above the other.

    As ranges they overlap, but a source that knows the higher would not set the lower.
    """
    if not isinstance(left, Quantity | Duration) or not isinstance(right, Quantity | Duration):
        return False
    if left.hedge not in _CEILINGS or right.hedge not in _CEILINGS or left.kind != right.kind:
        return False
    bounds = sorted(bound for bound in (left.high, right.high) if bound is not None)
    return len(bounds) == 2 and bounds[1] - bounds[0] > LEAST_APART * bounds[1]
