"""Sources commit themselves differently: done, agreed, planned, alleged.

A plan that a later source reports as done is an update; two sources that look ahead
with different firmness ("will", "plans to", "reportedly plans to") are imprecise.

Conflict:
    plans to open the bridge | will open the bridge
Agreement:
    will open the bridge | will open the new bridge
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim, Modality
from checker.model.discrepancy import Kind, Verdict
from checker.rules.shape import PairRule
from checker.rules.verb_forms import is_past

AHEAD = frozenset({Modality.PLANNED, Modality.FUTURE, Modality.AGREED})


def judge(left: Claim, right: Claim, _options: None) -> Verdict | None:
    """Object when one act has two modalities that commit the source differently."""
    modes = {left.modality, right.modality}
    if len(modes) == 1 or left.negated or right.negated:
        return None
    reason = f"{left.modality.value}: {left.words} ≠ {right.modality.value}: {right.words}"
    if modes <= AHEAD | {Modality.ALLEGED} and modes & AHEAD:
        return Verdict(kind=Kind.CONFLICT, reason=reason, confidence=0.6)
    if not _same_event(left, right) or not all(map(_is_settled, (left, right))):
        return None
    if Modality.DONE in modes and modes & AHEAD:
        return Verdict(kind=Kind.UPDATE, reason=reason, confidence=0.4)
    if modes == {Modality.ALLEGED, Modality.DONE}:
        return Verdict(kind=Kind.IMPRECISION, reason=reason, confidence=0.5)
    return None


def _same_event(left: Claim, right: Claim) -> bool:
    """A plan is carried out by the act itself: "hoped to save" says nothing of "rescued"."""
    return left.question.event == right.question.event


def _is_settled(claim: Claim) -> bool:
    """ "to be held", "is moving": told without a verb of intent, but not as past."""
    return claim.modality is not Modality.DONE or is_past(claim)


RULE = PairRule(
    code="S01",
    name="status-differs",
    family="status",
    attributes=frozenset({Attribute.ACTION}),
    judge=judge,
)
