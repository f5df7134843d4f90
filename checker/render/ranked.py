"""Where a discrepancy is shown in formats that want one place: the new source first."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.discrepancy import Discrepancy, Evidence
from checker.model.report import Report
from checker.model.standing import Suppressed


def places_of(row: Discrepancy, report: Report) -> list[Evidence]:
    """Return the quotations of a discrepancy, the one to be shown first at the head.

    That is the first on a new line or else of a new source; in a run without new ones,
    the first of the version with the fewest behind it, which is the last.
    """
    new = set(report.new_sources)
    versions = [*row.versions[-1:], *row.versions[:-1]]
    places = [evidence for version in versions for evidence in version.evidence]
    return sorted(
        places, key=lambda place: (not _on_new_line(place, report), place.source not in new)
    )


def _on_new_line(place: Evidence, report: Report) -> bool:
    return any(
        each.source == place.source and each.first <= place.line <= each.last
        for each in report.new_lines
    )


def rows_of(report: Report) -> Iterator[tuple[Discrepancy, Suppressed | None]]:
    """Yield all rows, the open ones first, and for the others why they are suppressed."""
    for row in report.discrepancies:
        yield row, None
    for each in report.standing.suppressed:
        yield each.discrepancy, each


def end_of(place: Evidence) -> tuple[int, int]:
    """Return the line and column, from 1, just after a quotation."""
    breaks = place.quote.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(breaks) == 1:
        return place.line, place.column + len(place.quote)
    return place.line + len(breaks) - 1, len(breaks[-1]) + 1


def uri_of(path: str) -> str:
    """Return a path as a relative URI; backslashes are those of another system."""
    # Late: `checker --help` has no use for it.
    from urllib.parse import quote  # noqa: PLC0415

    return quote(path.replace("\\", "/").removeprefix("./"), safe="/~", errors="replace")
