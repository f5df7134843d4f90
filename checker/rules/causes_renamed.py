"""Sources tell one background and blame different things in it.

The causes speak of the same parties and share words, but what each puts first is
another thing: the fine, or the complaint that led to it. The sentences need not tell
the same effect: what was done about it often differs, too.

Conflict:
    the firm left over a fine for spills in the bay | … because the town filed a
    complaint over spills in the bay
Agreement:
    in response to the fine for spills in the bay | in protest at the fine over spills
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind, Severity
from checker.model.source import Source
from checker.model.value import Term
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of
from checker.values.concepts import concept_of

# Parties and words of the cause that two sentences must share.
FEWEST_PARTIES = 1
FEWEST_WORDS = 2
# Words that open a cause say nothing of it.
_OPENERS = frozenset(["reaction", "response", "result", "retaliate", "retaliation", "thank"])


def check(
    clusters: Sequence[ClaimCluster], _sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every two things blamed in one background, the closest first."""
    causes = sorted(claims_of(clusters, Attribute.CAUSE), key=lambda c: (c.source, c.span.start))
    pairs = [pair for pair in combinations(causes, 2) if _one_background(*pair)]
    backgrounds: dict[tuple[str, ...], dict[str, list[Claim]]] = {}
    for pair in sorted(pairs, key=_closeness):
        blamed = tuple(sorted({_blamed(claim) for claim in pair}))
        if len(blamed) > 1:
            answers = backgrounds.setdefault(blamed, {})
            for claim in pair:
                known = answers.setdefault(_blamed(claim), [])
                known.extend([claim] if claim not in known else [])
    for blamed, answers in backgrounds.items():
        yield _finding(blamed, answers)


def _blamed(claim: Claim) -> str:
    return concept_of(claim.value.head) if isinstance(claim.value, Term) else ""


def _words(claim: Claim) -> frozenset[str]:
    words = claim.value.words if isinstance(claim.value, Term) else ()
    return frozenset(words) - _OPENERS - frozenset(claim.question.participants)


def _parties(left: Claim, right: Claim) -> set[str]:
    return set(left.question.participants) & set(right.question.participants)


def _one_background(left: Claim, right: Claim) -> bool:
    return (
        left.source != right.source
        and len(_parties(left, right)) >= FEWEST_PARTIES
        and len(_words(left) & _words(right)) >= FEWEST_WORDS
        and not _named_in(left, right)
        and not _named_in(right, left)
    )


def _named_in(claim: Claim, other: Claim) -> bool:
    """Say whether what one blames is told in the other's cause, too."""
    return _blamed(claim) in {concept_of(word) for word in _words(other)}


def _closeness(pair: tuple[Claim, Claim]) -> tuple[int, int, str, str]:
    left, right = pair
    shared = len(_words(left) & _words(right))
    return -len(_parties(left, right)), -shared, left.id, right.id


def _finding(blamed: tuple[str, ...], answers: dict[str, list[Claim]]) -> Finding:
    shown = tuple(answer(answers[each], each) for each in blamed)
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"cause|{'|'.join(blamed)}",
        question="What was it a response to?",
        kind=Kind.CONFLICT,
        confidence=0.55,
        explanation=" ≠ ".join(each.claims[0].words for each in shown),
        answers=shown,
        severity=Severity.WARNING,
    )


RULE = StoryRule(code="C02", name="causes-renamed", family="cause", story=check)
