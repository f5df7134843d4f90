"""Sources date one event differently.

Dates are compared at the precision they are written in: a month agrees with each of
its days, "Tuesday" with the Tuesday that the source's own date makes it.

Conflict:
    opened on 4 March 2021 | opened on 14 March 2021
Agreement:
    opened in March 2021 | opened on 4 March 2021
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Grain, Moment, Relation, Value
from checker.rules.shape import PairRule
from checker.values.relate import relate

_SPANS = frozenset({Grain.WEEK, Grain.MONTH, Grain.YEAR})


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when the two stretches of time share no moment."""
    if left.source == right.source:
        # A list of captions, or of steps, gives each its own date.
        return None
    if left.words == right.words:
        # "on Tuesday" in two sources of different dates: the dates of the sources
        # differ, which is a matter of its own.
        return None
    if not _comparable(left.value, right.value):
        return None
    apart = relate(left.value, right.value) is Relation.DISJOINT
    if not apart and not _other_beginning(left.value, right.value):
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.8)


def _other_beginning(left: Value, right: Value) -> bool:
    """ "since 2012" and "since 2014" overlap, and are two beginnings all the same."""
    if not isinstance(left, Moment) or not isinstance(right, Moment):
        return False
    open_ended = left.last is None and right.last is None
    return open_ended and left.grain is right.grain and left.first != right.first


def _comparable(left: Value, right: Value) -> bool:
    """Written dates are compared, and "last month" with "this month".

    "on Sunday" beside a written date counts from a source's own date, which may be off.
    """
    if not isinstance(left, Moment) or not isinstance(right, Moment):
        return True
    if left.weekday is not None and right.weekday is not None and left.relative and right.relative:
        # "on Monday night" and "on Tuesday night" of one event are two days in any week.
        return left.weekday != right.weekday
    if left.relative or right.relative:
        return left.relative and right.relative and left.grain is right.grain in _SPANS
    return True


RULE = PairRule(
    code="D01",
    name="event-dates-differ",
    family="date",
    attributes=frozenset({Attribute.DATE}),
    judge=judge,
)
