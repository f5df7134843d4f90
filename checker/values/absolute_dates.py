"""Builders of dates that say themselves when they are: "4 March 2021", "in 2008"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from checker.model.value import Grain
from checker.values.calendar_words import FEASTS, SEASONS, month_of, weekday_of
from checker.values.dated import Dated
from checker.values.stretches import (
    YEARS,
    at,
    closest_year,
    day_stretch,
    make_day,
    month_stretch,
    month_year,
    year_stretch,
)

# How many units a word goes on.
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1}

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
        month, day = month_of(match[f"{prefix}_m"]), int(match[f"{prefix}_d"])
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
        last = int(match[f"{prefix}_d2"] or day)
        return _on_day(dated, base, max(last, day))

    return build


def _on_day(dated: Dated, base: date | None, last: int) -> Dated | None:
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


def _month_of_year(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year, month = int(match["my_y"]), month_of(match["my_m"])
    dated = replace(dated, grain=Grain.MONTH, year=year, month=month)
    return dated.within(month_stretch(year, month))


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _quarter(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["q_y"])
    number = int(match["q_n"]) if match["q_n"] else _QUARTERS[match["q_w"]]
    stretch = month_stretch(year, number * 3 - 2, 3)
    return replace(dated, grain=Grain.QUARTER, year=year).within(stretch)


def _feast(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    month, day = FEASTS[" ".join(match["f_f"].split())]
    year = int(match["f_y"]) if match["f_y"] else None
    return _on_day(replace(dated, year=year, month=month, day=day), base, day)


def _season(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["s_y"])
    stretch = month_stretch(year, SEASONS[match["s_s"]], 3)
    return replace(dated, grain=Grain.SEASON, year=year).within(stretch)


def _decade(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    return replace(dated, grain=Grain.DECADE).within(year_stretch(int(match["dec"]), 10))


def _bare_month(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    month = month_of(match["m_m"])
    dated = replace(dated, grain=Grain.MONTH, month=month)
    return dated.within(month_stretch(month_year(month, base), month) if base else None)


def _bare_year(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["y_y"])
    return replace(dated, grain=Grain.YEAR, year=year).within(year_stretch(year))


BUILDERS: dict[str, Builder] = {
    "iso": _iso,
    "numeric": _numeric,
    "dmy": _day_month("dmy"),
    "mdy": _day_month("mdy"),
    "my": _month_of_year,
    "quarter": _quarter,
    "feast": _feast,
    "season": _season,
    "decade": _decade,
    "month": _bare_month,
    "year": _bare_year,
}
