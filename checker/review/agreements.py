"""Questions on which independent sources give one answer and none gives another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Evidence, Finding
from checker.model.report import Agreement
from checker.model.source import RegionKind, Source
from checker.review.versions import evidence_by_source, independent_origins
from checker.values.normal import normal_form

MOST_AGREEMENTS = 40
FEWEST_ORIGINS = 2
# When a page was published and how a name is spelt are asked of every source;
# that two of them say the same is no news.
UNREMARKABLE = frozenset({Attribute.PUBLISHED, Attribute.WRITTEN, Attribute.NAME})

# That two papers say "opened" of one thing tells less than that they have one figure of it.
LESS_TELLING = frozenset({Attribute.ACTION, Attribute.ROLE})
# "Read more" stands on many a page; who shares it shares no answer.
READ = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})

Ask = Callable[[ClaimCluster], str]


def agreements_of(
    clusters: Iterable[ClaimCluster],
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    ask: Ask,
) -> tuple[Agreement, ...]:
    """Return the answers that independent sources share: figures and times first, then acts.

    Among each the best supported come first. `ask` puts the question of a cluster in
    words, as the rules do.
    """
    disputed = {
        claim.id for found in findings for answer in found.answers for claim in answer.claims
    }
    undisputed = [
        cluster
        for cluster in clusters
        if cluster.attribute not in UNREMARKABLE
        and not any(claim.id in disputed for claim in cluster.claims)
    ]
    ranked: list[tuple[tuple[object, ...], Agreement]] = []
    for cluster in undisputed:
        if shared := _shared_answer(cluster, sources, ask):
            less = cluster.attribute in LESS_TELLING
            support = (-shared.independent, -len(shared.sources))
            ranked.append(((less, *support, shared.question, shared.value), shared))
    ranked.sort(key=lambda each: each[0])
    told = {(each.question, each.value): each for _, each in reversed(ranked)}
    return tuple(reversed(told.values()))[:MOST_AGREEMENTS]


def _shared_answer(
    cluster: ClaimCluster, sources: Mapping[str, Source], ask: Ask
) -> Agreement | None:
    """Return the answer of a cluster that most independent origins give, if two do."""
    by_answer: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in (each for each in cluster.claims if each.region in READ):
        # "will open" and "did not open" are other answers than "opened".
        by_answer[claim.negated, claim.modality, normal_form(claim.value)].append(claim)
    best = max(by_answer.values(), key=lambda same: _support(same, sources), default=[])
    givers = {claim.source for claim in best}
    if (independent := _support(best, sources)) < FEWEST_ORIGINS:
        return None
    return Agreement(
        question=ask(cluster),
        value=best[0].words,
        sources=tuple(each for each in sources if each in givers),
        independent=independent,
        evidence=evidence_by_source(best, sources),
        beside=_beside(cluster, givers, sources),
        story=next((source.story for source in sources.values()), ""),
    )


def _beside(
    cluster: ClaimCluster, givers: Set[str], sources: Mapping[str, Source]
) -> tuple[Evidence, ...]:
    """Return the words of those who give another answer, one place a source."""
    others = [c for c in cluster.claims if c.source not in givers and c.region in READ]
    return evidence_by_source(others, sources)


def _support(claims: Sequence[Claim], sources: Mapping[str, Source]) -> int:
    """Count the independent origins of claims."""
    return independent_origins((claim.source for claim in claims), sources)
