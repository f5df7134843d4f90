"""Two bounds of one figure as a range: "more than 10 but fewer than 20"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model.value import Hedge, Quantity
from checker.values.reading import Reading

_LOWER = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_UPPER = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})
_GAPS = frozenset({" and ", " but ", ", ", ", and ", ", but "})
_SURE_GAPS = _GAPS - {", "}


def join_bounds(text: str, readings: Iterable[Reading[Quantity]]) -> Iterator[Reading[Quantity]]:
    """Yield the readings, a lower and an upper bound of one figure as one."""
    pending: Reading[Quantity] | None = None
    for reading in readings:
        if pending is not None:
            joined = _joined(text, pending, reading)
            if joined is not None:
                yield joined
                pending = None
                continue
            yield pending
        pending = reading
    if pending is not None:
        yield pending


def _joined(
    text: str, left: Reading[Quantity], right: Reading[Quantity]
) -> Reading[Quantity] | None:
    hedges = left.value.hedge, right.value.hedge
    if not (
        (hedges[0] in _LOWER and hedges[1] in _UPPER)
        or (hedges[0] in _UPPER and hedges[1] in _LOWER)
    ):
        return None
    # "more than 5, fewer than 9" is one figure, "5 or more, 9 or less" are two.
    gaps = _GAPS if _is_led(left) and _is_led(right) else _SURE_GAPS
    if text[left.end : right.start].lower() not in gaps or left.value.unit != right.value.unit:
        return None
    low = left.value.low if left.value.low is not None else right.value.low
    high = left.value.high if left.value.high is not None else right.value.high
    # "more than 40 and less than 10" are two figures.
    if low is None or high is None or low >= high:
        return None
    value = left.value.model_copy(
        update={
            "text": text[left.start : right.end],
            "low": low,
            "high": high,
            "hedge": Hedge.RANGE,
        }
    )
    return Reading(left.start, right.end, value, None, left.figures + right.figures)


def _is_led(reading: Reading[Quantity]) -> bool:
    """Say whether the bound stands before its figure."""
    return reading.bare is not None and reading.start < reading.bare[0]
