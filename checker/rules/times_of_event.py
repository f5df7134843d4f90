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
from itertools import combinations

from checker.lexicon import load
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
# "around 6" covers 5:52, and "around 12:20" covers 12:18: a round time is rounded more.
ROUND_MINUTES = 10
NEAR_MINUTES = 5
HALF_HOUR = 30
_ABOUT = frozenset({Hedge.ABOUT, Hedge.EXACT})
_AHEAD = frozenset({Modality.FUTURE, Modality.PLANNED, Modality.POSSIBLE})
_LEXICON = load("happenings")
_TOOK_PLACE = frozenset(_LEXICON["took_place"]["lemmas"])
_EVERYDAY = frozenset(_LEXICON["everyday"]["lemmas"])
_VIOLENCE = frozenset(_LEXICON["violence"]["concepts"])
_ARRIVAL = frozenset(_LEXICON["arrival"]["lemmas"])
_MESSAGES = frozenset(_LEXICON["messages"]["nouns"])
_MOVING = frozenset(_LEXICON["moving"]["nouns"])
_PRONOUNS = frozenset({"he", "it", "she", "that", "they", "this", "we", "which", "who"})


def check(
    clusters: Sequence[ClaimCluster], _sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every event whose times of day lie apart."""
    claims = [c for c in claims_of(clusters, Attribute.CLOCK) if _happening(c)]
    claims.sort(key=lambda c: (c.source, c.span.start))
    for happening in sorted({_happening(c) for c in claims}):
        group = [c for c in claims if _happening(c) == happening]
        pairs = [pair for pair in combinations(group, 2) if _clash(*pair)]
        if not pairs:
            continue
        clashing = {claim.id: claim for pair in pairs for claim in pair}.values()
        answers = answers_of(clashing)
        ahead = all(any(c.modality in _AHEAD for c in pair) for pair in pairs)
        yield Finding(
            code=RULE.code,
            family=RULE.family,
            key=f"time|{happening}",
            question=f"At what time was it: {happening}?",
            kind=Kind.UPDATE if ahead else Kind.CONFLICT,
            confidence=0.65,
            explanation=f"{answers[0].value} ≠ {answers[-1].value}",
            answers=tuple(answers),
        )


def _happening(claim: Claim) -> str:
    """What took place, as a concept; empty where the sentence does not say."""
    event, subject = claim.question.event, claim.question.subject
    if subject in _MOVING:
        return ""
    if event in _TOOK_PLACE:
        noun = "" if subject in _PRONOUNS else concept_of(subject)
        return "attack" if noun in _VIOLENCE else noun
    if event == "receive":
        return "message" if subject in _MESSAGES else ""
    if event in _ARRIVAL:
        return "arrive"
    deed = concept_of(event)
    if deed in _VIOLENCE:
        return "attack"
    return "" if event in _EVERYDAY else deed


def _clash(left: Claim, right: Claim) -> bool:
    mine, other = left.value, right.value
    if left.source == right.source or not isinstance(mine, Clock) or not isinstance(other, Clock):
        return False
    apart = abs(_middle(mine) - _middle(other))
    if not (max(_slack(mine), _slack(other)) < apart <= MOST_MINUTES or apart == HALF_DAY):
        return False
    relation = relate(mine, other)
    about = Hedge.ABOUT in (hedges := {mine.hedge, other.hedge}) and hedges <= _ABOUT
    if relation is Relation.INCOMPARABLE or not (about or relation is Relation.DISJOINT):
        return False
    return not _other_days(left, right) and _one_thing(left, right)


def _other_days(left: Claim, right: Claim) -> bool:
    """Say whether the sentences name two days of the week."""
    days = {c.question.when.weekday for c in (left, right) if c.question.when is not None}
    return len(days - {None}) > 1


def _slack(clock: Clock) -> int:
    """How far from a time as written another may lie that it is still true of, in minutes."""
    if clock.hedge is Hedge.EXACT:
        return 1
    return NEAR_MINUTES if _middle(clock) % HALF_HOUR else ROUND_MINUTES


def _one_thing(left: Claim, right: Claim) -> bool:
    """A name or a word in common."""
    return bool(shared_name_words(left, right) or shared_words(left, right))


def _middle(clock: Clock) -> float:
    return (clock.low + clock.high) / 2


RULE = StoryRule(code="D07", name="times-of-event", family="time-of-day", story=check)
