"""Sources give different ages for one person.

Conflict:
    Meier, 43, | the 44-year-old Meier
Agreement:
    aged five | the five-year-old
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Relation
from checker.rules.shape import PairRule
from checker.values.relate import relate


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when the two ages differ."""
    if relate(left.value, right.value) is not Relation.DISJOINT:
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.8)


RULE = PairRule(
    code="G01",
    name="ages-differ",
    family="age",
    attributes=frozenset({Attribute.AGE}),
    judge=judge,
)
