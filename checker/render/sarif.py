"""The report as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
import re
from typing import Any

from checker.model.discrepancy import Discrepancy, Evidence, Severity
from checker.model.report import Report, RuleInfo
from checker.model.standing import Suppressed
from checker.render.inert import shorten, to_line
from checker.render.ranked import end_of, places_of, rows_of, uri_of
from checker.render.sentence import names_of, sentence_of
from checker.render.words import confidence_word, suppression_words

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# GitHub cuts what is longer.
LONGEST_DESCRIPTION = 1024
LONGEST_TEXT = 1200
LONGEST_QUOTE = 200
# What has a meaning in a SARIF message, which embeds links as [text](1).
ACTIVE = re.compile(r"[\\\[\]]")


def render_sarif(report: Report) -> bytes:
    """Write the report as SARIF, one run, in UTF-8."""
    rows = list(rows_of(report))
    suppressing = any(suppressed for _, suppressed in rows)
    codes = [rule.code for rule in report.run.rules]
    run = {
        "tool": {"driver": _driver(report)},
        "columnKind": "unicodeCodePoints",
        "results": [_result(row, why, report, codes, suppressing) for row, why in rows],
        "invocations": [_invocation(report)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    # Escaped throughout: a viewer's terminal meets no direction marks.
    return (json.dumps(log, ensure_ascii=True, indent=2) + "\n").encode()


def _driver(report: Report) -> dict[str, Any]:
    return {
        "name": report.run.tool,
        "semanticVersion": report.run.version,
        "rules": [_rule(rule, report) for rule in report.run.rules],
    }


def _rule(rule: RuleInfo, report: Report) -> dict[str, Any]:
    """Describe a rule; its precision is that of what it found here, as it sees it."""
    text = to_line(rule.explanation or rule.summary)
    found = [row.confidence for row, _ in rows_of(report) if row.code == rule.code]
    sure = confidence_word(sum(found) / len(found) if found else 0.5)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": _stopped(shorten(to_line(rule.summary), LONGEST_TEXT))},
        "fullDescription": {"text": shorten(text, LONGEST_DESCRIPTION)},
        "help": {"text": rule.explanation.strip() or text, "markdown": _markdown(rule)},
        "defaultConfiguration": {"level": _loudest(rule, report)},
        "properties": {
            "precision": sure,
            "problem.severity": _problem(_loudest(rule, report)),
            "tags": [rule.family],
        },
    }


def _loudest(rule: RuleInfo, report: Report) -> str:
    """The level of the gravest that a rule found; "warning" where it found nothing."""
    levels = [row.severity for row, _ in rows_of(report) if row.code == rule.code]
    return min(levels, key=lambda level: level.rank, default=Severity.WARNING).value


def _problem(level: str) -> str:
    """GitHub's word for a level."""
    return {"note": "recommendation"}.get(level, level)


def _markdown(rule: RuleInfo) -> str:
    """The documentation of a rule, its examples as code."""
    return (
        "\n".join(
            f"    {line.strip()}" if line.startswith(" ") else line
            for line in rule.explanation.strip().splitlines()
        )
        or rule.summary
    )


def _result(
    row: Discrepancy,
    suppressed: Suppressed | None,
    report: Report,
    codes: list[str],
    suppressing: bool,
) -> dict[str, Any]:
    first, *others = places_of(row, report)
    result: dict[str, Any] = {
        "ruleId": row.code,
        "level": row.severity.value,
        "kind": "fail",
        "message": {"text": _message(row, others, report)},
        "locations": [{"physicalLocation": _place(first)}],
        "relatedLocations": [
            {
                "id": number,
                "physicalLocation": _place(each),
                "message": {"text": _plain(f"“{_quote(each)}”")},
            }
            for number, each in enumerate(others, 1)
        ],
        # A paragraph is one long line: a hash of the line, GitHub's own way, would collide.
        "partialFingerprints": {"primaryLocationLineHash": row.fingerprint},
        "properties": {
            "kind": row.kind.value,
            "confidence": row.confidence,
            "question": to_line(row.question),
            "story": row.story,
        },
    }
    if row.code in codes:
        result["ruleIndex"] = codes.index(row.code)
    if suppressing:
        # On all results or on none, as the standard has it.
        result["suppressions"] = [_suppression(suppressed)] if suppressed else []
    return result


def _message(row: Discrepancy, others: list[Evidence], report: Report) -> str:
    """Say who answers what, why it is shown, and link the other places."""
    why = shorten(to_line(row.explanation), LONGEST_TEXT)
    names = names_of(report)
    links = "; ".join(
        f"[{_plain(f'{names.get(each.source, each.source)}, {_where(each)}')}]({number})"
        for number, each in enumerate(others, 1)
    )
    also = f" Also at {links}." if links else ""
    return f"{_plain(sentence_of(row, report))} {_plain(_stopped(why))}{also}"


def _where(place: Evidence) -> str:
    return place.place or f"line {place.line}"


def _suppression(suppressed: Suppressed) -> dict[str, Any]:
    return {"kind": "external", "justification": to_line(suppression_words(suppressed))}


def _place(place: Evidence) -> dict[str, Any]:
    """Point at a quotation by lines and columns and by code points."""
    if not place.in_file:
        # Lines of the text that was read out of a PDF are none of the file's.
        return {"artifactLocation": {"uri": uri_of(place.path)}}
    end_line, end_column = end_of(place)
    return {
        "artifactLocation": {"uri": uri_of(place.path)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": place.start,
            "charLength": place.end - place.start,
            "snippet": {"text": place.quote},
        },
    }


def _invocation(report: Report) -> dict[str, Any]:
    """Say whether every document was read."""
    return {
        "executionSuccessful": not any(each.fatal for each in report.unread),
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": to_line(f"{each.path}: {each.reason}; {each.remedy}")},
                "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": uri_of(each.path)}}}
                ],
            }
            for each in report.unread
        ],
    }


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _quote(place: Evidence) -> str:
    return shorten(to_line(place.quote), LONGEST_QUOTE)


def _plain(text: str) -> str:
    """Make text stand for itself in a message: brackets would begin a link."""
    return ACTIVE.sub(lambda match: f"\\{match.group()}", to_line(text))
