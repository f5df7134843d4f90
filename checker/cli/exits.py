"""What the exit code says."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model.report import Report
    from checker.model.source import Unread
    from checker.settings import Settings


class Exit(IntEnum):
    """The exit codes; TROUBLE goes before DIFFER."""

    CLEAN = 0
    DIFFER = 1
    TROUBLE = 2
    NOTHING_READ = 3
    INTERRUPTED = 130


def exit_of_reading(sources: int, unread: tuple[Unread, ...], *, allow_unread: bool) -> Exit:
    """Return CLEAN where everything was read and there was something to read."""
    if not allow_unread and any(each.fatal for each in unread):
        return Exit.TROUBLE
    return Exit.CLEAN if sources else Exit.NOTHING_READ


def exit_of_report(
    report: Report, settings: Settings, *, read: int, allow_unread: bool, allow_stale: bool = False
) -> Exit:
    """Return the exit code of a whole report, shown or not; `read` documents were read.

    A stale entry of the baseline fails as a discrepancy does: the list is to shrink.
    """
    reading = exit_of_reading(read, report.unread, allow_unread=allow_unread)
    if reading is not Exit.CLEAN:
        return reading
    from checker.settings import FailOn, fail_on_of  # noqa: PLC0415

    failing = any(
        fail_on_of(each, settings.per_path, settings.fail_on).minds(each.severity)
        for each in report.discrepancies
    )
    failing |= bool(report.standing.stale) and not allow_stale and settings.fail_on != FailOn.NEVER
    return Exit.DIFFER if failing else Exit.CLEAN
