"""The report as Reviewdog Diagnostic Format (rdjson)."""

from __future__ import annotations

import json
from typing import Any

from checker.model.discrepancy import Discrepancy, Evidence, Severity
from checker.model.report import Report
from checker.render.inert import shorten, to_line
from checker.render.ranked import places_of
from checker.render.sentence import sentence_of

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
LONGEST_QUOTE = 200


def render_rdjson(report: Report) -> bytes:
    """Write the report as rdjson; what is suppressed is left out."""
    content = {
        "source": {"name": report.run.tool},
        "diagnostics": [_diagnostic(row, report) for row in report.discrepancies],
    }
    return (json.dumps(content, ensure_ascii=True, indent=2) + "\n").encode()


def _diagnostic(row: Discrepancy, report: Report) -> dict[str, Any]:
    first, *others = places_of(row, report)
    return {
        "message": f"{sentence_of(row, report)} ({row.fingerprint})",
        "location": _location(first, report),
        "severity": SEVERITIES[row.severity],
        "code": {"value": row.code},
        "related_locations": [
            {
                "message": shorten(to_line(f"“{each.quote}”"), LONGEST_QUOTE),
                "location": _location(each, report),
            }
            for each in others
        ],
    }


def _location(place: Evidence, report: Report) -> dict[str, Any]:
    if not place.in_file:
        return {"path": place.path}
    text = next((s.text for s in report.sources if s.id == place.source), None)
    return {
        "path": place.path,
        "range": {
            "start": _position(text, place, place.start),
            "end": _position(text, place, place.end),
        },
    }


def _position(text: str | None, place: Evidence, offset: int) -> dict[str, int]:
    """A line and a column, from 1; columns of this format are bytes in UTF-8."""
    if text is None:
        return {"line": place.line}
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line = before.rpartition("\n")[2]
    return {
        "line": before.count("\n") + 1,
        "column": len(line.encode("utf-8", errors="replace")) + 1,
    }
