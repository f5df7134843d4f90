"""A number of years does not fit the year that it is said to have begun in.

The length is counted from the year that the same source, or another, gives for the
beginning to the time of the story. Only near misses are reported: a length that is
far from the dates belongs to something else.

Conflict:
    after a six-year closure | the closure began in 2014, told in March 2021
Agreement:
    after a seven-year closure | the closure began in 2014, told in March 2021
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Duration, Grain, Hedge, Moment
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of, story_day

YEAR = 365.2425
# Beyond this share of its length a duration is of something else than the dates.
NEAREST_MISS = 0.2
FEWEST_YEARS = 3


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every length in years that nearly fits a year, but not quite."""
    day = story_day(sources)
    if day is None:
        return
    years = [c for c in claims_of(clusters, Attribute.DATE) if _is_beginning(c)]
    for cluster in clusters:
        if cluster.attribute is not Attribute.DURATION:
            continue
        lengths = [c for c in cluster.claims if _is_length(c)]
        missed = [(c, y) for c in lengths for y in years if _misses(c, y, day)]
        fits = [(c, y) for c in lengths for y in years if _fits(c, y, day)]
        wrong = [c for c, _ in missed if not any(c is other for other, _ in fits)]
        if wrong:
            starts = [y for c, y in missed if any(c is other for other in wrong)]
            yield _finding(cluster, wrong, starts, day)


def _is_length(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Duration)
        and value.unit == "year"
        and value.hedge is Hedge.EXACT
        and value.low is not None
        and value.low >= FEWEST_YEARS * YEAR
        and (bool(claim.question.subject) or claim.question.event != "")
    )


def _is_beginning(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Moment)
        and value.grain is Grain.YEAR
        and value.year is not None
        and value.hedge is Hedge.EXACT
    )


def _elapsed(claim: Claim, day: date) -> int:
    value = claim.value
    return day.year - value.year if isinstance(value, Moment) and value.year else 0


def _years(claim: Claim) -> float:
    value = claim.value
    return (value.low or 0.0) / YEAR if isinstance(value, Duration) else 0.0


def _related(length: Claim, year: Claim) -> bool:
    """The two must speak of one thing: the same source, names and words in common."""
    mine, other = length.question, year.question
    names = set(mine.participants) & set(other.participants)
    words = (set(mine.context) & set(other.context)) - names
    return length.source == year.source and bool(names) and bool(words)


def _fits(length: Claim, year: Claim, day: date) -> bool:
    return abs(_elapsed(year, day) - _years(length)) < 1


def _misses(length: Claim, year: Claim, day: date) -> bool:
    apart = abs(_elapsed(year, day) - _years(length))
    return 1 <= apart <= max(1.0, NEAREST_MISS * _years(length)) and _related(length, year)


def _finding(
    cluster: ClaimCluster, lengths: Sequence[Claim], starts: Sequence[Claim], day: date
) -> Finding:
    first = starts[0]
    elapsed = _elapsed(first, day)
    unique = list({claim.id: claim for claim in starts}.values())
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"elapsed|{cluster.key}",
        question=f"Does {lengths[0].words} fit {first.words}?",
        kind=Kind.CONFLICT,
        confidence=0.75,
        explanation=f"{lengths[0].words} ≠ {elapsed} years from {first.words} to {day.year}",
        answers=(answer(lengths), answer(unique, f"since {first.words}")),
    )


RULE = StoryRule(code="T01", name="duration-misses-dates", family="arithmetic", story=check)
