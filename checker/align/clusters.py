"""Pairs of like claims → clusters, by complete linkage softened by the average.

Two groups merge where no pair of theirs is unlike and the average pair is like: a
false split costs one missed row, a false merge costs the reader's trust.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.blocking import candidate_pairs
from checker.align.likeness import Likeness, Pair, weigh
from checker.align.side import read_sides
from checker.align.story import Story
from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster

# Share of the threshold that the weakest pair of a cluster must reach: one odd
# sentence of a source must not keep the others apart.
FLOOR = 0.6


def cluster_alike(
    attribute: Attribute, claims: Sequence[Claim], story: Story, threshold: float
) -> list[ClaimCluster]:
    """Group the claims of one attribute; every claim is in exactly one cluster."""
    sides = read_sides(claims, story)
    scores = weigh(candidate_pairs(sides), sides, story, threshold * FLOOR)
    groups = _link(len(claims), scores, threshold)
    return [_cluster(attribute, claims, group, scores) for group in groups]


def _link(size: int, scores: dict[Pair, Likeness], threshold: float) -> list[list[int]]:
    """Merge the likest groups first, as long as all of their pairs are like enough."""
    group_of = list(range(size))
    members = {index: [index] for index in range(size)}
    for left, right in sorted(scores, key=lambda pair: (-scores[pair].score, pair)):
        if scores[left, right].score < threshold:
            break
        a, b = group_of[left], group_of[right]
        if a != b and _all_like(members[a], members[b], scores, threshold):
            members[a].extend(members[b])
            for index in members.pop(b):
                group_of[index] = a
    return [sorted(group) for group in members.values()]


def _all_like(
    left: Sequence[int], right: Sequence[int], scores: dict[Pair, Likeness], threshold: float
) -> bool:
    """Every pair must be like to some degree, and all of them like on the average."""
    found = [scores.get((min(a, b), max(a, b))) for a in left for b in right]
    likely = [pair.score for pair in found if pair is not None]
    return len(likely) == len(found) and sum(likely) >= threshold * len(likely)


def _cluster(
    attribute: Attribute,
    claims: Sequence[Claim],
    group: Sequence[int],
    scores: dict[Pair, Likeness],
) -> ClaimCluster:
    pairs = [scores[a, b] for i, a in enumerate(group) for b in group[i + 1 :]]
    weakest = min(pairs, key=lambda likely: likely.score, default=None)
    chosen = tuple(claims[index] for index in group)
    average = sum(pair.score for pair in pairs) / len(pairs) if pairs else 1.0
    return ClaimCluster(
        key=cluster_key(chosen),
        attribute=attribute,
        claims=chosen,
        likeness=round(average, 4),
        why=weakest.why if weakest else "",
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
