"""The columns of the checker's sheet, which goes out as CSV and XLSX and comes back."""

from __future__ import annotations

from enum import StrEnum


class Column(StrEnum):
    """The headings, in their order from left to right."""

    NUMBER = "No."
    SEVERITY = "Severity"
    FACT = "Fact"
    VERSIONS = "Versions"
    SOURCES = "Sources"
    STATUS = "Status"
    CORRECT = "Correct answer"
    BY = "By"
    DATE = "Date"
    NOTE = "Note"
    EXPIRES = "Holds until"
    RULE = "Rule"
    FILES = "Files"
    FINGERPRINT = "Fingerprint"
    STORY = "Story"


# What stands under STATUS until somebody has decided.
OPEN = "open"

SHEET = "Discrepancies"
