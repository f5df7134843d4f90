"""Findings → the rows people see: repeats folded into one, the surest first."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model.discrepancy import Finding, Kind

_ORDER = {Kind.CONFLICT: 0, Kind.UPDATE: 1, Kind.IMPRECISION: 2, Kind.WORDING: 3}


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Drop findings that only repeat a surer one, and put the surest first."""
    ranked = sorted(findings, key=_rank)
    kept: list[Finding] = []
    for finding in ranked:
        if not any(_repeats(finding, other) or _retells(finding, other) for other in kept):
            kept.append(finding)
    return tuple(kept)


def _rank(finding: Finding) -> tuple[int, float, str, str, str]:
    loud = 0 if _ORDER[finding.kind] <= 1 else 1
    return loud, -finding.confidence, finding.code, finding.key, finding.explanation


def _retells(finding: Finding, other: Finding) -> bool:
    """Say whether a surer row has the same two figures, whatever it takes them to be of.

    "Over 40 were hurt" and 60, "40 casualties" and "at least 60": one disagreement, told in
    other words. Where both rows ask the same, one figure in common is enough.
    """
    if finding.code != other.code:
        return False
    shared = _figures(finding) & _figures(other)
    return len(shared) > 1 or (finding.key == other.key and bool(shared))


def _figures(finding: Finding) -> set[str]:
    """The answers without their hedges: "60..", "60" and "60 about" are one figure."""
    normals = (answer.normal.partition(" ")[0].rstrip(".") for answer in finding.answers)
    return {normal for normal in normals if any(map(str.isdigit, normal))}


def _repeats(finding: Finding, other: Finding) -> bool:
    """Say whether a row shows nothing that the other does not show already.

    Both must disagree about the same places: each of two answers of the one meets
    another answer of the other.
    """
    met = set()
    for answer in finding.answers:
        for number, known in enumerate(other.answers):
            if any(a.span.overlaps(b.span) for a in answer.claims for b in known.claims):
                met.add((answer.normal, number))
    mine = {normal for normal, _ in met}
    theirs = {number for _, number in met}
    return len(mine) > 1 and len(theirs) > 1
