"""Which pairs of claims are worth comparing: those that share a rare enough key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.align.side import Side
from checker.model.claim import Attribute, Modality

# A key that more claims share than this tells nothing; comparing them all would
# make the cost grow with the square of the story.
MOST_SHARING = 400
# Of the words around an answer, those that more claims share pair nothing.
MOST_NEARBY = 24


def candidate_pairs(sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """Yield index pairs (left < right) of claims that share a key, each pair once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, side in enumerate(sides):
        for key in keys_of(side):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        members = blocks[key]
        if len(members) > (MOST_NEARBY if key.startswith("n:") else MOST_SHARING):
            continue
        for position, left in enumerate(members):
            for right in members[position + 1 :]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right


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
