"""The question that a cluster answers, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.value import Name, Term
from checker.values.concepts import OUTCOMES, concept_of, is_anybody
from checker.values.english import past_participle, plural

Ask = Callable[[Sequence[Claim], str, str], str]
_PRONOUNS = frozenset({"he", "i", "it", "she", "that", "they", "this", "we", "which", "who", "you"})


def question_in_words(cluster: ClaimCluster) -> str:
    """Ask what the claims of a cluster answer: "How many people were injured?"."""
    return ask(cluster.attribute, cluster.claims)


def ask(attribute: Attribute, claims: Sequence[Claim]) -> str:
    """Ask for an attribute of what most of the claims are about."""
    subject = _commonest(c.question.subject for c in claims)
    event = _commonest(c.question.event for c in claims)
    return _ASK[attribute](claims, "" if subject in _PRONOUNS else _named(subject, claims), event)


def _commonest(words: Iterable[str]) -> str:
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word), default="")


def _named(subject: str, claims: Sequence[Claim]) -> str:
    """A name as the sources write it: normal forms have lost their capitals."""
    for claim in claims:
        if isinstance(claim.value, Name) and claim.value.key == subject:
            return claim.value.text
        if subject in claim.question.participants:
            return subject.title()
    return subject


def _done(event: str) -> str:
    return f", {past_participle(event)}" if event else ""


def _how_many(_claims: Sequence[Claim], subject: str, event: str) -> str:
    counted = "people" if is_anybody(subject) else plural(subject)
    if concept_of(event) not in OUTCOMES:
        return f"How many {counted}{_done(event)}?"
    state = "killed" if concept_of(event) == "die" else past_participle(event)
    return f"How many {counted} were {state}?"


def _what_happened(claims: Sequence[Claim], subject: str, _event: str) -> str:
    acts = list(dict.fromkeys(c.value.head for c in claims if isinstance(c.value, Term)))
    ways = " or ".join(past_participle(act) for act in acts[:3])
    return f"What happened to the {subject}: {ways}?" if subject else f"What happened: {ways}?"


_ASK: dict[Attribute, Ask] = {
    Attribute.COUNT: _how_many,
    Attribute.MONEY: lambda _, s, e: f"How much money: {s or 'it'}{_done(e)}?",
    Attribute.SHARE: lambda _, s, e: f"What percentage: {s or 'it'}{_done(e)}?",
    Attribute.MEASURE: lambda _, s, e: f"What measure: {s or 'it'}{_done(e)}?",
    Attribute.DURATION: lambda _, s, e: f"How long: the {s}?" if s else f"How long{_done(e)}?",
    Attribute.DATE: lambda _, s, e: f"When: {s or 'it'}{_done(e)}?",
    Attribute.CLOCK: lambda _, s, e: f"At what time: {s or 'it'}{_done(e)}?",
    Attribute.AGE: lambda _, s, __: f"How old: {s}?" if s else "How old?",
    Attribute.NAME: lambda _, s, __: f"How is the name spelled: {s}?",
    Attribute.ROLE: lambda _, s, __: f"What is the role of {s}?",
    Attribute.PLACE: lambda _, s, e: f"Where: {s or 'it'}{_done(e)}?",
    Attribute.ACTION: _what_happened,
    Attribute.CAUSE: lambda _, s, e: f"Why: {s or 'it'}{_done(e)}?",
    Attribute.QUOTE: lambda _, s, __: f"What were the words of {s}?" if s else "What was said?",
    Attribute.PUBLISHED: lambda _, s, __: f"When was {s} written?",
    Attribute.WRITTEN: lambda _, s, __: f"When was {s} written?",
}
