"""Builders of days that say themselves when they are: "4 March 2021", "Christmas Day"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from checker.model.value import Grain
from checker.values.calendar_words import (
    FEASTS,
    STEPS,
    day_of,
    month_of,
    weekday_of,
)
from checker.values.dated import Dated
from checker.values.phrases import spaced
from checker.values.stretches import (
    YEARS,
    at,
    closest_year,
    day_stretch,
    make_day,
)

# A match of date_shapes.FIND, the date so far, the base date.
Builder = Callable[["re.Match[str]", Dated, "date | None"], Dated | None]


def _iso(match: re.Match[str], dated: Dated, _base: date | None) -> Dated | None:
    day = make_day(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    if day is None or day.year not in YEARS:
        return None
    dated = replace(dated, year=day.year, month=day.month, day=day.day)
    hours, _, minutes = (match["iso_t"] or "").partition(":")
    if not minutes or int(hours) > 23 or int(minutes) > 59:
        return dated.within(day_stretch(day))
    first = at(day) + timedelta(hours=int(hours), minutes=int(minutes))
    return replace(dated, grain=Grain.MINUTE).within((first, first + timedelta(minutes=1)))


def _numeric(match: re.Match[str], dated: Dated, _base: date | None) -> Dated | None:
    """Dates in figures, "15.02.2016", "03/04/2019": both readings where both are dates."""
    left, right, year = int(match["n_a"]), int(match["n_b"]), int(match["n_y"])
    if len(match["n_y"]) == 2:
        if match["n_s"] != "/":
            return None
        year += 2000 if year < 70 else 1900
    days = sorted(
        {
            made
            for month, day in ((right, left), (left, right))
            if (made := make_day(year, month, day))
        }
    )
    if not days or year not in YEARS:
        return None
    # Dots part days from months everywhere, day first.
    if match["n_s"] == "." and right <= 12:
        days = [made for made in days if made.month == right]
    if len(days) == 2:
        dated = replace(dated, ambiguous=True, year=year)
    else:
        dated = replace(dated, year=year, month=days[0].month, day=days[0].day)
    return dated.within((at(days[0]), day_stretch(days[-1])[1]))


def _day_month(prefix: str) -> Builder:
    def build(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
        month = month_of(match[f"{prefix}_m"])
        day = day_of(match[f"{prefix}_d"] or match[f"{prefix}_o"])
        year = int(match[f"{prefix}_y"]) if match[f"{prefix}_y"] else None
        if make_day(year or 2000, month, day) is None:
            return None
        weekday = weekday_of(match[f"{prefix}_w"]) if match[f"{prefix}_w"] else None
        dated = replace(dated, year=year, month=month, day=day, weekday=weekday)
        pointed = match[f"{prefix}_r"]
        if pointed:
            dated = replace(dated, relative=True)
        if pointed and base:
            dated = replace(dated, year=base.year + STEPS[pointed])
        last = day_of(match[f"{prefix}_d2"]) if match[f"{prefix}_d2"] else day
        return on_day(replace(dated, ranged=last > day), base, max(last, day))

    return build


def on_day(dated: Dated, base: date | None, last: int) -> Dated | None:
    """Resolve a day of a month, or a stretch of days up to `last`."""
    year, month, day = dated.year, dated.month or 1, dated.day or 1
    if year is None:
        year = closest_year(month, day, base) if base else None
    if year is None:
        return dated
    first, end = make_day(year, month, day), make_day(year, month, last)
    if first is None or end is None:
        return None
    return dated.within((at(first), day_stretch(end)[1]))


def _feast(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    month, day = FEASTS[spaced(match["f_f"])]
    year = int(match["f_y"]) if match["f_y"] else None
    return on_day(replace(dated, year=year, month=month, day=day), base, day)


BUILDERS: dict[str, Builder] = {
    "iso": _iso,
    "numeric": _numeric,
    "dmy": _day_month("dmy"),
    "mdy": _day_month("mdy"),
    "feast": _feast,
}
