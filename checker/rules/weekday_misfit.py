"""A date is given with a weekday that it did not fall on.

Conflict:
    Monday, 9 March 2021 | that day was a Tuesday
Agreement:
    Tuesday, 9 March 2021 | that day was a Tuesday
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Moment
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of, resolve, story_day

_WEEKDAY = re.compile(r"(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\W+(?P<date>\S.*)", re.I)


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every date that fell on another weekday."""
    day = story_day(sources)
    for claim in claims_of(clusters, Attribute.DATE):
        value = claim.value
        if not isinstance(value, Moment) or value.weekday is None or value.day is None:
            continue
        resolved = resolve(value, day)
        if resolved.first is None or resolved.first.weekday() == value.weekday:
            continue
        parts = _parts(claim)
        if parts is not None:
            fell_on = calendar.day_name[resolved.first.weekday()]
            yield Finding(
                code=RULE.code,
                family=RULE.family,
                key=f"weekday|{resolved.first.date()}",
                question=f"On which day of the week was {resolved.first.date()}?",
                kind=Kind.CONFLICT,
                confidence=0.9,
                explanation=f"{claim.words} ≠ {fell_on}, the weekday of that date",
                answers=(answer([parts[0]]), answer([parts[1]])),
            )


def _parts(claim: Claim) -> tuple[Claim, Claim] | None:
    """The weekday and the date of a claim as two claims, each with its own words."""
    match = _WEEKDAY.match(claim.words)
    if match is None:
        return None
    return _part(claim, match, "weekday"), _part(claim, match, "date")


def _part(claim: Claim, match: re.Match[str], group: str) -> Claim:
    start = claim.span.start + match.start(group)
    end = claim.span.start + match.end(group)
    span = claim.span.model_copy(update={"start": start, "end": end})
    value = claim.value.model_copy(update={"text": match[group]})
    return claim.model_copy(update={"span": span, "words": match[group], "value": value})


RULE = StoryRule(code="D05", name="weekday-misfit", family="date", story=check)
