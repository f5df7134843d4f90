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
from checker.model.value import Relation
from checker.rules.shape import PairRule
from checker.values.relate import relate


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when the two stretches of time share no moment."""
    if left.words == right.words:
        # "on Tuesday" in two sources of different dates: the dates of the sources
        # differ, which is a matter of its own.
        return None
    if relate(left.value, right.value) is not Relation.DISJOINT:
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.7)


RULE = PairRule(
    code="D01",
    name="event-dates-differ",
    family="date",
    attributes=frozenset({Attribute.DATE}),
    judge=judge,
)
