"""How likely two claims answer one question, and why.

Figures and times are weighed by fitted additive models (`additive`), other claims by a
weighted sum of what they share through a logistic curve, after vetoes for what cannot be
the same: another year, another stage, another act. Weights are in
`lexicon/en/alignment.toml`, set as its head says.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from checker.align import apart
from checker.align.additive import Additive, load_additive, probability, strongest
from checker.align.features import REASONS, Features, cosine, figure_features, rare, time_features
from checker.align.given import Given, read_given
from checker.align.side import Side
from checker.align.story import Story
from checker.lexicon import load
from checker.model.claim import Attribute
from checker.model.value import Relation
from checker.values.concepts import is_anybody, is_person
from checker.values.relate import relate

Pair = tuple[int, int]
Measure = Callable[[Side, Side, Story, Given], Features]

FIGURES = frozenset(
    {
        Attribute.AGE,
        Attribute.COUNT,
        Attribute.DURATION,
        Attribute.MEASURE,
        Attribute.MONEY,
        Attribute.SHARE,
    }
)
TIMES = frozenset({Attribute.CLOCK, Attribute.DATE})
# Shares of what two sides have in common where one of them leaves it open.
_OPEN, _BOTH_OPEN, _KIND, _ANYBODY = 0.3, 0.6, 0.8, 0.8


@dataclass(frozen=True, slots=True)
class Likeness:
    """A probability-like score (0–1) and the reasons for it, the strongest first."""

    score: float
    reasons: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The reasons in words."""
        return ", ".join(self.reasons)


def weigh(
    pairs: Iterable[Pair], sides: Sequence[Side], story: Story, least: float
) -> dict[Pair, Likeness]:
    """The likeness of those pairs of sides, all of one attribute, that reach `least`."""
    compared = [pair for pair in pairs if not vetoed(sides[pair[0]], sides[pair[1]])]
    if not compared:
        return {}
    attribute = sides[compared[0][0]].attribute
    if attribute in FIGURES | TIMES:
        return _fitted(compared, sides, story, least, attribute in TIMES)
    found = {pair: _by_hand(sides[pair[0]], sides[pair[1]], story) for pair in compared}
    return {pair: likely for pair, likely in found.items() if likely.score >= least}


def _fitted(
    pairs: Sequence[Pair], sides: Sequence[Side], story: Story, least: float, times: bool
) -> dict[Pair, Likeness]:
    model = fitted_model("times" if times else "figures")
    measure: Measure = time_features if times else figure_features
    given = read_given(sides)
    measured = [measure(sides[a], sides[b], story, given) for a, b in pairs]
    rows = np.array([[row.get(name, 0.0) for name in model.features] for row in measured])
    parts = model.parts(rows)
    scores = probability(model.intercept + parts.sum(axis=1))
    named = [n for n, name in enumerate(model.features) if name in REASONS]
    reasons = [REASONS[model.features[n]] for n in named]
    return {
        pairs[n]: Likeness(float(scores[n]), tuple(strongest(reasons, parts[n, named])))
        for n in map(int, np.flatnonzero(scores >= least))
    }


@lru_cache(maxsize=4)
def fitted_model(table: str) -> Additive:
    """The additive model of a table, read once."""
    return load_additive(table)


def vetoed(left: Side, right: Side) -> bool:
    """Say whether the two cannot be about the same thing whatever they share."""
    mine, other = left.claim, right.claim
    # "visited in 1995, 2000 and 2005": one sentence gives answers to several questions.
    if left.attribute is not right.attribute or mine.sentence == other.sentence:
        return True
    if left.attribute in FIGURES | TIMES:
        return relate(mine.value, other.value) is Relation.INCOMPARABLE or _other_figure(
            left, right
        )
    return (
        apart.other_time(left, right)
        or apart.opposed_words(left, right)
        or left.some
        or right.some
        or apart.other_act(left, right)
        or apart.other_victims(left, right)
    )


def _other_figure(left: Side, right: Side) -> bool:
    """What no likeness outweighs: another toll, year, part, stage, or opposed words."""
    if left.attribute in TIMES:
        return False
    return (
        apart.other_fate(left, right)
        or apart.other_time(left, right)
        or apart.opposed_words(left, right)
        or left.some is not right.some
        or apart.stage_of(left) != apart.stage_of(right)
        or (left.attribute is Attribute.COUNT and _other_count(left, right))
    )


def _other_count(left: Side, right: Side) -> bool:
    return (
        apart.is_background(left) is not apart.is_background(right)
        or apart.counts_nothing(left)
        or apart.counts_nothing(right)
    )


def _by_hand(left: Side, right: Side, story: Story) -> Likeness:
    weights = load("alignment")["default"]
    features = _hand_features(left, right, story)
    odds = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    named = sorted(REASONS.keys() & features.keys())
    parts = np.array([weights[name] * features[name] for name in named])
    reasons = strongest([REASONS[name] for name in named], parts)
    return Likeness(1.0 / (1.0 + math.exp(-odds)), tuple(reasons))


def _hand_features(left: Side, right: Side, story: Story) -> Features:
    mine, other = left.claim.question, right.claim.question
    return {
        "subject": _same_subject(left, right),
        "event": _same_event(left, right),
        "qualifiers": _overlap(left.qualifiers, right.qualifiers),
        "opposed": float(_narrowed_apart(left, right)),
        "names": _overlap(left.names, right.names),
        "context": cosine(left, right, story),
        "one_source": float(left.source == right.source),
        "rare": rare(left, right, story),
        "agent": float(bool(mine.agent) and story.bearer(mine.agent) == story.bearer(other.agent)),
    }


def _narrowed_apart(left: Side, right: Side) -> bool:
    return apart.stage_of(left) != apart.stage_of(right) or apart.nothing_in_common(left, right)


def _same_subject(left: Side, right: Side) -> float:
    mine, other = left.subject, right.subject
    if mine and mine == other:
        return 1.0
    if not mine and not other:
        return _BOTH_OPEN
    if left.concept == right.concept:
        return 0.9
    if (is_anybody(mine) and is_person(other)) or (is_anybody(other) and is_person(mine)):
        return _ANYBODY
    return 0.0 if mine and other else _OPEN


def _same_event(left: Side, right: Side) -> float:
    if not left.event or not right.event:
        return _OPEN
    if left.event == right.event:
        return 1.0
    if left.happening == right.happening:
        return 0.9
    return _KIND if left.kinds & right.kinds else 0.0


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))
