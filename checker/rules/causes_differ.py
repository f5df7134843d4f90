"""Sources give different causes for one event.

Conflict:
    closed because of flooding | closed because of a strike
Agreement:
    closed due to flooding | closed because of the flooding
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Kind, Verdict
from checker.model.value import Term
from checker.rules.shape import PairRule

OPENERS = frozenset(["retaliation", "inretaliation", "retaliationfor", "inresponse", "responseto"])

# Causes that share a third of their content words speak of one thing.
LEAST_SHARED = 0.34
# A word this long says by itself that two causes are one.
LONG_WORD = 9


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when two causes share too few content words to be one."""
    mine, other = left.value, right.value
    if not isinstance(mine, Term) or not isinstance(other, Term) or left.source == right.source:
        return None
    if _as_one(mine) & _as_one(other):
        return None
    shared = set(mine.words) & set(other.words)
    if len(shared) >= LEAST_SHARED * min(len(set(mine.words)), len(set(other.words))):
        return None
    return Verdict(kind=Kind.CONFLICT, reason=f"{left.words} ≠ {right.words}", confidence=0.6)


def _as_one(cause: Term) -> frozenset[str]:
    """Neighbouring words written as one, and long words: "rail ways", "railways"."""
    told = cause.text.lower().split()
    pairs = {a + b for a, b in zip(told, told[1:], strict=False)}
    return frozenset(w for w in pairs | set(told) if len(w) >= LONG_WORD and w not in OPENERS)


RULE = PairRule(
    code="C01",
    name="causes-differ",
    family="cause",
    attributes=frozenset({Attribute.CAUSE}),
    judge=judge,
)
