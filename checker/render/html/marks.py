"""Which words of a source are marked on the page, and what each mark refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.claim import Attribute
from checker.model.discrepancy import Evidence
from checker.model.report import Report
from checker.render.html.directory import refer
from checker.render.html.ledger import AGREED, BESIDE, agreed_anchor
from checker.render.html.view import Reference

# Every name is a claim too ("How is it spelt?"); marking each would hide the rest.
UNMARKED = frozenset({Attribute.NAME})

CLAIMED = "claimed"


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked code points of a source: `rank` 0 goes before 1 where marks overlap."""

    start: int
    end: int
    rank: int
    tint: str
    reference: Reference | None


def find_marks(report: Report) -> dict[str, list[Mark]]:
    """Return the marks of each source by its id, in the order of its text."""
    marks: dict[str, set[Mark]] = defaultdict(set)
    for source, mark in (*_disputed(report), *_agreed(report), *_claimed(report)):
        marks[source].add(mark)
    return {source: sorted(found, key=_order) for source, found in marks.items()}


def disputed_answers(report: Report) -> dict[str, list[Reference]]:
    """Return the answers that each source gives to disputed questions, each once, in order."""
    found: dict[str, dict[str, Reference]] = defaultdict(dict)
    for source, mark in _disputed(report):
        if mark.reference:
            found[source].setdefault(mark.reference.text, mark.reference)
    return {source: list(told.values()) for source, told in found.items()}


def _order(mark: Mark) -> tuple[int, int, int, str]:
    return mark.start, mark.rank, -mark.end, mark.reference.text if mark.reference else ""


def _disputed(report: Report) -> Iterator[tuple[str, Mark]]:
    for number, discrepancy in enumerate(report.discrepancies, 1):
        for place, version in enumerate(discrepancy.versions):
            reference = refer(number, place, discrepancy)
            for evidence in version.evidence:
                yield evidence.source, _mark(evidence, 0, reference.tint, reference)


def _agreed(report: Report) -> Iterator[tuple[str, Mark]]:
    for number, agreement in enumerate(report.agreements, 1):
        href = "#" + agreed_anchor(number)
        shared = Reference(f"={number}", href, AGREED, f"shared answer {number}")
        for evidence in agreement.evidence:
            yield evidence.source, _mark(evidence, 1, AGREED, shared)
        beside = Reference(f"≈{number}", href, BESIDE, f"beside the shared answer {number}")
        for evidence in agreement.beside:
            yield evidence.source, _mark(evidence, 1, BESIDE, beside)


def _claimed(report: Report) -> Iterator[tuple[str, Mark]]:
    for claim in report.claims:
        if claim.question.attribute not in UNMARKED:
            yield claim.source, Mark(claim.span.start, claim.span.end, 2, CLAIMED, None)


def _mark(evidence: Evidence, rank: int, tint: str, reference: Reference) -> Mark:
    return Mark(evidence.start, evidence.end, rank, tint, reference)
