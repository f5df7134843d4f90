"""What sources give besides: one that gives both figures speaks of two things."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from checker.align import traits
from checker.align.features import Feature
from checker.align.pairs import Floats, Pairs
from checker.align.side import Side


def _gives_both(pairs: Pairs, figures: Callable[[Side], set[float]]) -> Floats:
    """How many of the two sources, by halves, give the other's figure as well as their own."""
    given, middles = pairs.each(figures), pairs.each(traits.middle)
    both = [
        (right in mine) + (left in other)
        for (mine, other), (left, right) in zip(given, middles, strict=True)
    ]
    return np.array(both, dtype=float) / 2 * ~pairs.same(traits.source)


def _support(pairs: Pairs) -> tuple[Floats, Floats]:
    """How many sources give the less and the more supported figure."""
    left, right = pairs.sizes(pairs.sides.given.givers)
    return np.minimum(left, right), np.maximum(left, right)


def _giving_both(pairs: Pairs) -> Floats:
    return np.minimum(pairs.count_shared(pairs.sides.given.givers), 3) / 3


def _many_of_subject(pairs: Pairs) -> Floats:
    return np.minimum(np.maximum(*pairs.sizes(pairs.sides.given.of)), 6) / 6


KNOWN: dict[str, Feature] = {
    "gives_both": lambda p: _gives_both(p, p.sides.given.of),
    "gives_both_somewhere": lambda p: _gives_both(p, p.sides.given.anywhere),
    "giving_both": _giving_both,
    "many_of_subject": _many_of_subject,
    "supported": lambda p: np.minimum(_support(p)[0], 3) / 3,
    "supported_one": lambda p: np.minimum(_support(p)[1], 4) / 4,
}
