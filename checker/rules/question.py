"""The question that a cluster answers, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster


def question_in_words(cluster: ClaimCluster) -> str:
    """Ask what the claims of a cluster answer: "How many people were injured?"."""
    return ask(cluster.attribute, cluster.claims)


def ask(attribute: Attribute, claims: Sequence[Claim]) -> str:
    """Ask for an attribute of what most of the claims are about."""
    subject = _commonest(c.question.subject for c in claims)
    event = _commonest(c.question.event for c in claims)
    return _ASK[attribute](subject, event)


def _commonest(words: Iterable[str]) -> str:
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word), default="")


def _about(subject: str, event: str) -> str:
    return ", ".join(part for part in (subject, event) if part)


def _how_many(subject: str, event: str) -> str:
    if subject and event:
        return f"How many: {subject} ({event})?"
    return f"How many: {subject or event}?"


_ASK: dict[Attribute, Callable[[str, str], str]] = {
    Attribute.COUNT: _how_many,
    Attribute.MONEY: lambda s, e: f"How much money: {_about(s, e)}?",
    Attribute.SHARE: lambda s, e: f"What share: {_about(s, e)}?",
    Attribute.MEASURE: lambda s, e: f"How large: {_about(s, e)}?",
    Attribute.DURATION: lambda s, e: f"How long: {_about(s, e)}?",
    Attribute.DATE: lambda s, e: f"When: {_about(s, e)}?",
    Attribute.CLOCK: lambda s, e: f"At what time: {_about(s, e)}?",
    Attribute.AGE: lambda s, _: f"How old: {s}?" if s else "How old?",
    Attribute.NAME: lambda s, _: f"How is the name spelled: {s}?",
    Attribute.ROLE: lambda s, _: f"What is the role of {s}?",
    Attribute.PLACE: lambda s, e: f"Where: {_about(s, e)}?",
    Attribute.ACTION: lambda s, e: f"What was done: {_about(s, e)}?",
    Attribute.CAUSE: lambda s, e: f"Why: {_about(s, e)}?",
    Attribute.QUOTE: lambda s, _: f"What were the words of {s}?" if s else "What were the words?",
    Attribute.PUBLISHED: lambda s, _: f"When was {s} written?",
    Attribute.WRITTEN: lambda s, _: f"When was {s} written?",
}
