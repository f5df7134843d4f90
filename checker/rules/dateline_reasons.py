"""Why a source's own date cannot be the day of writing: what its text says against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from checker.model.claim import Attribute, Claim, Modality
from checker.model.source import RegionKind, Source
from checker.model.value import Grain, Moment, Relation
from checker.rules.date_marks import copyright_years, post_dates
from checker.rules.same_event import (
    FEWEST_PARTIES,
    one_event,
    one_passage,
    same_happening,
    shared_names,
)
from checker.rules.stamp_and_clock import later_clocks
from checker.values.relate import relate

# A source this far from the middle of its story needs an explanation where it tells
# the story's events as of "Sunday" and "this week".
FAR_DAYS = 5
# "on Friday" in a text dated Thursday would be six days back: people write "last Friday".
NEXT_WEEKDAY_DAYS = 6
# A post shown this long after the source's date was not there on the day: zones make one.
POST_DAYS = 2
_REAL = frozenset({Modality.DONE, Modality.ALLEGED})
_AHEAD = frozenset({Modality.FUTURE, Modality.PLANNED, Modality.POSSIBLE})
_DAY_GRAINS = frozenset({Grain.DAY, Grain.DAYPART, Grain.WEEK})
_READ = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})


@dataclass(slots=True)
class Reasons:
    """The words of a source that go against its date, and what others say instead."""

    own: list[Claim] = field(default_factory=list)
    others: list[Claim] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dated:
    """A source, its day, its claims, and where the others stand: `far` from all of them."""

    source: Source
    day: date
    claims: Sequence[Claim]
    others: Sequence[Claim]
    other_days: Sequence[date]
    days: dict[str, date]
    far: bool


def reasons_against(dated: Dated) -> Reasons:
    """What the text and the other sources say against a source's date."""
    reasons = Reasons()
    reasons.own.extend(_later_marks(dated))
    reasons.own.extend(later_clocks(dated.source, dated.claims))
    for claim in dated.claims:
        value = claim.value
        if claim.question.attribute is not Attribute.DATE or not isinstance(value, Moment):
            continue
        if claim.region not in _READ:
            continue
        against = _against(claim, value, dated)
        if against is not None:
            reasons.own.append(claim)
            reasons.others.extend({c.source: c for c in reversed(against)}.values())
    if reasons.own and dated.far:
        reasons.own[:0] = _old_posts(dated)
    return reasons


def _against(claim: Claim, value: Moment, dated: Dated) -> list[Claim] | None:
    """What others say against one time of the text; None where nothing is against it."""
    if claim.modality in _AHEAD:
        return _told_as_past(claim, value, dated) or None
    if claim.modality not in _REAL:
        return None
    if _lies_ahead(value, dated.day) or _is_tomorrow(value, dated):
        return []
    if not _counts_from_date(value) or _beside_a_date(claim, dated):
        return None
    if not dated.far:
        return _dated_later(claim, value, dated) or None
    return _crossing(claim, value, dated) or _told_before(claim, value, dated) or None


def _counts_from_date(moment: Moment) -> bool:
    """Tell "this week", "Sunday", "yesterday" from "Sunday, 4 March" and "some weeks ago"."""
    return (
        moment.relative
        and moment.day is None
        and moment.grain in _DAY_GRAINS
        and not moment.text.lower().endswith("ago")
    )


def _beside_a_date(claim: Claim, dated: Dated) -> bool:
    """ "In this Friday, 5 March 2021, file photo" leans on the date that follows."""
    return any(
        0 < other.span.start - claim.span.end <= len(", ")
        for other in dated.claims
        if other.question.attribute is Attribute.DATE
    )


def _later_marks(dated: Dated) -> list[Claim]:
    """A copyright year and a shared post that are younger than the source's date."""
    years = [c for c in copyright_years(dated.source) if _year(c) == dated.day.year + 1]
    latest = dated.day + timedelta(days=POST_DAYS)
    return years + [c for c in post_dates(dated.source) if _day(c) >= latest]


