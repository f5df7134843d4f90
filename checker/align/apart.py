"""Signs that two claims are not about one thing: another time, a part, another fate, a stage."""

from __future__ import annotations

from datetime import timedelta

from checker.align.side import Side
from checker.lexicon import load
from checker.model.claim import Attribute, Modality
from checker.model.value import Relation
from checker.values.acts import relate_acts
from checker.values.concepts import OUTCOMES
from checker.values.name import is_country
from checker.values.relate import relate

# News is written within weeks of its event; what is dated earlier is background.
LONG_AGO = timedelta(days=60)
STAGES = {stage: frozenset(words) for stage, words in load("scopes")["stage"].items()}
OPPOSED: dict[str, str] = {
    word: other
    for pair in load("opposed_qualifiers")["pairs"]["list"]
    for word, other in (pair.split("/"), reversed(pair.split("/")))
}
# A kind that makes up more than this of the whole may be another word for it.
NEARLY_ALL = 0.9


def other_time(left: Side, right: Side) -> bool:
    """ "killed in 2009" and "killed on Sunday" are two events."""
    mine, other = left.claim.question.when, right.claim.question.when
    if mine is None or other is None or (mine.relative and other.relative):
        return False
    return relate(mine, other) is Relation.DISJOINT


def same_time(left: Side, right: Side) -> bool:
    """Both sentences give one time, or one the other's more finely."""
    mine, other = left.claim.question.when, right.claim.question.when
    if mine is None or other is None:
        return False
    return relate(mine, other) in {Relation.SAME, Relation.REFINES}


def is_background(side: Side) -> bool:
    """ "The fire of 2009 killed 13": told as of long ago, beside the story's own event."""
    when, as_of = side.claim.question.when, side.claim.as_of
    if when is None or as_of is None or when.last is None or as_of.first is None:
        return False
    return when.last < as_of.first - LONG_AGO


def opposed_words(left: Side, right: Side) -> bool:
    """ "adult tickets" and "child tickets": opposed words exclude each other."""
    return any(OPPOSED.get(word) in right.qualifiers for word in left.qualifiers)


def other_country(left: Side, right: Side) -> bool:
    """ "30 Irish climbers" and "40 Danish climbers": both are narrowed to a country each."""
    mine, other = (_countries(side) for side in (left, right))
    return bool(mine) and bool(other) and not mine & other


def _countries(side: Side) -> frozenset[str]:
    return frozenset(word for word in side.qualifiers if is_country(word))


def stage_of(side: Side) -> str:
    """ "the initial offer" and "the new offer" are two offers."""
    return next((stage for stage, words in STAGES.items() if words & side.qualifiers), "")


def nothing_in_common(left: Side, right: Side) -> bool:
    """Both are narrowed, by nothing in common: "flood victims", "crash victims"."""
    return bool(left.qualifiers and right.qualifiers and not left.qualifiers & right.qualifiers)


def excluding_acts(left: Side, right: Side) -> bool:
    """ "12 mines were closed", "30 mines reopened": such acts befell two lots."""
    if not left.event or not right.event:
        return False
    return relate_acts(left.event, right.event) is Relation.DISJOINT


def other_act(left: Side, right: Side) -> bool:
    """What was done and what is planned are one question only where the act is one."""
    done = [side.claim.modality is Modality.DONE for side in (left, right)]
    return (
        left.attribute is Attribute.ACTION and done[0] is not done[1] and not one_act(left, right)
    )


def one_act(left: Side, right: Side) -> bool:
    """Say whether the predicates are one concept, or of one kind of event, or left open."""
    if not left.event or not right.event:
        return True
    return left.happening == right.happening or bool(left.kinds & right.kinds)


def other_fate(left: Side, right: Side) -> bool:
    """ "12 people were killed", "30 people were injured": two tolls."""
    return (
        left.attribute is Attribute.COUNT
        and left.befell
        and right.befell
        and left.happening != right.happening
    )


def other_victims(left: Side, right: Side) -> bool:
    """ "killed 12 miners", "injured 30 miners": some were, and others were not."""
    fates = {left.happening, right.happening}
    questions = [side.claim.question for side in (left, right)]
    return (
        left.attribute is Attribute.ACTION
        and len(fates) > 1
        and fates <= OUTCOMES
        and not any(q.patient in q.participants for q in questions)
    )


def part_of_whole(left: Side, right: Side) -> bool:
    """ "16 hikers" and "19 people" died: the few of a kind are part of all."""
    if left.anybody is right.anybody:
        return False
    whole, part = (left, right) if left.anybody else (right, left)
    return part.middle < NEARLY_ALL * whole.middle


def counts_nothing(side: Side) -> bool:
    """ "caption 12 of 23": a number of nothing that is named and no toll."""
    return not side.subject and not side.befell


def other_doer(left: Side, right: Side) -> bool:
    """ "Meier scored 23 points", "Huber scored ten": two named doers, two questions."""
    mine, other = left.claim.question, right.claim.question
    if mine.agent not in mine.participants or other.agent not in other.participants:
        return False
    return not set(mine.agent.split()) & set(other.agent.split())
