"""Claims of all sources that answer one question."""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.record import Record


class ClaimCluster(Record):
    """Claims that answer one question; `likeness` is the average of its pairs (0–1).

    `why` says in words what holds its weakest pair together.
    """

    key: str
    attribute: Attribute
    claims: tuple[Claim, ...]
    likeness: float
    why: str = ""
