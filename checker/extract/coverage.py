"""What was not understood: sentences and figures for which no claim was made."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.passage import Passage
from checker.model.claim import Attribute, Claim
from checker.model.report import Coverage
from checker.model.source import Source
from checker.model.value import Duration, Quantity

# A name alone says nothing of its sentence.
_SILENT = frozenset({Attribute.NAME})


def measure_coverage(
    source: Source, passages: Sequence[Passage], claims: Sequence[Claim]
) -> Coverage:
    """Count the sentences and figures of a source, and those that gave a claim."""
    spoken = {(c.sentence.start, c.sentence.end) for c in claims if _speaks(c)}
    covered = {(c.span.start) for c in claims if isinstance(c.value, Quantity | Duration)}
    sentences = [p.span_of(s) for p in passages for s in p.doc.sents]
    figures = [
        p.start + r.start
        for p in passages
        for r in p.readings
        if isinstance(r.value, Quantity | Duration)
    ]
    return Coverage(
        source=source.id,
        sentences=len(sentences),
        sentences_with_claims=sum((s.start, s.end) in spoken for s in sentences),
        figures=len(figures),
        figures_with_claims=sum(start in covered for start in figures),
    )


def _speaks(claim: Claim) -> bool:
    return claim.question.attribute not in _SILENT
