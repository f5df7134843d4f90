"""Sources say that different things were done, of which one excludes the other.

Verbs are compared within one kind of event ("recalled", "withdrew" and "expelled" are
ways for an envoy to leave), on the same object and at the same time.

Conflict:
    recalled its envoy | expelled the envoy
Agreement:
    recalled its envoy | withdrew the envoy
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim, Modality
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Relation, Term
from checker.rules.shape import PairRule
from checker.values.acts import relate_acts

_REAL = frozenset({Modality.DONE, Modality.ALLEGED})


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when two verbs of one kind of event exclude each other."""
    mine, other = left.value, right.value
    if not isinstance(mine, Term) or not isinstance(other, Term):
        return None
    if left.negated or right.negated or not {left.modality, right.modality} <= _REAL:
        return None
    if relate_acts(mine.head, other.head) is not Relation.DISJOINT:
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.8)


RULE = PairRule(
    code="A01",
    name="actions-conflict",
    family="action",
    attributes=frozenset({Attribute.ACTION}),
    judge=judge,
)
