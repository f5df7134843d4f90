"""Which pairs of claims are worth comparing: those that share a rare enough key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.align.side import Side
from checker.model.claim import Attribute, Modality

# A key that more claims share than this tells nothing; comparing them all would
# make the cost grow with the square of the story.
MOST_SHARING = 400
# Of the words around an answer, those that more claims share pair nothing.
MOST_NEARBY = 24


def candidate_pairs(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Yield index pairs (left < right) of claims of one attribute that share a key.

    Each pair comes once, in the order of its left.
    """
    for places in _by_attribute(sides):
        keys = [keys_of(sides[place]) for place in places]
        blocks: dict[str, list[int]] = defaultdict(list)
        for place, mine in zip(reversed(places), reversed(keys), strict=True):
            for key in mine:
                blocks[key].append(place)
        sharing = {key: block for key, block in blocks.items() if _tells(key, len(block))}
        for left, mine in zip(places, keys, strict=True):
            others: set[int] = set()
            for key in mine & sharing.keys():
                # Blocks begin with their last: whatever is left of one comes after.
                sharing[key].pop()
                others.update(sharing[key])
            for right in sorted(others):
                yield left, right


def _tells(key: str, size: int) -> bool:
    return 1 < size <= (MOST_NEARBY if key.startswith("n:") else MOST_SHARING)


def all_pairs(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Yield all index pairs (left < right) of claims of one attribute."""
    for places in _by_attribute(sides):
        yield from combinations(places, 2)


def _by_attribute(sides: Sequence[Side]) -> list[list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        places[side.attribute.value].append(place)
    return list(places.values())


def keys_of(side: Side) -> set[str]:
    """The keys of one claim: its subject, its event, for figures and times what stands near."""
    action = side.attribute is Attribute.ACTION
    keys = set()
    # What was done is compared with what was done alike; only plans for one thing meet
    # under different verbs ("plans to exchange", "will restore").
    if side.subject and (not action or side.claim.modality is not Modality.DONE):
        keys.add("s:" + ("person" if side.person else side.concept))
    if side.event:
        keys.add("e:" + side.happening)
        keys.update("k:" + kind for kind in side.kinds)
    if side.attribute is Attribute.DURATION:
        keys.add("d:")
    if not action:
        keys.update("n:" + word for word in side.nearby)
    return keys
