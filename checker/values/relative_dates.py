"""Builders of dates that lean on the day of writing: "yesterday", "last week", "Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from checker.model.value import Grain
from checker.values.absolute_dates import Builder
from checker.values.calendar_words import (
    DAYPARTS,
    GRAINS,
    NEAR_DAYS,
    SEASONS,
    STEPS,
    UNITS,
    month_of,
    weekday_of,
)
from checker.values.dated import Dated
from checker.values.number import parse_number
from checker.values.phrases import spaced
from checker.values.stretches import (
    Stretch,
    at,
    day_stretch,
    month_stretch,
    recent_weekday,
    shift_months,
    week_of,
    year_stretch,
)

# What lies farther back has no place in the calendar of `datetime`.
_EARLIEST = 10
_HALF_WIDTH = {"week": 3, "fortnight": 4, "month": 15, "year": 183, "decade": 1826}


def _ago(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """Distances back, "three days ago", "several years ago": as sure as the unit is long."""
    number = parse_number(match["ago_n"]) if match["ago_n"] else None
    if match["ago_n"] and number is None:
        return None
    unit = UNITS[match["ago_u"]]
    dated = replace(dated, grain=GRAINS.get(unit, Grain.DAY), relative=True)
    if base is None:
        return dated
    low, high = (number.low, number.high) if number else (1.0, 1.0)
    near, far = days_back(base, unit, low), days_back(base, unit, high)
    if near is None or far is None:
        return dated
    if far.year <= _EARLIEST:
        return dated
    wide = half_width(unit)
    return dated.within((at(far) - wide, day_stretch(near)[1] + wide))


def half_width(unit: str) -> timedelta:
    """How far about its middle a distance in a unit reaches: "a month ago" is no day."""
    return timedelta(days=_HALF_WIDTH.get(unit, 0))


def days_back(base: date, unit: str, number: float) -> date | None:
    """The day a number of units before the base."""
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months:
            return shift_months(base, -round(months * number))
        return base - timedelta(days=(days or 0) * number)
    except (OverflowError, ValueError):
        return None


def on_part(dated: Dated, day: date, part: str | None) -> Dated:
    """A day, or a part of it."""
    if not part:
        return dated.within(day_stretch(day))
    first, last = DAYPARTS[part]
    stretch = at(day) + timedelta(hours=first), at(day) + timedelta(hours=last)
    return replace(dated, grain=Grain.DAYPART).within(stretch)


def _near(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    word = spaced(match["near_w"])
    part = "night" if word == "tonight" else match["near_p"]
    dated = replace(dated, relative=True, grain=Grain.DAYPART if part else Grain.DAY)
    return on_part(dated, base + timedelta(days=NEAR_DAYS[word]), part) if base else dated


def _this(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    dated = replace(dated, relative=True, grain=Grain.DAYPART)
    if base is None:
        return dated
    if match["this_n"]:
        return on_part(dated, base - timedelta(days=1), "night")
    return on_part(dated, base, match["this_p"])


def _next(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """Stretches and days pointed at: "last week", "next March", "earlier this month"."""
    # "earlier in the week" is this week.
    step = STEPS.get(match["rel_w"], 0)
    dated = replace(dated, relative=True)
    if match["rel_d"]:
        return _next_weekday(match, dated, base, step)
    if match["rel_m"]:
        month = month_of(match["rel_m"])
        dated = replace(dated, grain=Grain.MONTH, month=month)
        return dated.within(month_stretch(_year_of(month, base, step), month) if base else None)
    if match["rel_s"]:
        month = SEASONS[match["rel_s"]]
        dated = replace(dated, grain=Grain.SEASON)
        return dated.within(month_stretch(_year_of(month, base, step), month, 3) if base else None)
    unit = match["rel_u"]
    dated = replace(dated, grain=GRAINS[unit])
    if base is None:
        return dated
    back = days_back(base, unit, 1.0) if match["rel_w"] == "past" else None
    # "over the past year" ends today, "last year" ended in December.
    first, last = (at(back), day_stretch(base)[1]) if back else unit_stretch(unit, base, step)
    if match["rel_e"] == "earlier":
        last = max(at(base), day_stretch(first.date())[1])
    elif match["rel_e"] == "later":
        first = max(first, at(base))
    return dated.within((first, last))


def _next_weekday(match: re.Match[str], dated: Dated, base: date | None, step: int) -> Dated:
    weekday = weekday_of(match["rel_d"])
    part = match["rel_p"]
    dated = replace(dated, weekday=weekday, grain=Grain.DAYPART if part else Grain.DAY)
    if base is None:
        return dated
    if step < 0:
        day = recent_weekday(weekday, base - timedelta(days=1))
    else:
        day = recent_weekday(weekday, base + timedelta(days=6 + step))
    return on_part(dated, day, part)


def _year_of(month: int, base: date, step: int) -> int:
    """The year of "last March", "this March", "next March"."""
    if step < 0:
        return base.year if month < base.month else base.year - 1
    if step > 0:
        return base.year if month > base.month else base.year + 1
    return base.year


def unit_stretch(unit: str, base: date, step: int) -> Stretch:
    """A whole week, weekend, month, year, decade or century, `step` of them on from the base's."""
    if unit in {"week", "weekend"}:
        monday = week_of(base) + timedelta(days=7 * step)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return at(first), at(monday + timedelta(days=7))
    if unit == "month":
        first = shift_months(base.replace(day=1), step)
        return month_stretch(first.year, first.month)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    start = base.year - base.year % years + step * years
    return year_stretch(start, years)


def _bare_weekday(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    weekday, part = weekday_of(match["w_d"]), match["w_p"]
    grain = Grain.DAYPART if part else Grain.DAY
    dated = replace(dated, weekday=weekday, relative=True, grain=grain)
    return on_part(dated, recent_weekday(weekday, base), part) if base else dated


BUILDERS: dict[str, Builder] = {
    "ago": _ago,
    "near": _near,
    "this": _this,
    "next": _next,
    "weekday": _bare_weekday,
}
