"""How likely two claims answer one question, and why.

A weighted sum of what they share (the thing, the event, who takes part, the other
words of the sentence) through a logistic curve, after vetoes for what cannot be the
same: another year, another stage, a thing of another kind. Weights are in
`weights.toml`, set as its head says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from checker.values.concepts import GENERIC_PERSONS, concept_of, is_person
from checker.align.story import Story
from checker.lexicon import load
from checker.model.claim import Attribute, Claim
from checker.model.value import Moment, Relation
from checker.values.relate import relate

WEIGHTS = load("alignment")
FEATURES = ("subject", "event", "qualifiers", "names", "context", "agent")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A probability-like score (0–1) and the features that it was made from."""

    score: float
    features: dict[str, float]

    @property
    def why(self) -> str:
        """The two strongest reasons, in words."""
        named = sorted(self.features.items(), key=lambda item: (-item[1], item[0]))
        return ", ".join(f"same {name}" for name, value in named[:2] if value > 0)


NONE = Likeness(0.0, {})


def likeness(left: Claim, right: Claim, story: Story) -> Likeness:
    """Compare what two claims are about; symmetric."""
    if vetoed(left, right):
        return NONE
    features = features_of(left, right, story)
    weights = WEIGHTS.get(left.question.attribute.value, WEIGHTS["default"])
    total = weights["bias"] + sum(weights[name] * features[name] for name in FEATURES)
    return Likeness(1.0 / (1.0 + math.exp(-total)), features)


def vetoed(left: Claim, right: Claim) -> bool:
    """Say whether the two cannot be about the same thing whatever they share."""
    mine, other = left.question, right.question
    if mine.attribute is not other.attribute:
        return True
    # "visited in 1995, 2000 and 2005": one sentence gives answers to several questions.
    if left.sentence == right.sentence:
        return True
    if mine.attribute not in {Attribute.DATE, Attribute.CLOCK} and _other_time(
        mine.when, other.when
    ):
        return True
    return _other_qualifier(mine.qualifiers, other.qualifiers)


def _other_time(left: Moment | None, right: Moment | None) -> bool:
    """ "killed in 2009" and "killed on Sunday" are two events."""
    if left is None or right is None:
        return False
    if left.relative and right.relative:
        return False
    return relate(left, right) is Relation.DISJOINT


def _other_qualifier(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """ "German soldiers" and "Afghan soldiers": opposed words exclude each other."""
    pairs = OPPOSED
    return any(pairs.get(a) == b for a in left for b in right)


OPPOSED: dict[str, str] = {
    word: other
    for pair in load("opposed_qualifiers")["pairs"]["list"]
    for word, other in (pair.split("/"), reversed(pair.split("/")))
}


def features_of(left: Claim, right: Claim, story: Story) -> dict[str, float]:
    """What two claims share, each from 0 (nothing) to 1 (all)."""
    mine, other = left.question, right.question
    return {
        "subject": _same_subject(mine.subject, other.subject, story),
        "event": _same_event(mine.event, other.event),
        "qualifiers": _overlap(mine.qualifiers, other.qualifiers),
        "names": _overlap(
            tuple(map(story.bearer, mine.participants)),
            tuple(map(story.bearer, other.participants)),
        ),
        "context": _cosine(mine.context, other.context, story),
        "agent": float(bool(mine.agent) and story.bearer(mine.agent) == story.bearer(other.agent)),
    }


def _same_subject(left: str, right: str, story: Story) -> float:
    if not left or not right:
        return 0.4
    left, right = story.bearer(left), story.bearer(right)
    if left == right:
        return 1.0
    if concept_of(left) == concept_of(right):
        return 0.8
    if (left in GENERIC_PERSONS and is_person(right)) or (
        right in GENERIC_PERSONS and is_person(left)
    ):
        return 0.8
    return 0.0


def _same_event(left: str, right: str) -> float:
    if not left or not right:
        return 0.3
    if left == right:
        return 1.0
    return 0.9 if concept_of(left) == concept_of(right) else 0.0


def _overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if not left or not right:
        return 0.0
    return len(set(left) & set(right)) / min(len(set(left)), len(set(right)))


def _cosine(left: tuple[str, ...], right: tuple[str, ...], story: Story) -> float:
    mine, other = set(map(concept_of, left)), set(map(concept_of, right))
    shared = sum(story.weight(word) ** 2 for word in sorted(mine & other))
    if not shared:
        return 0.0
    norm = math.sqrt(
        sum(story.weight(word) ** 2 for word in sorted(mine))
        * sum(story.weight(word) ** 2 for word in sorted(other))
    )
    return shared / norm
