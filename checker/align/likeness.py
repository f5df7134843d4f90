"""How likely two claims answer one question, and why.

Figures and times are weighed by fitted additive models (`additive`), other claims by a
weighted sum of what they share through a logistic curve, after vetoes for what cannot be
the same: another year, another stage, another act. Weights are in
`lexicon/en/alignment.toml`, set as its head says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

import numpy as np

from checker.align import apart, traits
from checker.align.additive import Additive, Floats, load_additive, probability, strongest
from checker.align.features import REASONS, measure
from checker.align.figures import FIGURES
from checker.align.hand import BY_HAND
from checker.align.pairs import Flags, Pair, Pairs, Places, Sides
from checker.align.times import TIMES
from checker.align.weighing import Weighing
from checker.align.when import other_time
from checker.lexicon import load
from checker.model.claim import Attribute

# Pairs whose features are held at a time: some ten megabytes of numbers.
AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Scores:
    """Pairs of sides (`left` < `right`) and how like they are, from 0 to 1, row by row."""

    left: Places
    right: Places
    score: Floats

    def __len__(self) -> int:
        return len(self.score)


def weigh(pairs: Iterable[Pair], sides: Sides, way: Weighing, least: float) -> Scores:
    """The likeness of those pairs, all to be weighed in one way, that reach `least`."""
    found = [_weigh(some, way, least) for some in _some_at_once(pairs, sides)]
    return Scores(
        np.concatenate([_NOWHERE, *(each.left for each in found)]),
        np.concatenate([_NOWHERE, *(each.right for each in found)]),
        np.concatenate([np.empty(0), *(each.score for each in found)]),
    )


_NOWHERE: Places = np.empty(0, dtype=np.int64)


def _some_at_once(pairs: Iterable[Pair], sides: Sides) -> Iterator[Pairs]:
    rest = chain.from_iterable(pairs)
    while len(places := np.fromiter(islice(rest, 2 * AT_ONCE), dtype=np.int64)):
        yield Pairs(sides, places[::2], places[1::2])


def _weigh(pairs: Pairs, way: Weighing, least: float) -> Scores:
    compared = pairs.only(~vetoed(pairs, way))
    odds, _ = _odds(compared, way)
    scores = probability(odds)
    kept = scores >= least
    return Scores(compared.left[kept], compared.right[kept], scores[kept])


def reasons(pairs: Iterable[Pair], sides: Sides, way: Weighing) -> list[tuple[str, ...]]:
    """What speaks most for each pair, in words, the strongest first."""
    told: list[tuple[str, ...]] = []
    for some in _some_at_once(pairs, sides):
        _, parts = _odds(some, way)
        names = _names(way)
        named = [n for n, name in enumerate(names) if name in REASONS]
        words = [REASONS[names[n]] for n in named]
        told.extend(tuple(strongest(words, row)) for row in parts[:, named])
    return told


def _names(way: Weighing) -> tuple[str, ...]:
    """The features of a way of weighing, in the order of its columns."""
    return tuple(BY_HAND) if way is Weighing.BY_HAND else fitted_model(way.value).features


def _odds(pairs: Pairs, way: Weighing) -> tuple[Floats, Floats]:
    """The log odds of pairs, and what each feature adds to them: a row a pair."""
    if way is Weighing.BY_HAND:
        weights = load("alignment")["default"]
        parts = measure(pairs, _names(way), BY_HAND) * [weights[name] for name in BY_HAND]
        # One after the other, so that the sum is the same however many pairs there are.
        return weights["bias"] + sum(parts.T, start=np.zeros(len(pairs))), parts
    model = fitted_model(way.value)
    table = FIGURES if way is Weighing.FIGURES else TIMES
    parts = model.parts(measure(pairs, model.features, table))
    return model.intercept + parts.sum(axis=1), parts


@lru_cache(maxsize=4)
def fitted_model(table: str) -> Additive:
    """The additive model of a table, read once."""
    return load_additive(table)


def vetoed(pairs: Pairs, way: Weighing) -> Flags:
    """Whether two claims cannot be about the same thing whatever they share."""
    # "visited in 1995, 2000 and 2005": one sentence gives answers to several questions.
    never = ~pairs.same(traits.attribute) | pairs.same(traits.sentence)
    match way:
        case Weighing.FIGURES:
            return never | apart.incomparable(pairs) | _other_figure(pairs)
        case Weighing.TIMES:
            return never | apart.incomparable(pairs)
        case Weighing.BY_HAND:
            return never | _other_matter(pairs)


def _other_figure(pairs: Pairs) -> Flags:
    """What no likeness outweighs: another toll, year, part, stage, or opposed words."""
    counts = pairs.both(traits.answers(Attribute.COUNT))
    another = apart.other_fate(pairs) | pairs.one(traits.is_background)
    return (
        (counts & (another | pairs.either(traits.counts_nothing)))
        | other_time(pairs)
        | apart.opposed_words(pairs)
        | pairs.one(traits.some)
        | apart.other_stage(pairs)
    )


def _other_matter(pairs: Pairs) -> Flags:
    return (
        other_time(pairs)
        | apart.opposed_words(pairs)
        | pairs.either(traits.some)
        | apart.other_act(pairs)
        | apart.other_victims(pairs)
    )
