"""The run from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from checker import align, extract, ingest, review, rules
from checker.extract import Extraction
from checker.model.claim import Claim
from checker.model.report import Report, RunInfo
from checker.model.source import Source
from checker.rules.question import question_in_words
from checker.settings import Settings, choose_rules

DEFAULTS = Settings()


def check(paths: Sequence[Path | str], settings: Settings = DEFAULTS) -> Report:
    """Cross-check the documents at `paths`, files or folders.

    Documents of different stories are not compared; the report holds all stories, one
    after the other, and every severity. What could not be read stands in `unread`.
    Raises MissingInput for a path that does not exist.
    """
    sources, unread = ingest.read_all([Path(path) for path in paths], settings.ingest)
    chosen = choose_rules(rules.load_rules(), settings.select, settings.ignore)
    extraction = extract.find_claims(sources, settings.extract)
    run = review.run_info(extraction.language_model, chosen, settings.in_words(), settings.today)
    stories = [
        _check_story(tuple(told), extraction, chosen, run, settings)
        for _, told in groupby(sources, key=lambda source: source.story)
    ]
    return review.join(run, stories, unread)


def _check_story(
    sources: tuple[Source, ...],
    extraction: Extraction,
    chosen: Sequence[rules.Rule],
    run: RunInfo,
    settings: Settings,
) -> Report:
    """Cross-check the sources of one story."""
    ids = {source.id for source in sources}
    claims = tuple(claim for claim in extraction.claims if claim.source in ids)
    clusters = align.cluster(claims, settings.align)
    found = rules.settle(finding for rule in chosen for finding in rule.check(clusters, sources))
    return review.report(
        run=run,
        sources=sources,
        claims=claims,
        coverage=tuple(each for each in extraction.coverage if each.source in ids),
        clusters=clusters,
        findings=found,
        ask=question_in_words,
        min_confidence=settings.min_confidence,
    )


def extract_claims(paths: Sequence[Path | str], settings: Settings = DEFAULTS) -> tuple[Claim, ...]:
    """Return the claims of those documents at `paths` that can be read."""
    sources, _ = ingest.read_all([Path(path) for path in paths], settings.ingest)
    return extract.find_claims(sources, settings.extract).claims
