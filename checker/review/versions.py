"""Answers → versions: who gives an answer, in whose words, how many independently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from checker.model.claim import Claim
from checker.model.discrepancy import Answer, Evidence, Finding, Kind, Version
from checker.model.source import RegionKind, Source
from checker.review.evidence import evidence_of

MOST_VERSIONS = 8
MOST_PLACES = 3  # quotations a version and document
# Where several places say the same, the body's words are shown before a teaser's.
REGION_ORDER = (
    RegionKind.BODY,
    RegionKind.TITLE,
    RegionKind.METADATA,
    RegionKind.CAPTION,
    RegionKind.TEASER,
    RegionKind.BOILERPLATE,
)


def versions_of(
    finding: Finding, sources: Mapping[str, Source], new: Set[str] = frozenset()
) -> tuple[Version, ...]:
    """Return the best supported versions, first those with most independent origins.

    `sources` maps ids in the order of the report; the versions of `new` ones are kept
    before others, as they are what is asked about. The versions of an update keep the
    rule's own order, which is that of time.
    """
    versions = [_version(answer, sources) for answer in finding.answers]
    supported = sorted(versions, key=lambda version: (-version.independent, -len(version.sources)))
    asked = sorted(supported, key=lambda version: new.isdisjoint(version.sources))
    kept = [version for version in supported if version in asked[:MOST_VERSIONS]]
    if finding.kind is Kind.UPDATE:
        return tuple(version for version in versions if version in kept)
    return tuple(kept)


def independent_origins(ids: Iterable[str], sources: Mapping[str, Source]) -> int:
    """Count the origins behind sources: a copy adds none, nor does the desk's own draft."""
    return len({sources[each].origin or each for each in ids if not sources[each].is_draft})


def _version(answer: Answer, sources: Mapping[str, Source]) -> Version:
    """Return one version with its quotations."""
    givers = {claim.source for claim in answer.claims}
    ids = tuple(each for each in sources if each in givers)
    return Version(
        value=answer.value,
        normal=answer.normal,
        evidence=evidence_by_source(answer.claims, sources, MOST_PLACES),
        sources=ids,
        independent=independent_origins(ids, sources),
    )


def evidence_by_source(
    claims: Sequence[Claim], sources: Mapping[str, Source], most: int = 1
) -> tuple[Evidence, ...]:
    """Return the quotations of claims, at most so many a source, in the order of the sources."""
    order = {each: place for place, each in enumerate(sources)}
    ranked = sorted(claims, key=lambda claim: (*_prominence(claim), claim.found_by, claim.id))
    shown: dict[tuple[str, int, int], Claim] = {}
    places: Counter[str] = Counter()
    for claim in ranked:
        place = (claim.source, claim.span.start, claim.span.end)
        if place not in shown and places[claim.source] < most:
            shown[place] = claim
            places[claim.source] += 1
    return tuple(
        evidence_of(shown[place], sources[place[0]])
        for place in sorted(shown, key=lambda place: (order[place[0]], place[1:]))
    )


def _prominence(claim: Claim) -> tuple[int, int, int]:
    """Rank a claim among those of its source: the body first, then by place."""
    return REGION_ORDER.index(claim.region), claim.span.start, claim.span.end
