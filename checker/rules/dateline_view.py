"""What a source's date is judged by: its own claims, and what others say and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from checker.model.claim import Attribute, Claim, Modality
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


Told = Mapping[str, Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Others:
    """What the other sources of a time tell: `near` are the ids of all, `mine` of the one's own.

    Their times are at hand; all that they tell is put in order when it is first asked for.
    """

    near: Sequence[str]
    mine: Set[str]
    dates: Told
    told: Callable[[], Told]

    def times(self) -> Iterator[Claim]:
        """Yield the times that others give."""
        for claim in self._of(self.dates):
            if claim.question.attribute is Attribute.DATE and claim.region in READ:
                yield claim

    def claims(self) -> Iterator[Claim]:
        """Yield all that others tell."""
        return self._of(self.told())

    def _of(self, told: Told) -> Iterator[Claim]:
        for source in self.near:
            if source not in self.mine:
                yield from told.get(source, ())


@dataclass(frozen=True, slots=True)
class Dated:
    """A source, its day, its times, and where the others stand: `far` from all of them."""

    source: Source
    day: date
    claims: Sequence[Claim]
    others: Others
    other_days: Sequence[date]
    days: dict[str, date]
    sources: dict[str, Source]
    far: bool
