"""Groups by average linkage on a sparse graph.

The two groups merge whose average pair is the most alike, and so on while that is
enough; a pair that was not compared is not alike at all. A merged group is never more
like a third than the liker of its parts was, so that an old average in the heap is a
bound, and is looked at again only when its turn has come.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass


def link(count: int, likeness: Mapping[tuple[int, int], int], enough: int) -> list[int]:
    """For each of `count` places the first place of its group.

    `likeness` has the pairs that are alike at all, left before right; `enough` is the
    least average that merges two groups.
    """
    graph = _Graph(list(range(count)), [1] * count, [{} for _ in range(count)])
    for (left, right), alike in likeness.items():
        graph.sums[left][right] = graph.sums[right][left] = alike
    due = [(-float(alike), *pair) for pair, alike in likeness.items() if alike >= enough]
    heapq.heapify(due)
    while due:
        bound, left, right = heapq.heappop(due)
        if graph.sums[left].get(right) is None:
            continue
        average = graph.average(left, right)
        if average == -bound:
            for entry in graph.merge(left, right):
                if -entry[0] >= enough:
                    heapq.heappush(due, entry)
        elif average >= enough:
            heapq.heappush(due, (-average, left, right))
    return graph.first_places()


@dataclass(slots=True)
class _Graph:
    """Groups by a place that stands for each: who is in which, how many, how like in sum."""

    group_of: list[int]
    sizes: list[int]
    sums: list[dict[int, int]]

    def average(self, left: int, right: int) -> float:
        """The likeness of the average pair of two groups that are neighbours."""
        return self.sums[left][right] / (self.sizes[left] * self.sizes[right])

    def merge(self, left: int, right: int) -> list[tuple[float, int, int]]:
        """Make two groups one; what there is to look at anew: (minus average, two groups).

        The one with fewer neighbours moves, so that no neighbour moves often.
        """
        gone, kept = sorted((left, right), key=lambda group: (len(self.sums[group]), -group))
        moved, self.sums[gone] = self.sums[gone], {}
        self.group_of[gone] = kept
        self.sizes[kept] += self.sizes[gone]
        del moved[kept], self.sums[kept][gone]
        for other, alike in moved.items():
            del self.sums[other][gone]
            both = self.sums[kept].get(other, 0) + alike
            self.sums[kept][other] = self.sums[other][kept] = both
        return [(-self.average(kept, other), kept, other) for other in moved]

    def first_places(self) -> list[int]:
        """For each place the first of its group."""
        first: dict[int, int] = {}
        return [first.setdefault(self._top(place), place) for place in range(len(self.sizes))]

    def _top(self, place: int) -> int:
        while self.group_of[place] != place:
            self.group_of[place] = self.group_of[self.group_of[place]]
            place = self.group_of[place]
        return place
