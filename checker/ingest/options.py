"""What may be set of reading."""

from __future__ import annotations

from checker.model.record import Record


class IngestOptions(Record):
    """Options of reading: `max_bytes` is the largest file read, in bytes."""

    max_bytes: int = 25_000_000
