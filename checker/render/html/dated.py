"""The dated events of a story: what happened when, according to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Discrepancy
from checker.model.report import Report
from checker.model.source import RegionKind
from checker.model.value import Grain, Moment
from checker.render.words import MONTHS

READ = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Dating:
    """One date for an event: first and last day, the version it is (from 0) or none, claims.

    `bearers` counts the sources that bear it as their own date.
    """

    first: date
    last: date
    version: int | None
    claims: tuple[Claim, ...]
    bearers: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated; `number` is that of the discrepancy, 0 where none is."""

    number: int
    discrepancy: Discrepancy | None
    datings: tuple[Dating, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The ids of all who date it."""
        return frozenset(claim.source for dating in self.datings for claim in dating.claims)


def days_of(moment: Moment | None) -> tuple[date, date] | None:
    """The first and last day of a moment, nothing where either is open or unknown."""
    if moment is None or moment.first is None:
        return None
    first = moment.first.date()
    # "since 1996" has no end, and yet is no first of January.
    open_ended = date(first.year, 12, 31) if moment.grain is Grain.YEAR else first
    last = (moment.last - timedelta(seconds=1)).date() if moment.last else open_ended
    return first, max(first, last)


def find_events(report: Report) -> tuple[Event, ...]:
    """Return what is dated: disputed first, then by the number of sources, then by date."""
    disputed = list(_disputed(report))
    settled = {claim.id for event in disputed for d in event.datings for claim in d.claims}
    told = [event for event in _told(report) if not _claims(event) & settled]
    told.sort(key=lambda event: (-len(event.sources), event.datings[0].first, event.number))
    return (*disputed, *told)


def _claims(event: Event) -> set[str]:
    return {claim.id for dating in event.datings for claim in dating.claims}


def _disputed(report: Report) -> Iterator[Event]:
    """Questions of which two answers are days."""
    dated = _dated_claims(report.claims)
    for number, discrepancy in enumerate(report.discrepancies, 1):
        datings = tuple(_datings_of(discrepancy, dated))
        if len({dating.version for dating in datings}) > 1:
            yield Event(number, discrepancy, datings)


def _dated_claims(claims: Iterable[Claim]) -> dict[tuple[str, int], Claim]:
    """The claims whose answer is a day that is known, by where they stand."""
    return {
        (claim.source, claim.span.start): claim
        for claim in claims
        if isinstance(claim.value, Moment) and days_of(claim.value)
    }


def _datings_of(
    discrepancy: Discrepancy, dated: Mapping[tuple[str, int], Claim]
) -> Iterator[Dating]:
    for place, version in enumerate(discrepancy.versions):
        known = [dated.get((e.source, e.start)) for e in version.evidence]
        yield from _group([claim for claim in known if claim], place)


def _group(claims: Iterable[Claim], version: int | None) -> Iterator[Dating]:
    """Put claims of the same days together, in the order of time."""
    by_days: dict[tuple[date, date], list[Claim]] = defaultdict(list)
    for claim in claims:
        days = days_of(claim.value) if isinstance(claim.value, Moment) else None
        if days:
            by_days[days].append(claim)
    for first, last in sorted(by_days):
        yield Dating(first, last, version, tuple(by_days[first, last]))


def _told(report: Report) -> Iterator[Event]:
    """The dated events of the story's own text, which nobody disputes."""
    for cluster in report.clusters:
        if cluster.attribute is Attribute.DATE:
            read = [claim for claim in cluster.claims if claim.region in READ]
            if datings := tuple(_group(read, None)):
                yield Event(0, None, datings)


def days_in_words(first: date, last: date) -> str:
    """Write days for reading, whole months and years as such: "2 May 2021", "May 2021"."""
    if first == last:
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day > 27:
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{days_in_words(first, first)} to {days_in_words(last, last)}"


def days_in_short(first: date, last: date) -> str:
    """Write where days begin, in a few letters: "2 May 2021", "Sep 2015", "1994"."""
    words = days_in_words(first, last).split(" to ")[0].split()
    return " ".join(word[:3] if word in MONTHS else word for word in words)
