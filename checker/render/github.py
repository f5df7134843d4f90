"""The report as annotations of a GitHub workflow, a command a line."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.discrepancy import Evidence, Severity
from checker.model.report import Report
from checker.render.inert import shorten, to_line
from checker.render.ranked import end_of, places_of, rows_of
from checker.render.sentence import sentence_of, title_of

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
LONGEST_MESSAGE = 2000


def render_github(report: Report) -> bytes:
    """Write the report as workflow commands in UTF-8; what is suppressed is left out."""
    return "".join(f"{line}\n" for line in _lines(report)).encode("utf-8", errors="replace")


def _lines(report: Report) -> Iterator[str]:
    for row, suppressed in rows_of(report):
        if suppressed is None:
            place = places_of(row, report)[0]
            properties = {"title": title_of(row), **_where(place)}
            message = f"{sentence_of(row, report)} Why: {row.explanation} ({row.fingerprint})"
            yield command(COMMANDS[row.severity], properties, message)
    for unread in report.unread:
        told = {"title": "Not read", "file": unread.path}
        yield command("error", told, f"{unread.reason}; {unread.remedy}")


def _where(place: Evidence) -> dict[str, str]:
    """Point at a quotation; columns have a meaning on one line only."""
    if not place.in_file:
        return {"file": place.path}
    end_line, end_column = end_of(place)
    where = {"file": place.path, "line": str(place.line), "endLine": str(end_line)}
    if end_line == place.line:
        where |= {"col": str(place.column), "endColumn": str(end_column)}
    return where


def command(name: str, properties: dict[str, str], message: str) -> str:
    """Write a workflow command; nothing within it can end it or begin another."""
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(shorten(to_line(message), LONGEST_MESSAGE))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(to_line(text)).replace(":", "%3A").replace(",", "%2C")
