"""How likely two claims answer one question, and why.

A weighted sum of what they share (the thing, the event, who takes part, the other
words of the sentence) through a logistic curve, after vetoes for what cannot be the
same: another year, another stage, a thing of another kind. Weights are in
`weights.toml`, set as its head says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta

from checker.align.story import Story
from checker.lexicon import load
from checker.model.claim import Attribute, Claim, Modality, Question
from checker.model.value import Moment, Quantity, Relation, Value
from checker.values.acts import kinds_of, relate_acts
from checker.values.concepts import OUTCOMES, SOME_OF, concept_of, is_anybody, is_person
from checker.values.relate import relate

WEIGHTS = load("alignment")
FEATURES = (
    "subject",
    "event",
    "toll",
    "rare",
    "qualifiers",
    "opposed",
    "names",
    "context",
    "agent",
    "other_agent",
    "one_source",
)


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
# News is written within weeks of its event; what is dated earlier is background.
LONG_AGO = timedelta(days=60)
SAME_FATE = 0.8
# Figures of one thing differ by less than these factors: without and with one event.
FAR_APART = {False: 6.0, True: 200.0}
STAGES = {stage: frozenset(words) for stage, words in load("scopes")["stage"].items()}
# A kind that makes up more than this of the whole may be another word for it.
NEARLY_ALL = 0.9


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
    if mine.attribute is Attribute.COUNT and _is_background(left) is not _is_background(right):
        return True
    if mine.attribute not in {Attribute.DATE, Attribute.CLOCK} and _other_time(
        mine.when, other.when
    ):
        return True
    return (
        _other_qualifier(mine.qualifiers, other.qualifiers)
        or _part_of_whole(left, right)
        or _other_act(left, right)
        or _other_fate(left, right)
        or _other_victims(left, right)
        or _other_size(left, right)
    )


def _stage(qualifiers: tuple[str, ...]) -> str:
    """ "the initial offer" and "the new offer" are two offers."""
    return next((stage for stage, words in STAGES.items() if words & set(qualifiers)), "")


def _other_size(left: Claim, right: Claim) -> bool:
    """ "14 cattle were sold", "300 cattle are kept": too far apart for one thing."""
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return False
    small, large = sorted((left.value, right.value), key=_most)
    low, high = _most(small), large.low or _most(large)
    limit = FAR_APART[_same_event(left.question.event, right.question.event) >= SAME_FATE]
    return low <= 0 or high > limit * low


def _other_act(left: Claim, right: Claim) -> bool:
    """What was done and what is planned are one question only where the act is one."""
    mine, other = left.question, right.question
    return (
        mine.attribute is Attribute.ACTION
        and (left.modality is Modality.DONE) is not (right.modality is Modality.DONE)
        and _same_event(mine.event, other.event) == 0
    )


def _other_fate(left: Claim, right: Claim) -> bool:
    """ "19 people" and "seven others" answer one question only if one thing befell them."""
    mine, other = left.question, right.question
    if mine.attribute is not Attribute.COUNT:
        return False
    if _counts_nothing(mine) or _counts_nothing(other):
        return True
    # "12 mines were closed", "30 mines reopened": acts that exclude each other befell two lots.
    if relate_acts(mine.event, other.event) is Relation.DISJOINT:
        return True
    return (
        is_anybody(mine.subject)
        and is_anybody(other.subject)
        and _same_event(mine.event, other.event) < SAME_FATE
    )


def _other_victims(left: Claim, right: Claim) -> bool:
    """ "killed 12 miners", "injured 30 miners": some were, and others were not."""
    mine, other = left.question, right.question
    fates = {concept_of(mine.event), concept_of(other.event)}
    return (
        mine.attribute is Attribute.ACTION
        and len(fates) > 1
        and fates <= OUTCOMES
        and not any(q.patient in q.participants for q in (mine, other))
    )


def _counts_nothing(question: Question) -> bool:
    """ "caption 12 of 23": a bare number that is no toll is a figure of nothing known."""
    return not question.subject and concept_of(question.event) not in OUTCOMES


def _part_of_whole(left: Claim, right: Claim) -> bool:
    """ "16 hikers" and "19 people" died: the few of a kind are part of all.

    A few persons of whatever kind are part of something too: "three guides".
    """
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return False
    kinds = [is_anybody(claim.question.subject) for claim in (left, right)]
    if kinds[0] is kinds[1]:
        return False
    whole, part = (left, right) if kinds[0] else (right, left)
    return _most(part.value) < NEARLY_ALL * _most(whole.value)


def _most(value: Value) -> float:
    bounds = (value.high, value.low) if isinstance(value, Quantity) else ()
    return next((bound for bound in bounds if bound is not None), 0.0)


def _opposed(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Both are narrowed, by nothing in common: "flood victims", "crash victims"."""
    if _stage(left) != _stage(right):
        return True
    return bool(left) and bool(right) and not set(left) & set(right)


