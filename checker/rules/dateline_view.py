"""What a source's date is judged by: its own claims, and what others say and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checker.model.claim import Claim, Modality
from checker.model.source import RegionKind, Source
from checker.model.value import Grain

# A source this far from the middle of its story needs an explanation where it tells
# the story's events as of "Sunday" and "this week".
FAR_DAYS = 5
# "on Friday" in a text dated Thursday would be six days back: people write "last Friday".
NEXT_WEEKDAY_DAYS = 6
REAL = frozenset({Modality.DONE, Modality.ALLEGED})
DAY_GRAINS = frozenset({Grain.DAY, Grain.DAYPART, Grain.WEEK})
READ = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Dated:
    """A source, its day, its claims, and where the others stand: `far` from all of them."""

    source: Source
    day: date
    claims: Sequence[Claim]
    others: Sequence[Claim]
    other_days: Sequence[date]
    days: dict[str, date]
    sources: dict[str, Source]
    far: bool
