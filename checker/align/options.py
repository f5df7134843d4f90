"""What may be set of alignment."""

from __future__ import annotations

from checker.model.record import Record


class AlignOptions(Record):
    """Options of alignment: `threshold` is the least likeness (0–1) within a cluster."""

    threshold: float = 0.5
