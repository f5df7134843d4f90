"""One source tells a state that another source shows to be overtaken.

A road that is closed and reopens, names withheld and then released, a search under way
and called off: whoever reads the earlier source alone knows less than is known. A
source that tells the later state too is not behind.

Conflict:
    the names have not been released | the office released the names
Agreement:
    the names have not been released | the names were not made public
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.lexicon import load
from checker.model.claim import Attribute, Claim, Modality
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind
from checker.model.source import Source
from checker.model.value import Term
from checker.rules.answers import answer
from checker.rules.same_event import shared_name_words, shared_words
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of, is_long_past

_ORDER: dict[str, list[str]] = {
    kind: table["order"].split() for kind, table in load("states").items()
}
# Of these, only what is told of one bearer of a name is one thing: "was charged".
_NAMED = frozenset(kind for kind, table in load("states").items() if table.get("who") == "named")
FOUND_BY = "state"
# A state that is itself put in the negative ("no link to") is reached all the same.
_NEGATIVE = frozenset(
    (kind, state)
    for kind, table in load("states").items()
    for state in table["order"].split()
    if any({"no", "not"} & set(phrase.split()) for phrase in table[state])
)
_REAL = frozenset({Modality.DONE, Modality.ALLEGED})


def check(
    clusters: Sequence[ClaimCluster], _sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every kind of thing of which sources tell different states."""
    claims = [
        claim
        for claim in claims_of(clusters, Attribute.ACTION)
        if claim.found_by == FOUND_BY and not is_long_past(claim)
    ]
    claims.sort(key=lambda c: (_kind(c), c.source, c.span.start))
    for kind, group in groupby(claims, key=_kind):
        answers = _answers(list(group), _ORDER[kind])
        if len(answers) > 1:
            told = " → ".join(a.value for a in answers)
            yield Finding(
                code=RULE.code,
                family=RULE.family,
                key=f"state|{kind}",
                question=f"How do things stand: {' or '.join(a.value for a in answers)}?",
                kind=Kind.UPDATE,
                confidence=0.75,
                explanation=told,
                answers=tuple(answers),
            )


def _kind(claim: Claim) -> str:
    return claim.value.words[0] if isinstance(claim.value, Term) and claim.value.words else ""


def _answers(claims: Sequence[Claim], order: Sequence[str]) -> list[Answer]:
    """The states, earliest first, each with the claims of sources that know no later one."""
    real = [c for c in claims if not _must_be_reached(c, order) or _is_reached(c)]
    latest: dict[str, int] = {}
    for claim in real:
        rank = order.index(_state(claim))
        latest[claim.source] = max(latest.get(claim.source, 0), rank)
    current = [c for c in real if order.index(_state(c)) == latest[c.source]]
    linked = [c for c in current if any(_clash(c, other) for other in current)]
    return [answer(own) for state in order if (own := [c for c in linked if _state(c) == state])]


def _is_named(claim: Claim) -> bool:
    """Not "an adult found guilty of it could be jailed"."""
    return claim.question.subject in claim.question.participants


def _must_be_reached(claim: Claim, order: Sequence[str]) -> bool:
    """The last state is no state before it is reached; a charge, no charge."""
    state = _state(claim)
    return state == order[-1] or (_kind(claim) in _NAMED and state != order[0])


def _is_reached(claim: Claim) -> bool:
    """ "Many may have died" and "the road has not reopened" are not yet the later state."""
    stands = not claim.negated or (_kind(claim), _state(claim)) in _NEGATIVE
    return stands and claim.modality in _REAL


def _clash(left: Claim, right: Claim) -> bool:
    return _state(left) != _state(right) and _one_topic(left, right)


def _state(claim: Claim) -> str:
    return claim.value.head if isinstance(claim.value, Term) else ""


def _one_topic(left: Claim, right: Claim) -> bool:
    """Two sentences share a name, or a word besides those that tell the state."""
    if _kind(left) in _NAMED:
        return _is_named(left) and _is_named(right) and bool(shared_name_words(left, right))
    told = set(left.words.lower().split()) | set(right.words.lower().split())
    return bool(shared_name_words(left, right) or shared_words(left, right) - told)


RULE = StoryRule(code="S02", name="states-overtaken", family="status", story=check)
