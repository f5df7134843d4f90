"""Claims of one way of weighing → clusters; every claim is in exactly one."""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.blocking import all_pairs, candidate_pairs
from checker.align.likeness import reasons, weigh
from checker.align.links import link
from checker.align.options import AlignOptions
from checker.align.pairs import Sides
from checker.align.side import read_sides
from checker.align.story import Story
from checker.align.weighing import Weighing
from checker.model.claim import Claim
from checker.model.cluster import ClaimCluster

# Share of the threshold that the weakest pair of a cluster must reach: one odd
# sentence of a source must not keep the others apart.
FLOOR = 0.6


def cluster_alike(
    way: Weighing, claims: Sequence[Claim], story: Story, options: AlignOptions
) -> list[ClaimCluster]:
    """Group claims that are weighed in one way; only those of one attribute come together."""
    sides = Sides(read_sides(claims, story), story)
    pairs = all_pairs(sides.each) if options.exhaustive else candidate_pairs(sides.each)
    scores = weigh(pairs, sides, way, options.threshold * FLOOR)
    groups = list(link(scores, len(claims), options.threshold))
    whys = reasons((group.weakest for group in groups), sides, way)
    alone = set(range(len(claims))).difference(*(group.members for group in groups))
    found = {place: _cluster((claims[place],), 1.0, "") for place in alone}
    for group, why in zip(groups, whys, strict=True):
        chosen = tuple(claims[place] for place in group.members)
        found[group.seed] = _cluster(chosen, round(group.average, 4), ", ".join(why))
    return [found[place] for place in sorted(found)]


def _cluster(claims: tuple[Claim, ...], likeness: float, why: str) -> ClaimCluster:
    # Made of what is known to be sound: checking a million claims again takes minutes.
    return ClaimCluster.model_construct(
        key=cluster_key(claims),
        attribute=claims[0].question.attribute,
        claims=claims,
        likeness=likeness,
        why=why,
    )


def cluster_key(claims: Sequence[Claim]) -> str:
    """Name the question in normal form: attribute, commonest subject and event."""
    questions = [claim.question for claim in claims]
    subject = _commonest([q.subject for q in questions])
    event = _commonest([q.event for q in questions])
    return f"{questions[0].attribute.value}|{subject}|{event}"


def _commonest(words: Sequence[str]) -> str:
    present = [word for word in words if word]
    return min(present, key=lambda word: (-present.count(word), word), default="")
