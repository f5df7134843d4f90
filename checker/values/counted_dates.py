"""Builders of dates counted within a stretch: "the first Friday of July", "the past two weeks"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from checker.model.value import Grain
from checker.values.absolute_dates import Builder, on_day
from checker.values.calendar_words import (
    GRAINS,
    NEAR_DAYS,
    STEPS,
    UNITS,
    day_of,
    month_of,
    weekday_of,
)
from checker.values.dated import Dated
from checker.values.number import parse_number
from checker.values.relative_dates import days_back, half_width, unit_stretch
from checker.values.stretches import (
    Stretch,
    at,
    day_stretch,
    make_day,
    month_stretch,
    month_year,
    nth_week,
    nth_weekday,
    shift_months,
    week_of,
    year_stretch,
)

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
_ON = "on "
_FOR = "for "
# "Friday the 13th" is looked for so many months back and ahead.
_NEAR_MONTHS = (0, -1, 1, -2, 2)


def _nth(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """Weeks and weekdays by number: "the last week of July", "the second Monday of next month"."""
    number = _ORDINALS.get(match["nth_n"]) or int(match["nth_n"][0])
    stretch = _counted_in(match, base)
    relative = match["nth_r"] is not None
    grain = Grain.WEEK if match["nth_k"] else Grain.DAY
    dated = replace(dated, relative=relative, grain=grain)
    if stretch is None:
        return dated
    if match["nth_k"]:
        return dated.within(nth_week(stretch, number))
    day = nth_weekday(stretch, weekday_of(match["nth_w"]), number)
    return dated.within(day_stretch(day)) if day else None


def _counted_in(match: re.Match[str], base: date | None) -> Stretch | None:
    """The month or year in which something is counted."""
    if match["nth_o"]:
        return year_stretch(int(match["nth_o"]))
    if match["nth_m"]:
        month = month_of(match["nth_m"])
        year = int(match["nth_y"]) if match["nth_y"] else base and month_year(month, base)
        return month_stretch(year, month) if year else None
    return unit_stretch(match["nth_u"], base, STEPS[match["nth_r"]]) if base else None


def _day_of_month(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """Days of a month pointed at: "the 20th of next month", "from 4 to 22 this month"."""
    day, last = day_of(match["dom_d"]), day_of(match["dom_d2"] or match["dom_d"])
    dated = replace(dated, day=day, relative=True, ranged=last > day)
    if base is None:
        return dated
    month = shift_months(base.replace(day=1), STEPS[match["dom_r"]])
    return on_day(replace(dated, year=month.year, month=month.month), base, max(day, last))


def _weekday_day(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    """ "Thursday the 21st": the nearest month in which that is so."""
    weekday, number = weekday_of(match["wd_w"]), day_of(match["wd_d"])
    dated = replace(dated, weekday=weekday, day=number, relative=True)
    if base is None:
        return dated
    for months in _NEAR_MONTHS:
        month = shift_months(base.replace(day=1), months)
        day = make_day(month.year, month.month, number)
        if day and day.weekday() == weekday:
            return dated.within(day_stretch(day))
    return dated


def _of_week(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    """ "on Friday next week", "next week on Friday"."""
    weekday = weekday_of(match["ow_d"] or match["iw_d"])
    step = STEPS[match["ow_w"] or match["iw_w"]]
    start = match.start()
    if match["ow_d"] and match.string.endswith(_ON, 0, start):
        start -= len(_ON)
    dated = replace(dated, start=start, weekday=weekday, relative=True)
    if base is None:
        return dated
    return dated.within(day_stretch(week_of(base) + timedelta(days=7 * step + weekday)))


def _off(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """Distances from a day that is named: "two weeks from now", "two days before yesterday"."""
    number = parse_number(match["off_n"]) if match["off_n"] else None
    if match["off_n"] and (number is None or number.low != number.high):
        return None
    unit = UNITS[match["off_u"]]
    dated = replace(dated, grain=GRAINS.get(unit, Grain.DAY), relative=True)
    if base is None:
        return dated
    near = match["off_f"] or match["off_b"]
    start = base + timedelta(days=NEAR_DAYS.get(near, 0))
    back = match["off_w"] == "before"
    day = days_back(start, unit, (number.low if number else 1.0) * (1 if back else -1))
    if day is None:
        return dated
    wide = half_width(unit)
    return dated.within((at(day) - wide, day_stretch(day)[1] + wide))


def _span(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """Stretches up to the day of writing or on from it: "the past two weeks", "next 3 days"."""
    number = parse_number(match["span_n"])
    # "ruled for the past nine years" says how long.
    lasting = match.string.endswith(_FOR, 0, match.start())
    if lasting or number is None or number.low != number.high:
        return None
    unit = UNITS[match["span_u"]]
    dated = replace(dated, grain=GRAINS.get(unit, Grain.DAY), relative=True, ranged=True)
    if base is None:
        return dated
    ahead = STEPS[match["span_w"] or match["span_s"]] > 0
    # What is next begins tomorrow, what is past ended yesterday.
    near = base + timedelta(days=1) if ahead else base
    far = days_back(near, unit, -number.low if ahead else number.low)
    if far is None or far == near:
        return dated
    return dated.within((at(min(near, far)), at(max(near, far))))


def _after_next(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    unit = match["af_u"]
    dated = replace(dated, grain=GRAINS[unit], relative=True)
    return dated.within(unit_stretch(unit, base, 2)) if base else dated


BUILDERS: dict[str, Builder] = {
    "nth": _nth,
    "dom": _day_of_month,
    "wday": _weekday_day,
    "ofweek": _of_week,
    "inweek": _of_week,
    "off": _off,
    "span": _span,
    "after": _after_next,
}
