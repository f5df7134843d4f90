"""Sources give different causes for one event.

Conflict:
    closed because of flooding | closed because of a strike
Agreement:
    closed due to flooding | closed because of the flooding
"""

from __future__ import annotations

from itertools import pairwise

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Term
from checker.rules.shape import PairRule

# Causes that share a third of their content words speak of one thing.
LEAST_SHARED = 0.34


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when two causes share too few content words to be one."""
    mine, other = left.value, right.value
    if not isinstance(mine, Term) or not isinstance(other, Term) or left.source == right.source:
        return None
    if _written_as_one(mine, other) or _written_as_one(other, mine):
        return None
    shared = set(mine.words) & set(other.words)
    if len(shared) >= LEAST_SHARED * min(len(set(mine.words)), len(set(other.words))):
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.6)


def _written_as_one(apart: Term, whole: Term) -> bool:
    """Say whether one cause has two words where the other has one: "rail way", "railway"."""
    words = apart.text.lower().split()
    pairs = {left + right for left, right in pairwise(words)}
    return not pairs.isdisjoint(whole.text.lower().split())


RULE = PairRule(
    code="C01",
    name="causes-differ",
    family="cause",
    attributes=frozenset({Attribute.CAUSE}),
    judge=judge,
)
