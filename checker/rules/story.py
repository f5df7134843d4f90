"""What rules ask of a story as a whole: its claims of a kind, its dates, its order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from statistics import median_low

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.source import Source
from checker.model.value import Moment


def claims_of(clusters: Iterable[ClaimCluster], *attributes: Attribute) -> Iterator[Claim]:
    """Yield the claims of some attributes, cluster by cluster."""
    for cluster in clusters:
        if cluster.attribute in attributes:
            yield from cluster.claims


def published_day(source: Source) -> date | None:
    """The day on which a source says it was written; "03/04/2019" says none for sure."""
    moment = source.published.moment
    if moment is None or moment.first is None or moment.ambiguous:
        return None
    return moment.first.date()


def story_day(sources: Sequence[Source]) -> date | None:
    """The middle of the sources' own dates: about when the story took place."""
    days = sorted(day for source in sources if (day := published_day(source)) is not None)
    return median_low(days) if days else None


def resolve(moment: Moment, day: date | None) -> Moment:
    """Give a date without a year the year that puts it next to the story's day.

    "Tuesday, 9 March" in an undated source of a story of March 2021.
    """
    if moment.first is not None or day is None or moment.month is None or moment.day is None:
        return moment
    candidates = [
        datetime(year, moment.month, moment.day)
        for year in (day.year - 1, day.year, day.year + 1)
        if _exists(year, moment.month, moment.day)
    ]
    first = min(candidates, key=lambda c: abs((c.date() - day).days), default=None)
    if first is None:
        return moment
    return moment.model_copy(update={"first": first, "last": first + timedelta(days=1)})


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def published_claims(clusters: Iterable[ClaimCluster]) -> dict[str, Claim]:
    """Each source's claim of its own date, by source id."""
    return {claim.source: claim for claim in claims_of(clusters, Attribute.PUBLISHED)}


def is_long_past(claim: Claim) -> bool:
    """Say whether a claim tells of another year: "first docked in 2007" is background."""
    told, now = claim.question.when, claim.as_of
    if told is None or now is None or told.year is None or now.year is None:
        return False
    return now.year - told.year > 1