def _is_background(claim: Claim) -> bool:
    """ "The fire of 2009 killed 13": told as of long ago, beside the story's own event."""
    when, as_of = claim.question.when, claim.as_of
    if when is None or as_of is None or when.last is None or as_of.first is None:
        return False
    return when.last < as_of.first - LONG_AGO


def _other_time(left: Moment | None, right: Moment | None) -> bool:
    """ "killed in 2009" and "killed on Sunday" are two events."""
    if left is None or right is None:
        return False
    if left.relative and right.relative:
        return False
    return relate(left, right) is Relation.DISJOINT


def _other_qualifier(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """ "adult tickets" and "child tickets": opposed words exclude each other."""
    if SOME_OF in left or SOME_OF in right:
        return True
    return any(OPPOSED.get(a) == b for a in left for b in right)


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
        "toll": float(_is_toll(left) and _is_toll(right)),
        "rare": _rare(left, right, story),
        "qualifiers": _overlap(mine.qualifiers, other.qualifiers),
        "opposed": float(_opposed(mine.qualifiers, other.qualifiers)),
        "names": _overlap(
            tuple(map(story.bearer, mine.participants)),
            tuple(map(story.bearer, other.participants)),
        ),
        "context": _cosine(mine.context, other.context, story),
        "other_agent": float(_other_agent(left, right, story)),
        "one_source": float(left.source == right.source),
        "agent": float(bool(mine.agent) and story.bearer(mine.agent) == story.bearer(other.agent)),
    }


def _same_subject(left: str, right: str, story: Story) -> float:
    left, right = story.bearer(left), story.bearer(right)
    if left and left == right:
        return 1.0
    if not left and not right:
        return 0.6
    if concept_of(left) == concept_of(right):
        return 0.9
    if (is_anybody(left) and is_person(right)) or (is_anybody(right) and is_person(left)):
        return 0.8
    return 0.0 if left and right else 0.3


def _rare(left: Claim, right: Claim, story: Story) -> float:
    """One document that counts a rare thing twice counts two different ones."""
    if left.source == right.source:
        return 0.0
    return min(story.rarity(left), story.rarity(right))


def _is_toll(claim: Claim) -> bool:
    """What befell people in the story's own event: "34 killed", "61 people hurt"."""
    question = claim.question
    return (
        question.attribute is Attribute.COUNT
        and concept_of(question.event) in OUTCOMES
        and is_person(question.subject)
    )


def _same_event(left: str, right: str) -> float:
    if not left or not right:
        return 0.3
    if left == right:
        return 1.0
    if concept_of(left) == concept_of(right):
        return 0.9
    return 0.8 if kinds_of(left) & kinds_of(right) else 0.0


def _other_agent(left: Claim, right: Claim, story: Story) -> bool:
    """ "Meier scored 23 points", "Huber scored ten": two named doers, two questions."""
    mine, other = left.question, right.question
    named = mine.agent in mine.participants and other.agent in other.participants
    if not named or mine.attribute in {Attribute.ACTION, Attribute.CAUSE}:
        return False
    one, two = set(story.bearer(mine.agent).split()), set(story.bearer(other.agent).split())
    return not one & two


def _overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if not left or not right:
        return 0.0
    return len(set(left) & set(right)) / min(len(set(left)), len(set(right)))


def _cosine(left: tuple[str, ...], right: tuple[str, ...], story: Story) -> float:
    mine, other = story.profile(left), story.profile(right)
    shared = story.mass(mine.concepts & other.concepts)
    return shared / (mine.norm * other.norm) if shared else 0.0
