"""A source's own date does not fit what it tells.

"Tuesday", "this week" and "yesterday" count from the source's date. Where another
source gives the same event a date that this reckoning cannot reach, or the source
tells as done what by its own date lay ahead, its date is not the day of writing:
often the day of a crawl, a move to a new server, or a first version.

Conflict:
    dated 15 September, "met on Tuesday" | the meeting was on Tuesday, 17 September
Agreement:
    dated 18 September, "met on Tuesday" | the meeting was on Tuesday, 17 September
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from checker.model.claim import Attribute, Claim, Modality
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import RegionKind, Source
from checker.model.value import Grain, Moment
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import published_claims, published_day, resolve, story_day
from checker.values.concepts import concept_of

# Sources of one story are written within days; a date this far from all others needs
# an explanation where the text speaks of "Sunday" and "this week".
FAR_DAYS = 5
# "on Friday" in a text dated Thursday would be six days back: people write "last Friday".
NEXT_WEEKDAY_DAYS = 6
FEWEST_PARTIES = 2
Told = tuple[Claim, Moment]
_REAL = frozenset({Modality.DONE, Modality.ALLEGED})
_DAY_GRAINS = frozenset({Grain.DAY, Grain.DAYPART, Grain.WEEK})
_READ = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every source whose date does not fit its own text."""
    dated = published_claims(clusters)
    others = {source.id: _other_days(source, sources) for source in sources}
    told = _told(clusters, story_day(sources))
    for source in sources:
        day = published_day(source)
        if day is None or source.id not in dated:
            continue
        reasons = _reasons(source, day, others[source.id], told)
        if reasons:
            yield _finding(source, dated[source.id], reasons)


def _other_days(source: Source, sources: Sequence[Source]) -> list[date]:
    """The dates of the sources that do not share this one's text."""
    days = [
        day
        for other in sources
        if other.id != source.id and (day := published_day(other)) is not None
    ]
    return sorted(days)


def _told(
    clusters: Sequence[ClaimCluster], day: date | None
) -> dict[str, list[Told]]:
    """What each source tells as done on a certain day, by source id."""
    told = defaultdict(list)
    for cluster in clusters:
        if cluster.attribute is not Attribute.DATE:
            continue
        for claim in cluster.claims:
            value = claim.value
            if isinstance(value, Moment) and claim.modality in _REAL and claim.region in _READ:
                told[claim.source].append((claim, resolve(value, day)))
    return told


def _reasons(
    source: Source,
    day: date,
    others: Sequence[date],
    told: dict[str, list[Told]],
) -> list[Claim]:
    """The claims that the source's date does not fit, own words first."""
    mine = told.get(source.id, [])
    ahead = [claim for claim, moment in mine if _lies_ahead(moment, day)]
    theirs = [row for other, rows in sorted(told.items()) if other != source.id for row in rows]
    crossed = _crossed(mine, theirs, day)
    outlying = _outlying(day, others)
    recent = [c for c, m in mine if m.relative and m.grain in _DAY_GRAINS] if outlying else []
    return [*ahead, *crossed, *recent[:3], *(_next_weekday(mine, day, others))]


def _lies_ahead(moment: Moment, day: date) -> bool:
    """A full date after the source's own, told as done."""
    return (
        not moment.relative
        and moment.year is not None
        and moment.first is not None
        and moment.grain in _DAY_GRAINS
        and moment.first.date() > day + timedelta(days=1)
    )


def _crossed(mine: Sequence[Told], theirs: Sequence[Told], day: date) -> list[Claim]:
    """Own relative dates of events that others date after this source was written."""
    later = [(claim, moment) for claim, moment in theirs if _after(moment, day)]
    found = []
    for claim, moment in mine:
        if not moment.relative or moment.grain not in _DAY_GRAINS:
            continue
        for other, date_of_it in later:
            if date_of_it.weekday == moment.weekday and _one_event(claim, other):
                found.extend([claim, other])
    return found


def _one_event(left: Claim, right: Claim) -> bool:
    """Two sentences of one event name the same parties and share what happened."""
    mine, other = left.question, right.question
    names = set(mine.participants) & set(other.participants)
    words = {concept_of(w) for w in mine.context} & {concept_of(w) for w in other.context}
    spelled = {part for name in names for part in name.split()}
    return len(names) >= FEWEST_PARTIES and bool(words - spelled)


def _after(value: Moment, day: date) -> bool:
    return value.day is not None and value.first is not None and value.first.date() > day


def _outlying(day: date, others: Sequence[date]) -> bool:
    """Say whether a date is far from all the others, which keep together."""
    if len(others) < 2:  # noqa: PLR2004
        return False
    return min(abs((day - other).days) for other in others) >= FAR_DAYS


def _next_weekday(
    mine: Sequence[Told], day: date, others: Sequence[date]
) -> list[Claim]:
    """ "investigators said Monday" in a text dated Sunday, when others wrote on Monday."""
    tomorrow = day + timedelta(days=1)
    if not any(tomorrow <= other <= tomorrow + timedelta(days=2) for other in others):
        return []
    return [
        claim
        for claim, moment in mine
        if moment.relative
        and moment.weekday is not None
        and moment.day is None
        and moment.first is not None
        and (day - moment.first.date()).days == NEXT_WEEKDAY_DAYS
    ]


def _finding(source: Source, dated: Claim, reasons: Sequence[Claim]) -> Finding:
    unique = list({claim.id: claim for claim in reasons}.values())
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"published|{source.id}",
        question=f"When was {source.name} written? Its date does not fit its own text",
        kind=Kind.CONFLICT,
        confidence=0.8,
        explanation=f"dated {dated.words} ≠ “{unique[0].words}”, told as done",
        answers=(answer([dated]), answer(unique[:6], "text")),
    )


RULE = StoryRule(code="D03", name="dateline-misfit", family="dateline", story=check)
