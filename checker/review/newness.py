"""A report narrowed to what new sources take part in."""

from __future__ import annotations

from collections.abc import Collection

from checker.model.discrepancy import Discrepancy
from checker.model.report import Report


def asked_about(report: Report, new: Collection[str]) -> Report:
    """Return the report with the sources `new` named as what the run was asked about."""
    ids = tuple(source.id for source in report.sources if source.id in new)
    return report.model_copy(update={"new_sources": ids})


def involving(report: Report, new: Collection[str]) -> Report:
    """Return the report with only the rows that one of the sources `new` takes part in."""
    standing = report.standing
    suppressed = tuple(each for each in standing.suppressed if _takes_part(each.discrepancy, new))
    return report.model_copy(
        update={
            "discrepancies": tuple(row for row in report.discrepancies if _takes_part(row, new)),
            "standing": standing.model_copy(update={"suppressed": suppressed}),
        }
    )


def _takes_part(row: Discrepancy, new: Collection[str]) -> bool:
    return any(source in new for version in row.versions for source in version.sources)
