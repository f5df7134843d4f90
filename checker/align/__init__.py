"""Claims → clusters: which claims of all sources answer one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.align.options import AlignOptions
from checker.align.story import Story, read_story
from checker.align.weighing import Weighing, weighing_of
from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster

__all__ = ["AlignOptions", "cluster"]

# These are told apart by their own key alone: there is nothing to weigh.
BY_KEY = frozenset({Attribute.NAME, Attribute.PUBLISHED})


def cluster(claims: Sequence[Claim], options: AlignOptions) -> tuple[ClaimCluster, ...]:
    """Put the claims that answer one question together; every claim is in one cluster."""
    # Late: a run in which nothing is new needs no columns of numbers.
    from checker.align.clusters import cluster_alike  # noqa: PLC0415

    story = read_story(claims)
    keyed: dict[Attribute, list[Claim]] = defaultdict(list)
    weighed: dict[Weighing, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_place):
        attribute = claim.question.attribute
        if attribute in BY_KEY:
            keyed[attribute].append(claim)
        else:
            weighed[weighing_of(attribute)].append(claim)
    clusters: list[ClaimCluster] = []
    for attribute, those in keyed.items():
        clusters.extend(_by_key(attribute, those, story))
    for way, those in weighed.items():
        clusters.extend(cluster_alike(way, those, story, options))
    return tuple(sorted(clusters, key=_order))


def _place(claim: Claim) -> tuple[str, int, int, str]:
    span = claim.span
    return span.source, span.start, span.end, claim.id


def _by_key(attribute: Attribute, claims: Iterable[Claim], story: Story) -> Iterable[ClaimCluster]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[story.bearer(claim.question.subject)].append(claim)
    for key, members in sorted(groups.items()):
        yield ClaimCluster(
            key=f"{attribute.value}|{key}",
            attribute=attribute,
            claims=tuple(members),
            likeness=1.0,
            why="same name" if attribute is Attribute.NAME else "same source",
        )


def _order(found: ClaimCluster) -> tuple[str, str, int]:
    first = found.claims[0].span
    return found.key, first.source, first.start
