"""What two figures share: counts, amounts, shares, measures, lengths of time, ages."""

from __future__ import annotations

import numpy as np

from checker.align import apart, traits
from checker.align.features import SHARED, Feature, rare
from checker.align.known import KNOWN
from checker.align.pairs import Flags, Floats, Pairs
from checker.model.claim import Attribute

# Differences beyond this say nothing more.
_MOST_RATIO = 5.0


def _small(pairs: Pairs) -> Floats:
    return np.minimum(*pairs.numbers(traits.middle))


def _large(pairs: Pairs) -> Floats:
    return np.maximum(*pairs.numbers(traits.middle))


def _ratio(pairs: Pairs) -> Floats:
    """How far apart in size, as a logarithm."""
    small, large = pairs.once(_small), pairs.once(_large)
    known = small > 0
    ratio = np.divide(large, small, out=np.ones(len(pairs)), where=known)
    return np.where(known, np.log(ratio), _MOST_RATIO)


def _anybody_one(pairs: Pairs) -> Flags:
    return pairs.one(traits.anybody) & pairs.both(traits.person)


def _anybody_apart(pairs: Pairs) -> Flags:
    """Whether two numbers of people are told of two things, as far as the predicates tell."""
    one_fate = pairs.both(traits.event) & apart.one_act(pairs)
    return pairs.both(traits.anybody) & ~one_fate


def _other_figures(pairs: Pairs) -> Floats:
    """How many other figures both sentences give."""
    both = zip(pairs.each(traits.beside), pairs.each(traits.middle), strict=True)
    counts = [len((left & right).difference(middles)) for (left, right), middles in both]
    return np.asarray(np.minimum(np.array(counts, dtype=float), 2) / 2)


def _toll(pairs: Pairs) -> Flags:
    return pairs.both(traits.befell) & pairs.both(traits.person)


FIGURES: dict[str, Feature] = {
    **SHARED,
    **KNOWN,
    "anybody_apart": _anybody_apart,
    "anybody_both": lambda p: p.both(traits.anybody),
    "anybody_one": _anybody_one,
    "age": lambda p: p.flags(traits.answers(Attribute.AGE))[0],
    "bare": lambda p: p.either(traits.counts_nothing),
    "count": lambda p: p.flags(traits.answers(Attribute.COUNT))[0],
    "countries_apart": apart.other_country,
    "duration": lambda p: p.flags(traits.answers(Attribute.DURATION))[0],
    "hedged": lambda p: p.mean(traits.is_hedged),
    "large": lambda p: p.once(_small) >= 100,
    "measure": lambda p: p.flags(traits.answers(Attribute.MEASURE))[0],
    "money": lambda p: p.flags(traits.answers(Attribute.MONEY))[0],
    "near_figures": lambda p: np.exp(-3 * p.once(_ratio)),
    "opposed": apart.opposed_words,
    "other_figures": _other_figures,
    "part": apart.part_of_whole,
    "people_one": lambda p: p.one(traits.person),
    "rare": rare,
    "ratio": lambda p: np.minimum(p.once(_ratio), _MOST_RATIO) / _MOST_RATIO,
    "small": lambda p: p.once(_large) <= 10,
    "some_both": lambda p: p.both(traits.some),
    "some_one": lambda p: p.one(traits.some),
    "stage_apart": apart.other_stage,
    "tiny": lambda p: p.once(_small) <= 2,
    "toll": _toll,
    "unit_differs": lambda p: ~p.same(traits.unit),
    "vague": lambda p: p.mean(traits.is_vague),
}
