"""What may be set of alignment."""

from __future__ import annotations

from checker.model.record import Record


class AlignOptions(Record):
    """Options of alignment: `threshold` is the least likeness (0–1) within a cluster.

    `exhaustive` compares every claim with every other of its attribute, not only those that
    share a key: slow, for measuring what the keys lose.
    """

    threshold: float = 0.5
    exhaustive: bool = False
