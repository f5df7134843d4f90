"""What other sources say of an event that a source's own date cannot reach."""

from __future__ import annotations

from datetime import timedelta

from checker.model.claim import Claim
from checker.model.value import Moment, Relation
from checker.rules.dateline_view import DAY_GRAINS, FAR_DAYS, NEXT_WEEKDAY_DAYS, READ, REAL, Dated
from checker.rules.same_event import (
    FEWEST_PARTIES,
    one_event,
    one_passage,
    same_happening,
    shared_names,
)
from checker.rules.tense_of_time import tells_past
from checker.values.relate import relate


def told_as_past(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """ "is to stay shut on Wednesday" in a text dated Saturday: others wrote on Wednesday of it.

    The day that the text looks ahead to is one on which others, dated before the
    source, tell the same thing as past.
    """
    if value.weekday is None or value.day is not None:
        return []
    return [
        other
        for other in dated.others.times()
        if isinstance(other.value, Moment)
        and other.value.first is not None
        and other.modality in REAL
        and other.value.weekday == value.weekday
        and (dated.day - other.value.first.date()).days in range(2, NEXT_WEEKDAY_DAYS)
        and one_passage(claim, other)
        and tells_past(dated.sources[other.source], other)
    ]


def dated_later(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """ "on Tuesday", when others give the event the full date of a Tuesday still to come."""
    return [
        other
        for other in dated.others.times()
        if isinstance(other.value, Moment)
        and other.value.first is not None
        and other.value.day is not None
        and value.weekday is not None
        and value.weekday == other.value.weekday
        and other.value.first.date() > dated.day
        and one_event(claim, other)
    ]


def crossing(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """Times that others give the same event, when none of them can be meant here."""
    alike = [
        other
        for other in dated.others.times()
        if isinstance(other.value, Moment)
        and other.value.first is not None
        and other.value.grain in DAY_GRAINS
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


def told_before(claim: Claim, value: Moment, dated: Dated) -> list[Claim]:
    """What sources dated before "this week" began tell as done, and this one "this week".

    Both name two parties: "the rebels released the hostages" comes true again.
    """
    if value.first is None:
        return []
    begun = value.first.date()
    return [
        other
        for other in dated.others.claims()
        if other.modality in REAL
        and other.region in READ
        and (written := dated.days.get(other.source)) is not None
        and (begun - written).days >= FAR_DAYS
        and same_happening(claim, other)
        and len(shared_names(claim, other)) >= FEWEST_PARTIES
    ]
