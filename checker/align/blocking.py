"""Which pairs of claims are worth comparing: those that share a rare enough key."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from checker.align.side import Side
from checker.model.claim import Attribute, Modality

# A key that more claims share than this tells too little by itself: comparing them all
# would make the cost grow with the square of the story. No story of the corpora has one.
MOST_SHARING = 100
# Of the words around an answer, and of those that something is told of, those that more
# claims share pair nothing. Without the second kind, 17 of 788 pairs of sentences that all
# pairs would have put together, and rightly so, were not compared; with it, 6 are not, and
# a fifth more pairs are compared.
MOST_NEARBY = 24
SELDOM = "n:"


def candidate_pairs(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Yield index pairs (left < right) of claims of one attribute that share a key.

    Each pair comes once, in the order of its left.
    """
    for places in _by_attribute(sides):
        keys = _telling([keys_of(sides[place]) for place in places])
        blocks: dict[str, list[int]] = defaultdict(list)
        for place, mine in zip(reversed(places), reversed(keys), strict=True):
            for key in mine:
                blocks[key].append(place)
        for left, mine in zip(places, keys, strict=True):
            others: set[int] = set()
            for key in mine:
                # Blocks begin with their last: whatever is left of one comes after.
                blocks[key].pop()
                others.update(blocks[key])
            for right in sorted(others):
                yield left, right


def _telling(keys: Sequence[set[str]]) -> list[set[str]]:
    """Those keys of each claim that some others share, but not too many.

    A key that too many share is joined with another such: of five hundred tolls, those
    with "hospital" beside them meet.
    """
    sizes = Counter(chain.from_iterable(keys))
    telling = _neither_alone_nor_common(sizes)
    common = {key for key, size in sizes.items() if size > _most(key)}
    if all(key.startswith(SELDOM) for key in common):
        return [mine & telling for mine in keys]
    joined = [set(_joined(sorted(mine & common))) for mine in keys]
    telling_too = _neither_alone_nor_common(Counter(chain.from_iterable(joined)))
    return [
        (mine & telling) | (more & telling_too) for mine, more in zip(keys, joined, strict=True)
    ]


def _neither_alone_nor_common(sizes: Mapping[str, int]) -> set[str]:
    return {key for key, size in sizes.items() if size > 1 and size <= _most(key)}


def _joined(keys: Sequence[str]) -> Iterator[str]:
    """Two common keys in one, of which one at least is no word that merely stands near."""
    for left, right in combinations(keys, 2):
        if not right.startswith(SELDOM):
            yield f"{left}&{right}"
        elif not left.startswith(SELDOM):
            yield f"{right}&{left}"


def _most(key: str) -> int:
    return MOST_NEARBY if key.startswith(SELDOM) else MOST_SHARING


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
    # What was done is compared with what was done alike, and with whatever else was done by
    # somebody of whom little is told; only plans for one thing meet under different verbs
    # all over the story ("plans to exchange", "will restore").
    if side.subject and (not action or side.claim.modality is not Modality.DONE):
        keys.add("s:" + ("person" if side.person else side.concept))
    if side.subject and action:
        keys.add(SELDOM + side.concept)
    if side.event:
        keys.add("e:" + side.happening)
        keys.update("k:" + kind for kind in side.kinds)
    if side.attribute is Attribute.DURATION:
        keys.add("d:")
    if not action:
        keys.update(SELDOM + word for word in side.nearby)
    return keys
