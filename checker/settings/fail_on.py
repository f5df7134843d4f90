"""What makes a run fail."""

from __future__ import annotations

from enum import StrEnum

from checker.model.discrepancy import Severity


class FailOn(StrEnum):
    """The least severity that makes the run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    def minds(self, severity: Severity) -> bool:
        """Say whether a discrepancy of this severity makes the run fail."""
        return self is not FailOn.NEVER and severity.rank <= Severity(self.value).rank
