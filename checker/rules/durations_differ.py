"""Sources say differently how long one thing lasted.

Conflict:
    a three-year strike | a four-year strike
Agreement:
    18 months | one and a half years
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Relation
from checker.rules.bounds import other_bound
from checker.rules.shape import PairRule
from checker.values.relate import relate


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when the two lengths share no day, each known to its own unit."""
    apart = relate(left.value, right.value) is Relation.DISJOINT
    if not apart and not other_bound(left.value, right.value):
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.8)


RULE = PairRule(
    code="U01",
    name="durations-differ",
    family="duration",
    attributes=frozenset({Attribute.DURATION}),
    judge=judge,
)
