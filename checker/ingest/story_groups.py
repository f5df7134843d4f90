"""Stories found by content: documents that share rare words report one story.

A false merge compares what has nothing to do with each other, a false split only
misses something: groups merge while their average pair is like enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.ingest.linkage import link
from checker.ingest.story_candidates import candidate_pairs
from checker.ingest.story_likeness import days_between, likeness, rarity_of, vector_of
from checker.ingest.telling import Telling, holders_of

# Set on real news of forty-nine stories, thrown together: no two of them are merged
# from 70,000 on, and 99 of 100 pairs of one story are found up to 80,000.
ENOUGH = 80_000
# A single document has no others to speak for it and asks for more: at this, none of
# those documents joins another story while its own is missing, and 98 of 100 come home.
ENOUGH_TO_JOIN = 100_000
# Documents of a story that a new one is held against, the likest: the hundredth of a
# long story is like those of its week.
MOST_HELD_AGAINST = 6


def group_alike(tellings: Sequence[Telling]) -> dict[str, str]:
    """Document → story, which is called by the id of its first document."""
    ranked = sorted(tellings, key=lambda telling: telling.id)
    alike = likeness_of_pairs(ranked, candidate_pairs(ranked))
    places = link(len(ranked), alike, ENOUGH)
    return {telling.id: ranked[at].id for telling, at in zip(ranked, places, strict=True)}


def likeness_of_pairs(
    tellings: Sequence[Telling], pairs: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """How like the pairs are that are alike at all; `tellings` are all documents."""
    rarity = rarity_of(holders_of(tellings), len(tellings))
    vectors = [vector_of(telling, rarity) for telling in tellings]
    found: dict[tuple[int, int], int] = {}
    for left, right in pairs:
        days = days_between(tellings[left], tellings[right])
        if alike := likeness(vectors[left], vectors[right], days):
            found[left, right] = alike
    return found


def nearest(
    telling: Telling,
    candidates: Iterable[tuple[Telling, str]],
    sizes: Mapping[str, int],
    holders: Mapping[str, int],
    documents: int,
) -> str:
    """The story that a new document is most like; its own id where it is like none.

    `candidates` are the known documents worth comparing, each with its story; `sizes`
    says how many documents a story has, `holders` how many of all `documents`, the new
    one among them, hold each word of these. So an archive feeds it a few rows.
    """
    rarity = rarity_of(holders, documents)
    vector = vector_of(telling, rarity)
    by_story: dict[str, list[int]] = defaultdict(list)
    for other, story in candidates:
        days = days_between(telling, other)
        by_story[story].append(likeness(vector, vector_of(other, rarity), days))
    ranked = sorted((-_likest(alike, sizes[story]), story) for story, alike in by_story.items())
    return ranked[0][1] if ranked and -ranked[0][0] >= ENOUGH_TO_JOIN else telling.id


def _likest(alike: list[int], size: int) -> float:
    """The average of a story's likest; documents that were not compared are not alike."""
    most = min(size, MOST_HELD_AGAINST)
    return sum(sorted(alike)[-most:]) / most
