"""The times that sentences give their events, and how those of two sides lie."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from checker.align import traits
from checker.align.pairs import Flags, Floats, Pairs
from checker.align.side import Side
from checker.model.value import Relation
from checker.values.relate import relate

_NONE, _OTHER, _APART, _TOGETHER = range(4)
_TOLD = {
    Relation.DISJOINT: _APART,
    Relation.SAME: _TOGETHER,
    Relation.REFINES: _TOGETHER,
}


def other_time(pairs: Pairs) -> Flags:
    """ "killed in 2009" and "killed on Sunday" are two events."""
    lean = pairs.both(traits.is_when_relative)
    return np.asarray((pairs.once(_relations) == _APART) & ~lean)


def same_time(pairs: Pairs) -> Flags:
    """Both sentences give one time, or one the other's more finely."""
    return np.asarray(pairs.once(_relations) == _TOGETHER)


def _relations(pairs: Pairs) -> Floats:
    """How the times of the two sides lie, asked once for each two times of the story."""
    found = np.full(len(pairs), _NONE, dtype=float)
    given = np.flatnonzero(pairs.both(traits.when))
    if len(given) == 0:
        return found
    codes = pairs.sides.codes(_what_relate_reads)
    size = len(pairs.sides.each)
    keys = codes[pairs.left[given]] * size + codes[pairs.right[given]]
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    times = pairs.sides.column(traits.when)
    told = [
        _TOLD.get(relate(times[pairs.left[row]], times[pairs.right[row]]), _OTHER)
        for row in given[first].tolist()
    ]
    found[given] = np.array(told, dtype=float)[inverse]
    return found


def _what_relate_reads(side: Side) -> Hashable:
    told = side.claim.question.when
    if told is None:
        return None
    words = (told.year, told.month, told.day, told.weekday, told.ambiguous)
    return told.first, told.last, words
