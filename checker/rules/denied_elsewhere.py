"""One source says that it happened, another that it did not.

The doer, or the one it befell, must be the same by name.

Conflict:
    the mayor resigned | the mayor did not resign
    the mayor resigned | denied that the mayor had resigned
Agreement:
    the mayor resigned | the mayor has resigned
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim, Modality
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Relation, Term
from checker.rules.shape import PairRule
from checker.values.acts import relate_acts

# "has not yet landed" denies nothing: a state, which others overtake.
_YET = frozenset({"yet"})
_REAL = frozenset({Modality.DONE, Modality.ALLEGED, Modality.DENIED})


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when one verb is told with and without a negation."""
    mine, other = left.value, right.value
    if not isinstance(mine, Term) or not isinstance(other, Term):
        return None
    if _YET & {*left.words.lower().split(), *right.words.lower().split()}:
        return None
    if _is_denied(left) is _is_denied(right) or not {left.modality, right.modality} <= _REAL:
        return None
    if relate_acts(mine.head, other.head) is not Relation.SAME or not _one_doer(left, right):
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.4)


def _one_doer(left: Claim, right: Claim) -> bool:
    """The same named party did it or did not: "cited sources" has a doer in each text."""
    mine, other = left.question, right.question
    agents = {mine.agent} & {other.agent} & set(mine.participants)
    return bool(agents) or bool({mine.subject} & {other.subject} & set(mine.participants))


def _is_denied(claim: Claim) -> bool:
    """ "Did not resign", or "denied that she had resigned"; denying a "not" affirms."""
    return claim.negated is not (claim.modality is Modality.DENIED)


RULE = PairRule(
    code="A02",
    name="denied-elsewhere",
    family="negation",
    attributes=frozenset({Attribute.ACTION}),
    judge=judge,
)
