"""A gold sheet, and whether a row of a report shows what it asks for.

Enough to test the demo story where the shared scorer is missing; scores are the
scorer's alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from checker.model.discrepancy import Discrepancy, Severity, Version
from checker.model.report import Report

Place = tuple[str, int, int]


def gold_row(sheet: Path, family: str) -> dict[str, Any]:
    """The first row of a family in a gold sheet."""
    rows = json.loads(sheet.read_text(encoding="utf-8"))["discrepancies"]
    row: dict[str, Any] = next(row for row in rows if row["family"] == family)
    return row


def shown_as_error(report: Report, gold: dict[str, Any]) -> bool:
    """Say whether an error of the report has versions for two answers of a gold row."""
    texts = {PurePath(source.path).stem: source.text for source in report.sources}
    answers = [set(_places(texts, value["evidence"])) for value in gold["values"]]
    errors = [row for row in report.discrepancies if row.severity is Severity.ERROR]
    return any(_meets(row, answers) for row in errors)


def _places(texts: dict[str, str], evidence: list[dict[str, str]]) -> Iterator[Place]:
    for entry in evidence:
        text, quote = texts[entry["source"]], entry["quote"]
        at = text.find(quote)
        assert at >= 0, f"{entry['source']} does not say {quote!r}"
        while at >= 0:
            yield entry["source"], at, at + len(quote)
            at = text.find(quote, at + 1)


def _meets(row: Discrepancy, answers: list[set[Place]]) -> bool:
    stands: set[int] = set()
    for version in row.versions:
        hit = {n for n, places in enumerate(answers) if _overlap(version, places)}
        if len(hit) == 1:
            stands |= hit
    return len(stands) > 1


def _overlap(version: Version, places: set[Place]) -> bool:
    return any(
        PurePath(evidence.path).stem == name and evidence.start < end and start < evidence.end
        for evidence in version.evidence
        for name, start, end in places
    )
