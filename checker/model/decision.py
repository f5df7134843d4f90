"""What a person decided about a discrepancy."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import field_validator, model_validator

from checker.model.record import Record


class Ruling(StrEnum):
    """The decisions open to a person."""

    CONFIRMED = "confirmed"
    BOTH_RIGHT = "both-right"
    ATTRIBUTED = "attributed"
    FALSE_ALARM = "false-alarm"
    WONT_FIX = "wont-fix"


class Decision(Record):
    """One line of `claims/decisions.jsonl`.

    `correct`, the right answer in words, comes with CONFIRMED and with nothing
    else; it is a fact that later sources are held against. It holds up to and
    including the day `expires`. `story` is the id of the story; without one it holds
    in all. `code` is the rule's, and `sources` are the paths of the documents that
    took part when it was decided.
    """

    fingerprint: str
    question: str
    verdict: Ruling
    correct: str = ""
    reason: str
    by: str = ""
    on: date | None = None
    expires: date | None = None
    story: str = ""
    code: str = ""
    sources: tuple[str, ...] = ()

    @field_validator("fingerprint", "reason")
    @classmethod
    def _says_something(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("must not be empty")
        return value

    @model_validator(mode="after")
    def _correct_goes_with_confirmed(self) -> Self:
        if bool(self.correct.strip()) is not (self.verdict is Ruling.CONFIRMED):
            raise ValueError(
                f'"correct" goes with the verdict {Ruling.CONFIRMED}, and only with it'
            )
        return self

    def holds_on(self, day: date | None) -> bool:
        """Say whether it still holds on a day; one without a day holds for good."""
        return self.expires is None or day is None or day <= self.expires
