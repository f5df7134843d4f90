"""The two steps that every engine runs: the claims of some sources, the report of one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import align, extract, ingest, review, rules
from checker.model.claim import Claim
from checker.model.report import Report
from checker.model.source import Source
from checker.pipeline.plan import Plan
from checker.rules.question import question_in_words
from checker.settings import Settings
from checker.store import Stored


def extract_batch(sources: Sequence[Source], settings: Settings) -> dict[str, Stored]:
    """Return the claims of each source, by id: what a source claims depends on no other."""
    made = extract.find_claims(sources, settings.extract)
    coverage = {each.source: each for each in made.coverage}
    told: dict[str, list[Claim]] = {source.id: [] for source in sources}
    for claim in made.claims:
        told[claim.source].append(claim)
    return {key: Stored(tuple(claims), coverage.get(key)) for key, claims in told.items()}


def compare_story(sources: Sequence[Source], found: Mapping[str, Stored], plan: Plan) -> Report:
    """Cross-check the sources of one story; `found` has the claims of each, by id."""
    marked = ingest.mark_copies(sources)
    told = [found[source.id] for source in marked]
    claims = tuple(claim for each in told for claim in each.claims)
    clusters = align.cluster(claims, plan.settings.align)
    objections = (finding for rule in plan.rules for finding in rule.check(clusters, marked))
    return review.report(
        run=plan.run,
        sources=marked,
        claims=claims,
        coverage=tuple(each.coverage for each in told if each.coverage),
        clusters=clusters,
        findings=rules.settle(objections),
        ask=question_in_words,
        min_confidence=plan.settings.min_confidence,
        new=plan.asked,
    )
