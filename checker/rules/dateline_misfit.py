"""A source's own date does not fit what it tells.

"Tuesday", "this week" and "yesterday" count from the source's date. Where other
sources give the same event a date that this reckoning cannot reach, or the source
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
from dataclasses import dataclass, field
from datetime import date, timedelta

from checker.model.claim import Attribute, Claim, Modality
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import RegionKind, Source
from checker.model.value import Grain, Moment, Relation
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of, published_claims, published_day, resolve, story_day
from checker.values.concepts import concept_of
from checker.values.relate import relate

# A source this far from the middle of its story needs an explanation where it tells
# the story's events as of "Sunday" and "this week".
FAR_DAYS = 5
# "on Friday" in a text dated Thursday would be six days back: people write "last Friday".
NEXT_WEEKDAY_DAYS = 6
FEWEST_PARTIES = 2
MOST_REASONS = 3
_REAL = frozenset({Modality.DONE, Modality.ALLEGED})
_DAY_GRAINS = frozenset({Grain.DAY, Grain.DAYPART, Grain.WEEK})
_READ = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a source tells as done, and when it was."""

    claim: Claim
    moment: Moment


@dataclass(slots=True)
class Reasons:
    """Why a source's date does not fit: its own words, and those of others."""

    own: list[Claim] = field(default_factory=list)
    others: list[Claim] = field(default_factory=list)


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every source whose date does not fit its own text."""
    dated = published_claims(clusters)
    middle = story_day(sources)
    told = _told(clusters, middle)
    near = {source.id for source in sources if _keeps_to(source, middle)}
    for source in sources:
        day = published_day(source)
        if day is None or middle is None or source.id not in dated:
            continue
        outlying = abs((day - middle).days) >= FAR_DAYS
        reliable = [other for other in sorted(told) if other != source.id and other in near]
        theirs = [t for other in reliable for t in told[other]]
        mine = told.get(source.id, [])
        reasons = _reasons(mine, theirs, day, _others(source, sources), outlying)
        if reasons.own and outlying:
            reasons.others.extend(_dates_of_others(source, dated, middle))
        if reasons.own:
            yield _finding(source, dated[source.id], reasons)


def _others(source: Source, sources: Sequence[Source]) -> list[date]:
    """The days of the other sources, those of one stamp once."""
    days = {published_day(other) for other in sources if other.id != source.id}
    return sorted(day for day in days if day is not None and day != published_day(source))


def _keeps_to(source: Source, middle: date | None) -> bool:
    """Say whether a source is undated or near the middle of the story."""
    day = published_day(source)
    return day is None or middle is None or abs((day - middle).days) < FAR_DAYS


def _told(clusters: Sequence[ClaimCluster], day: date | None) -> dict[str, list[Told]]:
    """What each source tells as done at a certain time, by source id."""
    told = defaultdict(list)
    for claim in claims_of(clusters, Attribute.DATE):
        value = claim.value
        if isinstance(value, Moment) and claim.modality in _REAL and claim.region in _READ:
            told[claim.source].append(Told(claim, resolve(value, day)))
    return told


def _reasons(
    mine: Sequence[Told],
    theirs: Sequence[Told],
    day: date,
    others: Sequence[date],
    outlying: bool,
) -> Reasons:
    reasons = Reasons()
    for told in mine:
        if _lies_ahead(told.moment, day) or _is_tomorrow(told.moment, day, others):
            reasons.own.append(told.claim)
    for told in mine:
        if told.moment.relative and told.moment.grain in _DAY_GRAINS:
            crossing = [t.claim for t in theirs if _crosses(told, t, day, outlying)]
            crossing.sort(key=_is_relative)
            if crossing:
                reasons.own.append(told.claim)
                reasons.others.extend(crossing[:MOST_REASONS])
    return reasons


def _is_relative(claim: Claim) -> bool:
    return isinstance(claim.value, Moment) and claim.value.relative


def _lies_ahead(moment: Moment, day: date) -> bool:
    """A full date after the source's own, told as done."""
    return (
        not moment.relative
        and moment.year is not None
        and moment.first is not None
        and moment.grain in _DAY_GRAINS
        and moment.first.date() > day + timedelta(days=1)
    )


def _is_tomorrow(moment: Moment, day: date, others: Sequence[date]) -> bool:
    """ "investigators said Monday" in a text dated Sunday, when others wrote on Monday."""
    tomorrow = day + timedelta(days=1)
    return (
        any(tomorrow <= other <= tomorrow + timedelta(days=2) for other in others)
        and moment.relative
        and moment.weekday is not None
        and moment.day is None
        and moment.first is not None
        and (day - moment.first.date()).days == NEXT_WEEKDAY_DAYS
    )


def _crosses(mine: Told, other: Told, day: date, outlying: bool) -> bool:
    """Say whether another source gives the same event a time that this one cannot mean.

    "on Tuesday" before a full date of the same weekday that lay ahead; in a source
    far from the others also "this week" for what they date weeks before.
    """
    if other.moment.first is None or mine.moment.weekday not in {None, other.moment.weekday}:
        return False
    ahead = other.moment.day is not None and mine.moment.weekday is not None
    if ahead and other.moment.first.date() > day:
        return _one_event(mine.claim, other.claim)
    return (
        outlying
        and mine.moment.first is not None
        and abs(mine.moment.first - other.moment.first) >= timedelta(days=FAR_DAYS)
        and relate(mine.moment, other.moment) is Relation.DISJOINT
        and _one_event(mine.claim, other.claim)
    )


def _one_event(left: Claim, right: Claim) -> bool:
    """Two sentences of one event name the same parties and share what happened."""
    mine, other = left.question, right.question
    names = set(mine.participants) & set(other.participants)
    words = {concept_of(w) for w in mine.context} & {concept_of(w) for w in other.context}
    spelled = {part for name in names for part in name.split()}
    happened = mine.event and concept_of(mine.event) == concept_of(other.event)
    shared = len(words - spelled) + bool(happened)
    return (len(names) >= FEWEST_PARTIES and shared >= 1) or (bool(names) and shared >= 3)  # noqa: PLR2004


def _dates_of_others(source: Source, dated: dict[str, Claim], middle: date) -> list[Claim]:
    """The dates of the sources nearest to the middle of the story."""
    near = [c for other, c in sorted(dated.items()) if other != source.id and _near(c, middle)]
    return near[:MOST_REASONS]


def _near(claim: Claim, middle: date) -> bool:
    value = claim.value
    first = value.first if isinstance(value, Moment) else None
    return first is not None and abs((first.date() - middle).days) < FAR_DAYS


def _finding(source: Source, dated: Claim, reasons: Reasons) -> Finding:
    own = list({claim.id: claim for claim in reasons.own}.values())
    others = list({claim.id: claim for claim in reasons.others}.values())
    answers = [answer([dated]), answer(own[:MOST_REASONS], "text")]
    if others:
        answers.append(answer(others[: 2 * MOST_REASONS], "others"))
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"published|{source.id}",
        question=f"When was {source.name} written? Its date does not fit its own text",
        kind=Kind.CONFLICT,
        confidence=0.8,
        explanation=f"dated {dated.words} ≠ “{own[0].words}”, told as done",
        answers=tuple(answers),
    )


RULE = StoryRule(code="D03", name="dateline-misfit", family="dateline", story=check)
