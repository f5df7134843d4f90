"""Copies of one text carry different dates.

Two documents whose text is nearly the same were written once; dates that lie two days
and more apart cannot both be the day of writing (a day may be the time zone).

Conflict:
    dated 2019-03-02 | the same text dated 2019-03-06
Agreement:
    dated 2019-03-02 | the same text dated 2019-03-03
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from checker.model.claim import Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import published_claims, published_day

# One day's difference is what time zones and late editions make.
LEAST_DAYS = 2


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every text that stands under dates too far apart."""
    dated = published_claims(clusters)
    for origin, copies in sorted(_copies(sources).items()):
        by_day: dict[date, list[Claim]] = defaultdict(list)
        for source in copies:
            day = published_day(source)
            if day is not None and source.id in dated:
                by_day[day].append(dated[source.id])
        days = sorted(by_day)
        if len(days) > 1 and (days[-1] - days[0]).days >= LEAST_DAYS:
            yield Finding(
                code=RULE.code,
                family=RULE.family,
                key=f"published|{origin}",
                question="When was this text written? Copies of it carry different dates",
                kind=Kind.CONFLICT,
                confidence=0.9,
                explanation=f"one text, dated {days[0]} ≠ {days[-1]}",
                answers=tuple(answer(by_day[day], day.isoformat()) for day in days),
            )


def _copies(sources: Sequence[Source]) -> dict[str, list[Source]]:
    """Documents with one text, by the id of the first; near-copies do not count."""
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        groups[source.copy_of or source.id].append(source)
    return {origin: members for origin, members in groups.items() if len(members) > 1}


RULE = StoryRule(code="D04", name="copies-dated-differently", family="dateline", story=check)
