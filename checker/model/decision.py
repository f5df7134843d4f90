"""What a person decided about a discrepancy."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from checker.model.record import Record


class Ruling(StrEnum):
    """The decisions open to a person."""

    CONFIRMED = "confirmed"
    BOTH_RIGHT = "both-right"
    ATTRIBUTED = "attributed"
    FALSE_ALARM = "false-alarm"
    WONT_FIX = "wont-fix"


class Decision(Record):
    """One line of `claims/decisions.jsonl`; `correct` comes with CONFIRMED."""

    fingerprint: str
    question: str
    verdict: Ruling
    correct: str = ""
    reason: str
    by: str = ""
    on: date | None = None
    expires: date | None = None