def _old_posts(dated: Dated) -> list[Claim]:
    """Shared posts of the time when the others wrote, in a source dated long after."""
    return [
        c
        for c in post_dates(dated.source)
        if dated.day - _day(c) >= timedelta(days=FAR_DAYS)
        and any(abs((_day(c) - other).days) < FAR_DAYS for other in dated.other_days)
    ]


def _lies_ahead(moment: Moment, day: date) -> bool:
    """A full date after the source's own, told as done."""
    return (
        not moment.relative
        and moment.year is not None
        and moment.first is not None
        and moment.grain in _DAY_GRAINS
        and moment.first.date() > day + timedelta(days=1)
    )


def _is_tomorrow(moment: Moment, dated: Dated) -> bool:
    """ "investigators said Monday" in a text dated Sunday, when others wrote on Monday."""
    tomorrow = dated.day + timedelta(days=1)
    return (
        any(tomorrow <= other <= tomorrow + timedelta(days=2) for other in dated.other_days)
        and moment.relative
        and moment.weekday is not None
        and moment.day is None
        and moment.first is not None
        and (dated.day - moment.first.date()).days == NEXT_WEEKDAY_DAYS
    )


def _told_as_past(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """ "is to stay shut on Wednesday" in a text dated Saturday: others wrote on Wednesday of it.

    The day that the text looks ahead to is one on which others, dated before the
    source, tell the same thing as past.
    """
    if value.weekday is None or value.day is not None:
        return []
    return [
        other
        for other in _times(dated.others)
        if isinstance(other.value, Moment)
        and other.value.first is not None
        and other.modality in _REAL
        and other.value.weekday == value.weekday
        and (dated.day - other.value.first.date()).days in range(2, NEXT_WEEKDAY_DAYS)
        and one_passage(claim, other)
    ]


def _dated_later(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """ "on Tuesday", when others give the event the full date of a Tuesday still to come."""
    return [
        other
        for other in _times(dated.others)
        if isinstance(other.value, Moment)
        and other.value.first is not None
        and other.value.day is not None
        and value.weekday is not None
        and value.weekday == other.value.weekday
        and other.value.first.date() > dated.day
        and one_event(claim, other)
    ]


def _crossing(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """Times that others give the same event, when none of them can be meant here."""
    alike = [
        other
        for other in _times(dated.others)
        if isinstance(other.value, Moment)
        and other.value.first is not None
        and other.value.grain in _DAY_GRAINS
        and value.weekday in {None, other.value.weekday}
        and one_event(claim, other)
    ]
    apart = [o for o in alike if relate(value, o.value) is Relation.DISJOINT and _far(value, o)]
    if len(apart) < len(alike):
        return []
    return sorted(apart, key=lambda c: isinstance(c.value, Moment) and c.value.relative)


def _far(value: Moment, other: Claim) -> bool:
    theirs = other.value.first if isinstance(other.value, Moment) else None
    return (
        value.first is not None
        and theirs is not None
        and abs(value.first - theirs) >= timedelta(days=FAR_DAYS)
    )


def _told_before(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """What sources dated before "this week" began tell as done, and this one "this week".

    Both name two parties: "the rebels released the hostages" comes true again.
    """
    if value.first is None:
        return []
    begun = value.first.date()
    return [
        other
        for other in dated.others
        if other.modality in _REAL
        and other.region in _READ
        and (written := dated.days.get(other.source)) is not None
        and (begun - written).days >= FAR_DAYS
        and same_happening(claim, other)
        and len(shared_names(claim, other)) >= FEWEST_PARTIES
    ]


def _times(claims: Iterable[Claim]) -> list[Claim]:
    return [c for c in claims if c.question.attribute is Attribute.DATE and c.region in _READ]


def _day(claim: Claim) -> date:
    first = claim.value.first if isinstance(claim.value, Moment) else None
    return first.date() if first is not None else date.min


def _year(claim: Claim) -> int:
    return _day(claim).year
