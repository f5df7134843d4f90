"""Why a source's own date cannot be the day of writing: what its text says against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from checker.model.claim import Attribute, Claim, Modality
from checker.model.source import Source
from checker.model.value import Moment
from checker.rules.date_marks import copyright_years, post_dates
from checker.rules.dateline_crossing import crossing, dated_later, told_as_past, told_before
from checker.rules.dateline_view import DAY_GRAINS, FAR_DAYS, NEXT_WEEKDAY_DAYS, READ, REAL, Dated
from checker.rules.same_event import is_everyday
from checker.rules.stamp_and_clock import later_clocks
from checker.rules.tense_of_time import looks_ahead, tells_past

# From this hour on, a stamp may be of the day before where the text was written.
EVENING = 20
# A post shown this long after the source's date was not there on the day: zones make one.
POST_DAYS = 2
_AHEAD = frozenset({Modality.FUTURE, Modality.PLANNED, Modality.POSSIBLE})


@dataclass(slots=True)
class Reasons:
    """The words of a source that go against its date, and what others say instead."""

    own: list[Claim] = field(default_factory=list)
    others: list[Claim] = field(default_factory=list)


def reasons_against(dated: Dated) -> Reasons:
    """What the text and the other sources say against a source's date."""
    reasons = Reasons()
    reasons.own.extend(_later_marks(dated))
    reasons.own.extend(later_clocks(dated.source, dated.claims))
    for claim in dated.claims:
        value = claim.value
        if claim.question.attribute is not Attribute.DATE or not isinstance(value, Moment):
            continue
        if claim.region not in READ:
            continue
        against = _against(claim, value, dated)
        if against is not None:
            reasons.own.append(claim)
            reasons.others.extend({c.source: c for c in reversed(against)}.values())
    if dated.far and len(reasons.own) == 1 and is_everyday(reasons.own[0]):
        # "officials said Tuesday" is true of many a Tuesday.
        return Reasons()
    if reasons.own and dated.far:
        reasons.own[:0] = _old_posts(dated)
    return reasons


def _against(claim: Claim, value: Moment, dated: Dated) -> list[Claim] | None:
    """What others say against one time of the text; None where nothing is against it."""
    if claim.modality in _AHEAD:
        ahead = looks_ahead(dated.source, claim)
        return (told_as_past(claim, value, dated) if ahead else []) or None
    if claim.modality not in REAL:
        return None
    if _lies_ahead(value, dated) or _is_tomorrow(value, dated):
        return [] if tells_past(dated.source, claim) else None
    if not _counts_from_date(value) or _beside_a_date(claim, dated):
        return None
    if not dated.far:
        return dated_later(claim, value, dated) or None
    return crossing(claim, value, dated) or told_before(claim, value, dated) or None


def _counts_from_date(moment: Moment) -> bool:
    """Tell "this week", "Sunday", "yesterday" from "Sunday, 4 March" and "some weeks ago"."""
    return (
        moment.relative
        and moment.day is None
        and moment.grain in DAY_GRAINS
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


def _lies_ahead(moment: Moment, dated: Dated) -> bool:
    """A full date after the source's own, told as done, on which or after which others wrote."""
    return (
        not moment.relative
        and moment.year is not None
        and moment.first is not None
        and moment.grain in DAY_GRAINS
        and moment.first.date() > dated.day + timedelta(days=1)
        and any(other >= moment.first.date() for other in dated.other_days)
    )


def _is_tomorrow(moment: Moment, dated: Dated) -> bool:
    """ "investigators said Monday" in a text dated Sunday, when others wrote on Monday."""
    tomorrow = dated.day + timedelta(days=1)
    return (
        not _at_night(dated.source)
        and any(tomorrow <= other <= tomorrow + timedelta(days=2) for other in dated.other_days)
        and moment.relative
        and moment.weekday is not None
        and moment.day is None
        and moment.first is not None
        and (dated.day - moment.first.date()).days == NEXT_WEEKDAY_DAYS
    )


def _at_night(source: Source) -> bool:
    """Late in the evening it is the next day elsewhere."""
    moment = source.published.moment
    return moment is not None and moment.first is not None and moment.first.hour >= EVENING


def _day(claim: Claim) -> date:
    first = claim.value.first if isinstance(claim.value, Moment) else None
    return first.date() if first is not None else date.min


def _year(claim: Claim) -> int:
    return _day(claim).year
