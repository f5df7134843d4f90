"""How two values stand to each other: the same, finer, overlapping, apart, not comparable."""

from __future__ import annotations

from datetime import datetime

from rapidfuzz.fuzz import token_sort_ratio

from checker.model.value import (
    Clock,
    Duration,
    Hedge,
    Moment,
    Name,
    Quantity,
    Quote,
    Relation,
    Term,
    Value,
)
from checker.values.interval import Interval, relate_intervals
from checker.values.name import relate_names

# "about 120" is said of what lies within a tenth of it.
ABOUT_SHARE = 0.1
# "18 months" is not rounded to "a year", nor to "two years".
NEARLY_HALF = 0.49
# Quotations with four fifths of their words in common are renderings of one.
ALIKE = 80.0


def relate(left: Value, right: Value) -> Relation:
    """Compare two values of any kind; INCOMPARABLE where kinds, units or currencies differ."""
    match left, right:
        case Quantity(), Quantity():
            return relate_quantities(left, right)
        case Duration(), Duration():
            return relate_durations(left, right)
        case Moment(), Moment():
            return relate_moments(left, right)
        case Clock(), Clock():
            return relate_clocks(left, right)
        case Name(), Name():
            return relate_names(left, right)
        case Term(), Term():
            return relate_terms(left, right)
        case Quote(), Quote():
            return relate_quotes(left, right)
    return Relation.INCOMPARABLE


def relate_quantities(left: Quantity, right: Quantity, slack: float = 0.0) -> Relation:
    """Compare figures of one unit, widened by `slack` (a share of the larger) and rounding."""
    if left.unit != right.unit or left.ordinal != right.ordinal:
        return Relation.INCOMPARABLE
    converted = left.unit not in {"", "%"} and left.written_unit != right.written_unit
    mine, other = _rounding(left, converted=converted), _rounding(right, converted=converted)
    margin = max(mine, other)
    if slack:
        margin = max(margin, slack * max(_size(left), _size(right)))
    return relate_intervals(_interval(left), _interval(right), margin)


def relate_durations(left: Duration, right: Duration) -> Relation:
    """Compare lengths of time, each known to half its own unit."""
    margin = max(left.grain, right.grain) * NEARLY_HALF
    return relate_intervals(_interval(left), _interval(right), margin)


def _size(value: Quantity) -> float:
    return max(abs(value.low or 0.0), abs(value.high or 0.0))


def _rounding(value: Quantity, *, converted: bool) -> float:
    """Half the worth of the last digit that counts, in the figure's own unit.

    A converted figure is often rounded to tens: "230 km (140 miles)".
    """
    grain = value.grain
    figure = value.low if value.low is not None else value.high
    if converted and figure:
        digits = round(abs(figure) / grain) if grain else 0
        while digits >= 100 and digits % 10 == 0:
            digits, grain = digits // 10, grain * 10
    return grain / 2


def _interval(value: Quantity | Duration) -> Interval:
    low, high = value.low, value.high
    if value.hedge is Hedge.ABOUT:
        low = None if low is None else low - abs(low) * ABOUT_SHARE
        high = None if high is None else high + abs(high) * ABOUT_SHARE
    return Interval(low, high)


def relate_moments(left: Moment, right: Moment) -> Relation:
    """Compare stretches of time; unresolved ones by what their words say."""
    if _resolved(left) and _resolved(right):
        return relate_intervals(_stretch(left), _stretch(right), share=0.0)
    return _relate_written(left, right)


def _resolved(value: Moment) -> bool:
    return value.first is not None or value.last is not None


def _stretch(value: Moment) -> Interval:
    """Seconds since a fixed day; the last second belongs to the next stretch."""
    first = None if value.first is None else _seconds(value.first)
    last = None if value.last is None else _seconds(value.last) - 0.5
    if first is not None and last is not None:
        last = max(first, last)
    return Interval(first, last)


def _seconds(moment: datetime) -> float:
    return (moment.replace(tzinfo=None) - datetime(1, 1, 1)).total_seconds()


def _relate_written(left: Moment, right: Moment) -> Relation:
    """Compare year, month, day and weekday where both write them."""
    mine = (left.year, left.month, left.day, left.weekday)
    other = (right.year, right.month, right.day, right.weekday)
    both = [(a, b) for a, b in zip(mine, other, strict=True) if a is not None and b is not None]
    if not both or left.ambiguous or right.ambiguous:
        return Relation.INCOMPARABLE
    if any(a != b for a, b in both):
        return Relation.DISJOINT
    if mine == other:
        return Relation.SAME
    least = min(sum(part is not None for part in parts) for parts in (mine, other))
    return Relation.REFINES if len(both) == least else Relation.OVERLAP


def relate_clocks(left: Clock, right: Clock) -> Relation:
    """Compare times of day; those of two named zones cannot be compared."""
    if left.zone and right.zone and left.zone != right.zone:
        return Relation.INCOMPARABLE
    margin = max(left.grain, right.grain) / 2
    mine = Interval(left.low, left.high)
    found = [
        relate_intervals(mine, Interval(right.low + day, right.high + day), margin)
        for day in (-1440, 0, 1440)
    ]
    return min(found, key=list(Relation).index)


def relate_terms(left: Term, right: Term) -> Relation:
    """Compare by the head word, then by whether one has all words of the other."""
    if left.head == right.head:
        return Relation.SAME
    mine, other = {left.head, *left.words}, {right.head, *right.words}
    return Relation.REFINES if mine <= other or other <= mine else Relation.DISJOINT


def relate_quotes(left: Quote, right: Quote) -> Relation:
    """Compare word by word: contained in the other, alike, or apart."""
    if left.words == right.words:
        return Relation.SAME
    mine, other = f" {' '.join(left.words)} ", f" {' '.join(right.words)} "
    if mine in other or other in mine:
        return Relation.REFINES
    alike = token_sort_ratio(mine, other) >= ALIKE
    return Relation.OVERLAP if alike else Relation.DISJOINT
