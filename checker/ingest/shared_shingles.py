"""How many shingles each document shares with those before it.

An inverted index finds the pairs, so that the work grows with the words, not with the
pairs of documents. It stands in arrays of numbers, twenty-odd bytes for each shingle
that several documents hold, and counts are made for one document at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.ingest.shingles import Shingles

# Documents with which one shingle links each of its holders: what hundreds of pages
# share is found through the first of them.
MOST_HOLDERS = 32
# Shingles that are sorted at a time; each takes some thirty bytes meanwhile.
SORTED_AT_ONCE = 2_000_000
PLACE_BITS = np.uint64(32)


def count_shared(
    documents: Sequence[Shingles], places: Sequence[int]
) -> Iterator[tuple[int, dict[int, int]]]:
    """For each of the `places`: itself, and shared shingles by earlier place.

    Places are in rising order; those that share nothing with an earlier one are left out.
    """
    bearers = _bearers(documents, places)
    held_by = (bearers & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    first = _firsts(bearers >> PLACE_BITS)
    del bearers
    order = np.argsort(held_by, kind="stable").astype(np.uint32)
    cuts = np.flatnonzero(np.diff(held_by[order])) + 1
    for at in np.split(order, cuts):
        if len(at):
            lefts = held_by[_earlier(at, first[at])]
            if len(lefts):
                others, counts = np.unique(lefts, return_counts=True)
                shared = dict(zip(others.tolist(), counts.tolist(), strict=True))
                yield int(held_by[at[0]]), shared


def _bearers(documents: Sequence[Shingles], places: Sequence[int]) -> NDArray[np.uint64]:
    """Every shingle that several documents hold with each holder: 32 bits each, in order.

    Share by share of the shingles: most have one holder, and are dropped on the way.
    """
    shares = sum(len(documents[place]) for place in places) // SORTED_AT_ONCE + 1
    kept = [np.empty(0, np.uint64)]
    for share in range(shares):
        parts = [np.empty(0, np.uint64)]
        for place in places:
            shingles = documents[place]
            if shares > 1:
                shingles = shingles[shingles % shares == share]
            parts.append(shingles.astype(np.uint64) << PLACE_BITS | np.uint64(place))
        bearers = np.concatenate(parts)
        bearers.sort()
        shingles = bearers >> PLACE_BITS
        same = shingles[1:] == shingles[:-1]
        several = np.zeros(len(bearers), np.bool_)
        several[1:] |= same
        several[:-1] |= same
        kept.append(bearers[several])
    return np.concatenate(kept)


def _firsts(shingles: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """For each bearer the position of the first of its shingle."""
    positions = np.arange(len(shingles), dtype=np.uint32)
    positions[1:][shingles[1:] == shingles[:-1]] = 0
    return np.maximum.accumulate(positions)


def _earlier(at: NDArray[np.uint32], first: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The positions of the first few holders before those `at` which a document stands."""
    counts = np.minimum(at - first, MOST_HOLDERS).astype(np.int64)
    offsets = np.cumsum(counts) - counts
    return np.repeat(first - offsets, counts) + np.arange(counts.sum())
