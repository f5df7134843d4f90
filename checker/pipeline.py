"""The run from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker import align, extract, ingest, review, rules
from checker.model.claim import Claim
from checker.model.report import Report
from checker.rules.question import question_in_words
from checker.settings import Settings, choose_rules

DEFAULTS = Settings()


def check(paths: Sequence[Path | str], settings: Settings = DEFAULTS) -> Report:
    """Cross-check the documents at `paths`, files or folders.

    The report holds every severity; what could not be read stands in `unread`.
    Raises MissingInput for a path that does not exist.
    """
    sources, unread = ingest.read_all([Path(path) for path in paths], settings.ingest)
    chosen = choose_rules(rules.load_rules(), settings.select, settings.ignore)
    extraction = extract.find_claims(sources, settings.extract)
    clusters = align.cluster(extraction.claims, settings.align)
    found = rules.settle(finding for rule in chosen for finding in rule.check(clusters, sources))
    run = review.run_info(extraction.language_model, chosen, settings.in_words(), settings.today)
    return review.report(
        run=run,
        sources=sources,
        unread=unread,
        claims=extraction.claims,
        coverage=extraction.coverage,
        clusters=clusters,
        findings=found,
        ask=question_in_words,
        min_confidence=settings.min_confidence,
    )


def extract_claims(paths: Sequence[Path | str], settings: Settings = DEFAULTS) -> tuple[Claim, ...]:
    """Return the claims of those documents at `paths` that can be read."""
    sources, _ = ingest.read_all([Path(path) for path in paths], settings.ingest)
    return extract.find_claims(sources, settings.extract).claims
