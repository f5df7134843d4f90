"""One source looks ahead to what another source tells as done.

The act is the same verb, by or on the same thing, and both sentences share several
words. A source that tells the act as done somewhere is not behind.

Conflict:
    the ship will dock in Ulm | the ship docked in Ulm
Agreement:
    the ship will dock in Ulm | the ship is to dock in Ulm
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.model.claim import Attribute, Claim, Modality
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.rules.answers import answer
from checker.rules.same_event import same_happening, shared_name_words, shared_words
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of, is_long_past
from checker.rules.verb_forms import is_bare, is_past
from checker.values.concepts import concept_of

# The verb itself and two words more; without a shared name, three more.
WITH_NAME = 3
WITHOUT_NAME = 4
_PRONOUNS = frozenset({"#", "he", "it", "she", "they", "this", "that", "which", "who"})


def check(
    clusters: Sequence[ClaimCluster], _sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every act that is still ahead in one source and done in another."""
    claims = [c for c in claims_of(clusters, Attribute.ACTION) if c.question.event]
    claims.sort(key=lambda c: (c.question.event, c.source, c.span.start))
    for event, group in groupby(claims, key=lambda c: c.question.event):
        ahead, done = _pairs([c for c in group if not c.negated])
        if not ahead:
            continue
        first, last = answer(ahead), answer(done, f"done: {event}")
        yield Finding(
            code=RULE.code,
            family=RULE.family,
            key=f"forecast|{event}",
            question=f"Has it happened: {first.value} or {last.value}?",
            kind=Kind.UPDATE,
            confidence=0.55,
            explanation=f"ahead: {first.claims[0].words}; done: {last.claims[0].words}",
            answers=(first, last),
        )


def _pairs(claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims that look ahead, and those of other sources that tell the act as done."""
    ahead = [c for c in claims if c.modality is Modality.FUTURE and is_bare(c)]
    if not ahead:
        return [], []
    done = [c for c in claims if c.modality is Modality.DONE and is_past(c) and not is_long_past(c)]
    past = {c.source for c in done}
    ahead = [c for c in ahead if c.source not in past]
    met = [(a, d) for a in ahead for d in done if _one_act(a, d)]
    mine, theirs = {a.id for a, _ in met}, {d.id for _, d in met}
    return [c for c in ahead if c.id in mine], [c for c in done if c.id in theirs]


def _one_act(left: Claim, right: Claim) -> bool:
    if not same_happening(left, right) or not _one_thing(left, right):
        return False
    needed = WITH_NAME if shared_name_words(left, right) else WITHOUT_NAME
    return len(shared_words(left, right)) >= needed


def _one_thing(left: Claim, right: Claim) -> bool:
    """Both are about one party by name, or move by themselves and share their subject.

    "Will protect customers", "are protected": customers are protected every day.
    """
    mine, other = left.question.subject, right.question.subject
    named = mine in left.question.participants or other in right.question.participants
    if left.question.patient or right.question.patient:
        return named and mine == other
    return mine in _PRONOUNS or other in _PRONOUNS or concept_of(mine) == concept_of(other)


RULE = StoryRule(code="S03", name="forecasts-done", family="status", story=check)
