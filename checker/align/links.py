"""Likely pairs → groups, by complete linkage softened by the average.

Two groups merge where no pair of theirs is unlike and the average pair is like: a
false split costs one missed row, a false merge costs the reader's trust.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from checker.align.likeness import Scores
from checker.align.pairs import Pair


@dataclass(frozen=True, slots=True)
class Group:
    """Places of sides that belong together, in order, and the one that the group grew from.

    `weakest` is its least likely pair, `average` the average of all.
    """

    seed: int
    members: tuple[int, ...]
    weakest: Pair
    average: float


def link(scores: Scores, size: int, threshold: float) -> Iterator[Group]:
    """Yield the groups of two and more; whoever is in none stays alone.

    Those that no chain of like pairs joins never meet, so that each set of joined ones is
    linked by itself and no more than its pairs is held.
    """
    home = _homes(scores, size, threshold)
    inside = np.flatnonzero(home[scores.left] == home[scores.right])
    inside = inside[np.argsort(home[scores.left[inside]], kind="stable")]
    homes = home[scores.left[inside]].tolist()
    rows = zip(homes, inside.tolist(), strict=True)
    for _, same in groupby(rows, key=lambda row: row[0]):
        chosen = [row for _, row in same]
        pairs = zip(scores.left[chosen].tolist(), scores.right[chosen].tolist(), strict=True)
        yield from _link(dict(zip(pairs, scores.score[chosen].tolist(), strict=True)), threshold)


def _homes(scores: Scores, size: int, threshold: float) -> np.ndarray:
    """For every side, the first of those that a chain of like pairs joins it with."""
    first = list(range(size))

    def find(place: int) -> int:
        while first[place] != place:
            first[place] = place = first[first[place]]
        return place

    like = scores.score >= threshold
    for left, right in zip(scores.left[like].tolist(), scores.right[like].tolist(), strict=True):
        a, b = find(left), find(right)
        first[max(a, b)] = min(a, b)
    return np.array([find(place) for place in range(size)], dtype=np.int64)


def _link(scores: Mapping[Pair, float], threshold: float) -> Iterator[Group]:
    """Merge the likest groups first, as long as all of their pairs are like enough."""
    members: dict[int, list[int]] = {}
    group_of: dict[int, int] = {}
    for pair in scores:
        for place in pair:
            members[place], group_of[place] = [place], place
    for left, right in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[left, right] < threshold:
            break
        a, b = group_of[left], group_of[right]
        if a != b and _all_like(members[a], members[b], scores, threshold):
            members[a].extend(members[b])
            for place in members.pop(b):
                group_of[place] = a
    for seed, group in members.items():
        if len(group) > 1:
            yield _group(seed, sorted(group), scores)


def _all_like(
    left: Sequence[int], right: Sequence[int], scores: Mapping[Pair, float], threshold: float
) -> bool:
    """Every pair must be like to some degree, and all of them like on the average."""
    likely = []
    for a in left:
        for b in right:
            score = scores.get((a, b) if a < b else (b, a))
            if score is None:
                return False
            likely.append(score)
    return sum(likely) >= threshold * len(likely)


def _group(seed: int, members: Sequence[int], scores: Mapping[Pair, float]) -> Group:
    pairs = [(a, b) for i, a in enumerate(members) for b in members[i + 1 :]]
    weakest = min(pairs, key=scores.__getitem__)
    average = sum(scores[pair] for pair in pairs) / len(pairs)
    return Group(seed, tuple(members), weakest, average)
