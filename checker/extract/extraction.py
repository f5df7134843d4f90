"""What extraction hands on."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.claim import Claim
from checker.model.report import Coverage


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of all sources, what was not understood, and by which model it was read."""

    claims: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]
    language_model: str
