"""How like two documents are: the cosine of their most telling words, and their days."""

from __future__ import annotations

import math
from collections.abc import Mapping

from checker.ingest.telling import Telling

TELLING_WORDS = 120
# Likeness is whole millionths: sums of it are exact, whatever order they are made in.
ALIKE = 1_000_000
# News of one event is written within weeks. Documents that are further apart are of
# two events more often than not, say of two finals of one cup, and count as less like.
# Not as unlike: a Friday's report of a trial may carry the date of the crime.
DAYS_OF_A_STORY = 60
SHARE_WHEN_FAR = 0.6
# A reprint is one whatever its date says: "2013" for "2012" is what a desk looks for.
REPRINT = 300_000

Vector = dict[str, float]


def rarity_of(holders: Mapping[str, int], documents: int) -> dict[str, float]:
    """How telling words are; `holders` says how many of all the `documents` hold each."""
    return {word: math.log((1 + documents) / count) for word, count in holders.items()}


def vector_of(telling: Telling, rarity: Mapping[str, float]) -> Vector:
    """The most telling words of a document, weighted by rarity, of length one.

    `rarity` has each word of it.
    """
    weights = {word: (1 + math.log(count)) * rarity[word] for word, count in telling.words.items()}
    top = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:TELLING_WORDS]
    length = math.sqrt(math.fsum(weight * weight for _, weight in top)) or 1.0
    return {word: weight / length for word, weight in top}


def likeness(left: Vector, right: Vector, days: int | None) -> int:
    """How like two documents are that were published `days` apart, in millionths."""
    shared = left.keys() & right.keys()
    alike = round(ALIKE * math.fsum([left[word] * right[word] for word in shared]))
    if days is None or days <= DAYS_OF_A_STORY or alike >= REPRINT:
        return alike
    return round(alike * SHARE_WHEN_FAR)


def days_between(left: Telling, right: Telling) -> int | None:
    """How many days lie between two documents; None where either has none."""
    if left.day is None or right.day is None:
        return None
    return abs(left.day - right.day)
