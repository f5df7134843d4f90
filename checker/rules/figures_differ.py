"""Sources give figures for one thing that cannot both be true.

Counts, shares and measures are compared as ranges after conversion to a common
unit, so that rounding, hedging and a change of unit are no discrepancies. A figure
that rises with the date of its source is reported as an update.

Conflict:
    31 people were hurt | 34 people were hurt
Agreement:
    120 m | about 118 metres
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Quantity, Relation
from checker.rules.bounds import other_bound
from checker.rules.shape import PairRule
from checker.values.relate import relate


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when the two ranges share no number."""
    if left.negated != right.negated:
        return None
    apart = relate(left.value, right.value) is Relation.DISJOINT
    if not apart and not other_bound(left.value, right.value):
        return None
    kind = Kind.UPDATE if rises(left, right) or rises(right, left) else Kind.CONFLICT
    return Verdict(kind=kind, reason=f"{left.words} ≠ {right.words}", confidence=0.8)


def rises(early: Claim, late: Claim) -> bool:
    """Say whether the later source has the larger figure: a toll that rises with time."""
    if early.as_of is None or late.as_of is None:
        return False
    before, after = early.as_of.first, late.as_of.first
    if before is None or after is None or before.date() >= after.date():
        return False
    low, high = _least(early), _least(late)
    return low is not None and high is not None and low < high


def _least(claim: Claim) -> float | None:
    return claim.value.low if isinstance(claim.value, Quantity) else None


RULE = PairRule(
    code="Q01",
    name="figures-differ",
    family="quantity",
    attributes=frozenset({Attribute.COUNT, Attribute.SHARE, Attribute.MEASURE}),
    judge=judge,
)
