"""A stretch of one source's text."""

from __future__ import annotations

from checker.model.record import Record


class Span(Record):
    """Half-open offsets, in Unicode code points, into `Source.text`."""

    source: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.source == other.source and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether the other lies inside this one."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end
