"""Documents that repeat one text share one origin.

Bodies are cut into shingles of five words; a document whose shingles are mostly
those of another is its copy. An inverted index finds the pairs, so that the work
grows with the words, not with the pairs of documents.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import TypeAlias
from zlib import crc32

from checker.model.source import DateOrigin, RegionKind, Source

SHINGLE = 5
# Share of the shorter body that the other holds as well. Two versions of one agency
# report share two thirds and more; stories that quote one statement stay under a half.
COPY_SHARE = 0.6
# Below this many shared shingles likeness is chance: one long quotation.
FEWEST_SHARED = 15
# Words of a document that are compared: a copy shows long before.
LONGEST_COMPARED = 50_000
# Documents with which one shingle links each of its holders: what hundreds of pages
# share is found through the first of them.
MOST_HOLDERS = 32
# Shingles that are sorted at a time; each takes some fifty bytes meanwhile.
SORTED_AT_ONCE = 2_000_000
PLACE_BITS = 32
PLACES = (1 << PLACE_BITS) - 1

# Hashes of 32 bits, sorted.
Shingles: TypeAlias = "array[int]"

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two bodies share, as a share of the shorter (0–1); `mutual` if of the longer too.

    A copy of a copy belongs to the first original where the likeness is mutual: a
    page that quotes two stories whole does not make them one.
    """

    of_shorter: float
    mutual: bool


def mark_copies(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The same sources, each with its `copy_of` and `origin`.

    Of two that repeat each other the original is the one that is no dump, else the
    earlier, else the first by id.
    """
    originals = _find_originals(sources)
    return tuple(
        source.model_copy(
            update={
                "copy_of": originals.get(source.id),
                "origin": originals.get(source.id, source.id),
            }
        )
        for source in sources
    )


def _find_originals(sources: Sequence[Source]) -> dict[str, str]:
    """Copies → their originals; an original is never a copy itself."""
    ranked = sorted(sources, key=_rank)
    alike = _find_alike([_shingles(source) for source in ranked])
    originals: dict[str, str] = {}
    for place, source in enumerate(ranked):
        likest = [
            (-likeness.of_shorter, other)
            for other, likeness in alike[place].items()
            if other < place and (ranked[other].id not in originals or likeness.mutual)
        ]
        if likest:
            nearest = ranked[min(likest)[1]].id
            originals[source.id] = originals.get(nearest, nearest)
    return originals


def _rank(source: Source) -> tuple[bool, bool, datetime, str]:
    moment = source.published.moment
    first = moment.first if moment is not None else None
    dumped = source.published.origin is DateOrigin.DUMP_HEAD
    return dumped, first is None, (first or datetime.min).replace(tzinfo=None), source.id


def _find_alike(documents: Sequence[Shingles]) -> list[dict[int, Likeness]]:
    """For every document, the others that share most of the shorter body, and how much.

    The same text over and over is compared once: its first bearer stands for the others.
    """
    first: dict[bytes, int] = {}
    names = [first.setdefault(shingles.tobytes(), at) for at, shingles in enumerate(documents)]
    only = [at for at, name in enumerate(names) if name == at]
    shared: Counter[tuple[int, int]] = Counter()
    for places in _holders(documents, only):
        shared.update(_pairs(places))
    alike: list[dict[int, Likeness]] = [{} for _ in documents]
    for (left, right), count in shared.items():
        shorter, longer = sorted((len(documents[left]), len(documents[right])))
        if count >= FEWEST_SHARED and count >= COPY_SHARE * shorter:
            likeness = Likeness(count / shorter, count >= COPY_SHARE * longer)
            alike[left][right] = alike[right][left] = likeness
    for place, name in enumerate(names):
        if name != place and len(documents[place]) >= FEWEST_SHARED:
            alike[place][name] = Likeness(1.0, True)
    return alike


def _holders(documents: Sequence[Shingles], only: Sequence[int]) -> Iterator[list[int]]:
    """For every shingle that several documents hold, those documents in their order.

    Share by share of the shingles: all at once would take some hundred bytes for each
    of them, which is gigabytes for a large folder.
    """
    shares = sum(len(documents[place]) for place in only) // SORTED_AT_ONCE + 1
    for share in range(shares):
        bearers = sorted(
            shingle << PLACE_BITS | place
            for place in only
            for shingle in documents[place]
            if shingle % shares == share
        )
        for _, group in groupby(bearers, key=lambda bearer: bearer >> PLACE_BITS):
            places = [bearer & PLACES for bearer in group]
            if len(places) > 1:
                yield places


def _pairs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each holder with the first few, in rank order: left is before right."""
    for at, right in enumerate(places):
        for left in places[: min(at, MOST_HOLDERS)]:
            yield left, right


def _shingles(source: Source) -> Shingles:
    """Hashes of all runs of words in the body, sorted, each once."""
    words = list(islice(_body_words(source), LONGEST_COMPARED))
    runs = zip(*(words[i:] for i in range(SHINGLE)), strict=False)
    return array("I", sorted({crc32(" ".join(run).encode()) for run in runs}))


def _body_words(source: Source) -> Iterator[str]:
    for region in source.regions:
        if region.kind is RegionKind.BODY:
            for match in _WORD.finditer(source.text, region.start, region.end):
                yield match[0].lower()
