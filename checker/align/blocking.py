"""Which pairs of claims are worth comparing: those that share a rare enough key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.align.story import Story
from checker.model.claim import Attribute, Claim, Modality
from checker.values.acts import kinds_of
from checker.values.concepts import concept_of, is_person

# A key that more claims share than this tells nothing; comparing them all would
# make the cost grow with the square of the story.
MOST_SHARING = 400


def candidate_pairs(claims: Sequence[Claim], story: Story) -> Iterator[tuple[int, int]]:
    """Yield index pairs (left < right) of claims that share a key, each pair once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in keys_of(claim, story):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        members = blocks[key]
        if len(members) > MOST_SHARING:
            continue
        for position, left in enumerate(members):
            for right in members[position + 1 :]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right


def keys_of(claim: Claim, story: Story) -> set[str]:
    """The keys of one claim: its subject, its event, its bearer."""
    question = claim.question
    keys = set()
    # What was done is compared with what was done alike; only plans for one thing meet
    # under different verbs ("plans to exchange", "will restore").
    if question.subject and (
        question.attribute is not Attribute.ACTION or claim.modality is not Modality.DONE
    ):
        subject = story.bearer(question.subject)
        keys.add("s:" + ("person" if is_person(subject) else concept_of(subject)))
    if question.event:
        keys.add("e:" + concept_of(question.event))
        keys.update("k:" + kind for kind in kinds_of(question.event))
    if question.attribute is Attribute.DURATION:
        keys.add("d:")
    return keys
