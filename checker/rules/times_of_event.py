"""Sources give different times of day for what is told as one event in other words.

What happened is the predicate, or the noun where the predicate only says that it
took place: "the blast was heard at 9 p.m." is the time of the blast, as is "the
blast happened at 9 p.m.". A time ahead beside the time it then was is an update.

Conflict:
    the raid began around 9 p.m. | the raid took place around 9:30 p.m.
Agreement:
    the raid began around 9 p.m. | the raid took place at 9:05 p.m.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model.claim import Attribute, Claim, Modality
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Clock, Hedge, Relation
from checker.rules.answers import answers_of
from checker.rules.same_event import shared_name_words, shared_words
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of
from checker.values.concepts import concept_of
from checker.values.relate import relate

# Two clock times of one event miss each other by little, or by morning for evening.
MOST_MINUTES = 75
HALF_DAY = 720
# "around 6" for 5:52 is a round figure; "around 11" for 11:30 is another time.
ROUND_MINUTES = 10
_AHEAD = frozenset({Modality.FUTURE, Modality.PLANNED, Modality.POSSIBLE})
# Predicates that only say that something took place, or came to be known.
_TOOK_PLACE = frozenset({"be", "begin", "happen", "hear", "occur", "place", "report", "start", "take"})
# What such a noun tells, whatever a source calls it.
_VIOLENCE = frozenset({"attack", "blast", "shooting", "incident"})
# Messages of one thing: the first alert is the first report of it.
_MESSAGES = frozenset({"alarm", "alert", "call", "report"})


def check(
    clusters: Sequence[ClaimCluster], _sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every event whose times of day lie apart."""
    claims = [c for c in claims_of(clusters, Attribute.CLOCK) if _happening(c)]
    claims.sort(key=lambda c: (c.source, c.span.start))
    for happening in sorted({_happening(c) for c in claims}):
        group = [c for c in claims if _happening(c) == happening]
        clashing = [c for c in group if any(_clash(c, o) for o in group)]
        if not clashing:
            continue
        answers = answers_of(clashing)
        ahead = any(c.modality in _AHEAD for c in clashing)
        yield Finding(
            code=RULE.code,
            family=RULE.family,
            key=f"time|{happening}",
            question=f"At what time was it: {happening}?",
            kind=Kind.UPDATE if ahead else Kind.CONFLICT,
            confidence=0.55,
            explanation=f"{answers[0].value} ≠ {answers[-1].value}",
            answers=tuple(answers),
        )


def _happening(claim: Claim) -> str:
    """What took place, as a concept; empty where the sentence does not say."""
    event, subject = claim.question.event, concept_of(claim.question.subject)
    if concept_of(event) in _TOOK_PLACE or event in _TOOK_PLACE:
        return "attack" if subject in _VIOLENCE else subject
    if event == "receive":
        return "message" if claim.question.subject in _MESSAGES else ""
    return concept_of(event)


def _clash(left: Claim, right: Claim) -> bool:
    mine, other = left.value, right.value
    if left.source == right.source or not isinstance(mine, Clock) or not isinstance(other, Clock):
        return False
    apart = abs(_middle(mine) - _middle(other))
    near = ROUND_MINUTES if _hedged(mine) and _hedged(other) else 1
    if not (near < apart <= MOST_MINUTES or apart == HALF_DAY):
        return False
    if relate(mine, other) is not Relation.DISJOINT and not _hedged(mine) and not _hedged(other):
        return False
    return _one_thing(left, right)


def _one_thing(left: Claim, right: Claim) -> bool:
    """A name or word in common; violence is the story's own."""
    return bool(shared_name_words(left, right) or shared_words(left, right))


def _hedged(clock: Clock) -> bool:
    return clock.hedge is not Hedge.EXACT


def _middle(clock: Clock) -> float:
    return (clock.low + clock.high) / 2


RULE = StoryRule(code="D07", name="times-of-event", family="time-of-day", story=check)
