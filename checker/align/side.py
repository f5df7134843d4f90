"""One side of a comparison: what is compared of a claim, worked out once for its many pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.align.story import Profile, Story
from checker.model.claim import Attribute, Claim
from checker.model.value import Clock, Duration, Moment, Quantity, Value
from checker.values.acts import kinds_of
from checker.values.concepts import SOME_OF, concept_of, is_anybody, is_person


@dataclass(frozen=True, slots=True)
class Side:
    """A claim with its concepts, names and the middle of its value, ready to be compared.

    `middle` is a figure in its canonical unit, a length or point of time in days, a time
    of day in minutes; minus one where the words fix none. `place` is how far down its
    document a claim stands, from 0 to 1.
    """

    claim: Claim
    source: str
    attribute: Attribute
    subject: str
    concept: str
    event: str
    happening: str
    kinds: frozenset[str]
    anybody: bool
    person: bool
    qualifiers: frozenset[str]
    some: bool
    names: frozenset[str]
    profile: Profile
    nearby: frozenset[str]
    beside: frozenset[float]
    middle: float
    unit: str
    place: float


def read_sides(claims: Sequence[Claim], story: Story) -> list[Side]:
    """Make the sides of some claims; what they stand beside is of their own attribute."""
    lengths: dict[tuple[Attribute, str], int] = {}
    figures: dict[tuple[Attribute, str, int], set[float]] = {}
    for claim in claims:
        attribute, span = claim.question.attribute, claim.span
        key = attribute, span.source
        lengths[key] = max(lengths.get(key, 1), span.end)
        sentence = (*key, claim.sentence.start)
        figures.setdefault(sentence, set()).add(middle_of(claim.value))
    return [
        _side(
            c,
            story,
            lengths[c.question.attribute, c.source],
            figures[c.question.attribute, c.source, c.sentence.start],
        )
        for c in claims
    ]


def _side(claim: Claim, story: Story, length: int, beside: Iterable[float]) -> Side:
    question = claim.question
    subject = story.bearer(question.subject)
    return Side(
        claim=claim,
        source=claim.source,
        attribute=question.attribute,
        subject=subject,
        concept=concept_of(subject),
        event=question.event,
        happening=concept_of(question.event),
        kinds=kinds_of(question.event),
        anybody=is_anybody(subject),
        person=is_person(subject),
        qualifiers=frozenset(question.qualifiers) - {SOME_OF},
        some=SOME_OF in question.qualifiers,
        names=frozenset(map(story.bearer, question.participants)),
        profile=story.profile(question.context),
        nearby=frozenset(map(concept_of, question.nearby)),
        beside=frozenset(beside),
        middle=middle_of(claim.value),
        unit=claim.value.unit if isinstance(claim.value, Quantity) else "",
        place=claim.span.start / length,
    )


def middle_of(value: Value) -> float:
    """The middle of a value's bounds, or the bound it has; minus one where it has none."""
    match value:
        case Quantity() | Duration():
            bounds = [bound for bound in (value.low, value.high) if bound is not None]
        case Clock():
            bounds = [value.low, value.high]
        case Moment():
            ends = [end for end in (value.first, value.last) if end is not None]
            bounds = [end.replace(tzinfo=None).toordinal() + end.hour / 24 for end in ends]
        case _:
            bounds = []
    return sum(bounds) / len(bounds) if bounds else -1.0
