"""The report as GitLab Code Quality, which wants a fingerprint of its own for each entry."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from checker.model.discrepancy import Discrepancy, Severity
from checker.model.report import Report
from checker.render.inert import shorten
from checker.render.ranked import end_of, places_of
from checker.render.sentence import sentence_of

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
LONGEST_DESCRIPTION = 1000


def render_gitlab(report: Report) -> bytes:
    """Write the report as a JSON list without a mark of byte order; the suppressed are left out."""
    seen: Counter[str] = Counter()
    entries = [_entry(row, report, seen) for row in report.discrepancies]
    return (json.dumps(entries, ensure_ascii=True, indent=2) + "\n").encode()


def _entry(row: Discrepancy, report: Report, seen: Counter[str]) -> dict[str, Any]:
    place = places_of(row, report)[0]
    # The format wants a line; of a PDF or an archive there is but the file.
    line, end_line = (place.line, end_of(place)[0]) if place.in_file else (1, 1)
    # The name of the rule is shown nowhere else.
    described = f"{row.code} {row.rule}: {sentence_of(row, report)}"
    return {
        "description": shorten(described, LONGEST_DESCRIPTION),
        "check_name": row.code,
        "fingerprint": _unique(f"{row.story}|{row.fingerprint}", seen),
        "severity": SEVERITIES[row.severity],
        "location": {
            "path": place.path.removeprefix("./"),
            "lines": {"begin": line, "end": end_line},
        },
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """Tell apart the rare rows that share a fingerprint, in their order."""
    seen[fingerprint] += 1
    number = seen[fingerprint]
    told = fingerprint if number == 1 else f"{fingerprint}|{number}"
    return hashlib.sha256(told.encode()).hexdigest()
