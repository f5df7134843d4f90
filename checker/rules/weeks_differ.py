"""One source says "this week" and another, written at the same time, "last week".

Only sources of nearly one date are compared, and only where both name the same
party and share what they tell: words like these count from the day of writing.

Conflict:
    dated 12 May, the mill burned down this week | dated 13 May, the mill burned down last week
Agreement:
    dated 12 May, the mill burned down last week | dated 20 May, the mill burned down last week
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from checker.lexicon import load
from checker.model.claim import Attribute, Claim, Modality
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Grain, Moment, Relation
from checker.rules.answers import answers_of
from checker.rules.same_event import shared_name_words, shared_words
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of, published_day
from checker.values.relate import relate

# Sources further apart may look back from different weeks.
MOST_DAYS_APART = 2
# A party and what it did, and one word more: less is only the same subject.
FEWEST_SHARED = 3
_SPANS = frozenset({Grain.WEEK, Grain.MONTH})
_REAL = frozenset({Modality.DONE, Modality.ALLEGED})
# These come with any such time and tell nothing.
_EMPTY = frozenset(load("happenings")["calendar"]["nouns"])


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every event that two weeks or two months are claimed for."""
    days = {source.id: day for source in sources if (day := published_day(source)) is not None}
    claims = [c for c in claims_of(clusters, Attribute.DATE) if _looks_back(c)]
    claims.sort(key=lambda c: (c.source, c.span.start))
    for group in _groups(claims, days):
        answers = answers_of(group)
        times = " or ".join(a.value for a in answers)
        yield Finding(
            code=RULE.code,
            family=RULE.family,
            key=f"weeks|{'|'.join(sorted(a.normal for a in answers))}",
            question=f"In which {_grain(group[0])} was it: {times}?",
            kind=Kind.CONFLICT,
            confidence=0.6,
            explanation=f"{answers[0].value} ≠ {answers[1].value}, written at the same time",
            answers=tuple(answers),
        )


def _looks_back(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Moment)
        and value.relative
        and value.grain in _SPANS
        and value.weekday is None
        and value.first is not None
        and not value.text.lower().endswith("ago")
        and claim.modality in _REAL
    )


def _groups(claims: Sequence[Claim], days: dict[str, date]) -> Iterator[list[Claim]]:
    """Claims that some pair sets against each other, one event at a time."""
    left = list(claims)
    while left:
        group = [left.pop(0)]
        for member in group:
            joined = [c for c in left if _clash(member, c, days)]
            left = [c for c in left if c not in joined]
            group.extend(joined)
        if len(group) > 1:
            yield group


def _clash(left: Claim, right: Claim, days: dict[str, date]) -> bool:
    mine, other = days.get(left.source), days.get(right.source)
    if left.source == right.source or mine is None or other is None:
        return False
    if abs((mine - other).days) > MOST_DAYS_APART or _grain(left) != _grain(right):
        return False
    if left.words.lower() == right.words.lower():
        return False
    if relate(left.value, right.value) is not Relation.DISJOINT:
        return False
    names, words = shared_name_words(left, right), shared_words(left, right) - _EMPTY
    return bool(names) and bool(words - names) and len(names | words) >= FEWEST_SHARED


def _grain(claim: Claim) -> str:
    return claim.value.grain.value if isinstance(claim.value, Moment) else ""


RULE = StoryRule(code="D06", name="weeks-differ", family="date", story=check)
