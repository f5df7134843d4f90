"""What two claims share and what sets them apart, as numbers from 0 (not at all) to 1.

A table of features: each a function of pairs, symmetric in the two sides. The names are
those of the fitted tables, and of the reasons that a report gives (`REASONS`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from checker.align import apart, traits
from checker.align.pairs import Flags, Floats, Pairs
from checker.align.when import other_time, same_time

Feature: TypeAlias = Callable[[Pairs], NDArray[Any]]

REASONS = {
    "agent": "same doer",
    "context": "the sentences share words",
    "event": "same event",
    "kind_of_event": "same kind of event",
    "names": "same names",
    "near_figures": "figures of like size",
    "nearby": "the words around are alike",
    "nearby_many": "the words around are alike",
    "other_figures": "same figures beside",
    "patient": "same one concerned",
    "rare": "each source gives one such figure",
    "same_time": "same time",
    "subject": "same thing",
    "supported": "several sources give it",
    "told_alike": "told in the same words",
    "toll": "toll of the event",
}
# Differences beyond this say nothing more.
_MOST_SHARED = 4


def measure(pairs: Pairs, names: Sequence[str], features: Mapping[str, Feature]) -> Floats:
    """The named features of pairs: a row a pair, a column a name."""
    rows = np.empty((len(pairs), len(names)))
    for column, name in enumerate(names):
        rows[:, column] = features[name](pairs)
    return rows


def cosine(pairs: Pairs) -> Floats:
    """How much of what two sentences speak of they share, by rarity."""
    shared = pairs.mass_shared(traits.concepts)
    left, right = pairs.numbers(traits.norm)
    return np.divide(shared, left * right, out=np.zeros(len(pairs)), where=shared > 0)


def told_alike(pairs: Pairs) -> Floats:
    """Where thing and event are the same, how alike the sentences are: a swapped digit is far.

    "police arrested 13 people", "police arrested 31 people".
    """
    return np.where(_same_event(pairs) & pairs.same(traits.concept), pairs.once(cosine), 0.0)


def rare(pairs: Pairs) -> Floats:
    """How nearly each source has one answer about the subject (−1 to 1).

    One document that counts a rare thing twice counts two different ones.
    """
    rarest = np.minimum(*pairs.numbers(pairs.sides.rarity))
    return np.where(pairs.same(traits.source), 0.0, rarest)


def same_doer(pairs: Pairs) -> Flags:
    """Whether one did it, as both sentences name or call them."""
    return pairs.both(traits.agent) & pairs.same(traits.agent)


def _same_event(pairs: Pairs) -> Flags:
    return pairs.both(traits.event) & pairs.same(traits.happening)


def _nearby(pairs: Pairs) -> Floats:
    """How much of the words around the answer they share, by rarity."""
    shared = pairs.mass_shared(traits.nearby)
    lighter = np.minimum(*pairs.numbers(pairs.sides.mass_nearby))
    return np.divide(shared, lighter, out=np.zeros(len(pairs)), where=lighter > 0)


def _place_apart(pairs: Pairs) -> Floats:
    left, right = pairs.numbers(traits.place)
    return np.abs(left - right)


SHARED: dict[str, Feature] = {
    "agent": same_doer,
    "background_both": lambda p: p.both(traits.is_background),
    "background_one": lambda p: p.one(traits.is_background),
    "context": lambda p: p.once(cosine),
    "event": _same_event,
    "event_missing": lambda p: ~p.both(traits.event),
    "excluding_acts": apart.excluding_acts,
    "headline": lambda p: p.either(traits.is_title),
    "kind_of_event": lambda p: p.count_shared(traits.kinds) > 0,
    "lead": lambda p: np.maximum(*p.numbers(traits.place)) < 0.15,
    "late": lambda p: np.minimum(*p.numbers(traits.place)) > 0.5,
    "modality_differs": lambda p: ~p.same(traits.modality),
    "names": lambda p: p.part_shared(traits.names),
    "names_many": lambda p: np.minimum(p.count_shared(traits.names), 3) / 3,
    "names_none": lambda p: p.disjoint(traits.names),
    "nearby": _nearby,
    "nearby_many": lambda p: np.minimum(p.count_shared(traits.nearby), _MOST_SHARED) / _MOST_SHARED,
    "negated_one": lambda p: p.one(traits.negated),
    "one_source": lambda p: p.same(traits.source),
    "other_doer": apart.other_doer,
    "other_fate": apart.other_fate,
    "other_time": other_time,
    "patient": lambda p: p.both(traits.patient) & p.same(traits.patient),
    "place_apart": _place_apart,
    "qualifiers": lambda p: p.part_shared(traits.qualifiers),
    "qualifiers_apart": apart.nothing_in_common,
    "qualifiers_one": lambda p: p.one(traits.qualifiers),
    "same_time": same_time,
    "subject": lambda p: p.both(traits.subject) & p.same(traits.concept),
    "told_alike": told_alike,
    "subject_missing": lambda p: 1 - p.mean(traits.subject_given),
}
