"""The report of one story ↔ its result, which leaves sources and claims where they are."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.claim import Claim
from checker.model.cluster import ClaimCluster
from checker.model.report import Report, RunInfo
from checker.model.result import Grouped, Origin, StoryResult
from checker.model.source import Source


def pack(report: Report) -> StoryResult:
    """Return the result of the report of one story."""
    places = {id(claim): place for place, claim in enumerate(report.claims)}
    return StoryResult(
        origins=tuple(
            Origin(source=each.id, copy_of=each.copy_of, origin=each.origin)
            for each in report.sources
        ),
        clusters=tuple(
            Grouped(
                key=each.key,
                attribute=each.attribute,
                claims=tuple(places[id(claim)] for claim in each.claims),
                likeness=each.likeness,
                why=each.why,
            )
            for each in report.clusters
        ),
        discrepancies=report.discrepancies,
        agreements=report.agreements,
        coverage=report.coverage,
        stories=report.stories,
        namesakes=report.namesakes,
        draft=report.draft,
    )


def unpack(
    result: StoryResult,
    run: RunInfo,
    sources: Sequence[Source],
    claims: Sequence[Claim] | None = None,
) -> Report:
    """Return the report that a result was made of.

    `sources` are the story's as they were read; without their `claims` the report has
    neither claims nor clusters.
    """
    of = {each.source: each for each in result.origins}
    clusters = () if claims is None else tuple(_cluster(each, claims) for each in result.clusters)
    return Report(
        run=run,
        sources=tuple(
            source.model_copy(
                update={"copy_of": of[source.id].copy_of, "origin": of[source.id].origin}
            )
            for source in sources
        ),
        unread=(),
        claims=tuple(claims or ()),
        clusters=clusters,
        discrepancies=result.discrepancies,
        agreements=result.agreements,
        coverage=result.coverage,
        stories=result.stories,
        namesakes=result.namesakes,
        draft=result.draft,
    )


def _cluster(grouped: Grouped, claims: Sequence[Claim]) -> ClaimCluster:
    return ClaimCluster(
        key=grouped.key,
        attribute=grouped.attribute,
        claims=tuple(claims[place] for place in grouped.claims),
        likeness=grouped.likeness,
        why=grouped.why,
    )
