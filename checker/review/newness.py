"""A report narrowed to what is new: sources, and lines of those that are new in part."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model.discrepancy import Discrepancy, Evidence
from checker.model.report import NewLines, Report
from checker.model.standing import Standing


def only_new(report: Report, lines: Iterable[NewLines] = ()) -> Report:
    """Return the report with only the rows that something new takes part in.

    That is a new source; of a source with new `lines`, a quotation on one of them. Of
    the sources those of stories that were compared are left, none where none is new.
    """
    compared = {each for story in report.stories for each in story.sources}
    marked = report.model_copy(update={"new_lines": tuple(lines)})
    suppressed = tuple(
        each for each in report.standing.suppressed if _takes_part(each.discrepancy, marked)
    )
    # Where nothing is new nothing was compared, and no entry can be called idle.
    standing = report.standing if report.new_sources else Standing()
    return marked.model_copy(
        update={
            "sources": tuple(each for each in report.sources if each.id in compared),
            "discrepancies": tuple(r for r in report.discrepancies if _takes_part(r, marked)),
            "standing": standing.model_copy(update={"suppressed": suppressed}),
        }
    )


def _takes_part(row: Discrepancy, report: Report) -> bool:
    """Say whether something new gives one of the answers."""
    partly = {each.source for each in report.new_lines}
    wholly = set(report.new_sources) - partly
    if any(source in wholly for version in row.versions for source in version.sources):
        return True
    return any(_on_new_line(place, report) for v in row.versions for place in v.evidence)


def _on_new_line(place: Evidence, report: Report) -> bool:
    return any(
        each.source == place.source and each.first <= place.line <= each.last
        for each in report.new_lines
    )
