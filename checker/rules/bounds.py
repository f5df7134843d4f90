"""Two bounds of one thing: "up to six years" and "up to nine years", "over 40" and "over 60".

As ranges they overlap, but a source that knew the higher ceiling, or the higher floor,
would not set the lower. The same holds for a floor far below a figure: "more than 40 hurt"
was written before it was known that 63 were.
"""

from __future__ import annotations

from checker.model.value import Duration, Hedge, Quantity, Value

_CEILINGS = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})
_FLOORS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
# "up to 50" and "fewer than 51" are one ceiling; so is a rounded one.
LEAST_APART = 0.1
# "more than 500" is still a fair rounding of 540.
FLOOR_APART = 0.2


def other_bound(left: Value, right: Value) -> bool:
    """Say whether both values are bounds of one kind, and one lies well above the other."""
    if not isinstance(left, Quantity | Duration) or not isinstance(right, Quantity | Duration):
        return False
    if left.kind != right.kind:
        return False
    hedges = {left.hedge, right.hedge}
    if hedges <= _CEILINGS:
        return _apart(left.high, right.high, LEAST_APART)
    if hedges <= _FLOORS:
        return _apart(left.low, right.low, LEAST_APART)
    return _floor_below(left, right) or _floor_below(right, left)


def _apart(left: float | None, right: float | None, share: float) -> bool:
    if left is None or right is None:
        return False
    return abs(left - right) > share * max(left, right)


def _floor_below(floor: Quantity | Duration, figure: Quantity | Duration) -> bool:
    if floor.hedge not in _FLOORS or figure.hedge is not Hedge.EXACT:
        return False
    return (
        floor.low is not None
        and figure.low is not None
        and figure.low > floor.low
        and _apart(floor.low, figure.low, FLOOR_APART)
    )
