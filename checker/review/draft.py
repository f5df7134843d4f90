"""The desk's own draft against the sources: backed, contradicted, or without a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.model.claim import Attribute, Claim, Modality
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Discrepancy, Evidence, Version
from checker.model.draft import Draft, DraftClaim, DraftSentence, Footing
from checker.model.source import RegionKind, Source
from checker.model.value import Relation
from checker.review.evidence import place_in
from checker.review.versions import evidence_by_source, independent_origins
from checker.values.relate import relate

# That a name occurs, and when a page was written, is nothing that a draft needs a source for.
UNASKED = frozenset({Attribute.NAME, Attribute.PUBLISHED, Attribute.WRITTEN})
# "will exchange" and "plans to exchange" both look ahead.
AHEAD = frozenset({Modality.AGREED, Modality.PLANNED, Modality.FUTURE})
# A draft out of an editing system may have navigation and teasers around it.
OWN = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})
COMPATIBLE = frozenset({Relation.SAME, Relation.REFINES, Relation.OVERLAP})

Sources = Mapping[str, Source]
Stands = dict[int, list[tuple[Discrepancy, Version]]]


def draft_of(
    sources: Sequence[Source],
    claims: Iterable[Claim],
    clusters: Iterable[ClaimCluster],
    discrepancies: Sequence[Discrepancy],
) -> Draft | None:
    """Say what stands behind each sentence of the draft, if one of the sources is one."""
    draft = next((source for source in sources if source.is_draft), None)
    if draft is None:
        return None
    by_id = {source.id: source for source in sources}
    own = [c for c in claims if c.source == draft.id and _needs_a_source(c)]
    fellows = _fellows(clusters, by_id, draft)
    stands = _stands(discrepancies, draft)
    judged: dict[tuple[int, int], list[DraftClaim]] = defaultdict(list)
    for claim in sorted(own, key=lambda c: (c.span.start, c.span.end, c.id)):
        place = claim.sentence.start, claim.sentence.end
        judged[place].append(_judge(claim, fellows.get(claim.id, ()), stands, by_id))
    sentences = (_sentence(draft, place, told) for place, told in sorted(judged.items()))
    return Draft(source=draft.id, sentences=tuple(sentences))


def _needs_a_source(claim: Claim) -> bool:
    return claim.region in OWN and claim.question.attribute not in UNASKED


def _fellows(
    clusters: Iterable[ClaimCluster], sources: Sources, draft: Source
) -> dict[str, list[Claim]]:
    """For each claim of the draft, what others answer to the same question."""
    fellows: dict[str, list[Claim]] = {}
    for cluster in clusters:
        others = [c for c in cluster.claims if sources[c.source].origin != draft.origin]
        for claim in cluster.claims:
            if claim.source == draft.id:
                fellows[claim.id] = others
    return fellows


def _stands(discrepancies: Iterable[Discrepancy], draft: Source) -> Stands:
    """For each place of the draft, the discrepancies and versions in which it stands."""
    stands: Stands = defaultdict(list)
    for row in discrepancies:
        for version in row.versions:
            for evidence in version.evidence:
                if evidence.source == draft.id:
                    stands[evidence.start].append((row, version))
    return stands


def _judge(claim: Claim, fellows: Sequence[Claim], stands: Stands, sources: Sources) -> DraftClaim:
    """Weigh one claim of the draft."""
    agreeing = [other for other in fellows if _stands_with(claim, other)]
    backing = evidence_by_source(agreeing, sources)
    disputes = stands.get(claim.span.start, [])
    against = tuple(one for row, mine in disputes for one in _against(row, mine, sources))
    independent = independent_origins((each.source for each in backing), sources)
    return DraftClaim(
        words=claim.words,
        start=claim.span.start,
        end=claim.span.end,
        footing=_footing(against, independent),
        independent=independent,
        backing=backing,
        against=against,
        fingerprints=tuple(row.fingerprint for row, _ in disputes),
    )


def _stands_with(claim: Claim, other: Claim) -> bool:
    """Say whether another's answer can stand for the draft's own."""
    if other.negated != claim.negated:
        return False
    ahead = {claim.modality, other.modality} <= AHEAD
    return (ahead or claim.modality is other.modality) and relate(
        claim.value, other.value
    ) in COMPATIBLE


def _against(row: Discrepancy, mine: Version, sources: Sources) -> Iterator[Evidence]:
    """The words of the sources that answer otherwise, one place a source and version."""
    for version in row.versions:
        if version != mine:
            first = {each.source: each for each in reversed(version.evidence)}
            yield from (each for key, each in first.items() if not sources[key].is_draft)


def _footing(against: Sequence[Evidence], independent: int) -> Footing:
    if against:
        return Footing.CONTRADICTED
    return Footing.BACKED if independent else Footing.UNSOURCED


def _sentence(draft: Source, place: tuple[int, int], claims: Sequence[DraftClaim]) -> DraftSentence:
    """Sum up the claims of a sentence."""
    start, end = place
    footings = {claim.footing for claim in claims}
    footing = Footing.PARTLY
    if Footing.CONTRADICTED in footings:
        footing = Footing.CONTRADICTED
    elif len(footings) == 1:
        footing = claims[0].footing
    backed = [claim.independent for claim in claims if claim.independent]
    return DraftSentence(
        text=draft.text[start:end],
        start=start,
        end=end,
        line=place_in(draft.text, start)[0],
        footing=footing,
        independent=min(backed, default=0),
        claims=tuple(claims),
    )
