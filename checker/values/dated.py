"""One date as words write it: where it stands, what is written, what it resolves to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from checker.model.value import Grain
from checker.values.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Dated:
    """One date: where it stands, its bounds where resolved, and what is written."""

    start: int
    end: int
    grain: Grain
    first: datetime | None = None
    last: datetime | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: bool = False
    ambiguous: bool = False
    ranged: bool = False

    def within(self, stretch: Stretch | None) -> Dated:
        """The date with its bounds."""
        if stretch is None:
            return self
        return replace(self, first=stretch[0], last=stretch[1])
