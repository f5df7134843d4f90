"""Builders of stretches of the calendar: "March 2021", "Q3 2018", "the 1990s", "in 2008"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from checker.model.value import Grain
from checker.values.absolute_dates import Builder
from checker.values.calendar_words import DECADE_WORDS, SEASONS, STEPS, day_of, month_of
from checker.values.dated import Dated
from checker.values.stretches import month_stretch, month_year, year_stretch


def _month_of_year(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    month = month_of(match["my_m"])
    dated = replace(dated, grain=Grain.MONTH, month=month)
    if match["my_y"]:
        year = int(match["my_y"])
        return replace(dated, year=year).within(month_stretch(year, month))
    dated = replace(dated, relative=True)
    return dated.within(month_stretch(base.year + STEPS[match["my_r"]], month) if base else None)


_PARTS_OF_YEAR = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter(match: re.Match[str], dated: Dated, base: date | None) -> Dated | None:
    """Quarters and halves: "Q3", "the third quarter of 2018", "the first half of last year"."""
    written = match["q_y"] or match["q_y2"] or ""
    number, count = _part_of_year(match)
    # "H2" alone is hydrogen.
    if number > count or (match["q_h"] and not written):
        return None
    months = 12 // count
    said = int(written) if written.isdigit() else None
    dated = replace(dated, grain=Grain.QUARTER, year=said, relative=said is None)
    first = (number - 1) * months + 1
    if said:
        return dated.within(month_stretch(said, first, months))
    if base is None:
        return dated
    # "in Q3" is said of the last that began.
    ahead = not written and first > base.month
    step = STEPS[written.split()[0]] if written else 0
    year = base.year + step - ahead
    return dated.within(month_stretch(year, first, months))


def _part_of_year(match: re.Match[str]) -> tuple[int, int]:
    """Which part, and of how many: the third of four quarters."""
    half = match["q_h"] or (match["q_w"] and not match["q_q"])
    count = 2 if half else 4
    written = match["q_n"] or match["q_h"]
    return int(written) if written else _PARTS_OF_YEAR.get(match["q_w"], count), count


def _season(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["s_y"])
    stretch = month_stretch(year, SEASONS[match["s_s"]], 3)
    return replace(dated, grain=Grain.SEASON, year=year).within(stretch)


def _decade(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    """Decades: "the 1990s", "the '60s", "the seventies"; the last of its name where cut short."""
    dated = replace(dated, grain=Grain.DECADE)
    if match["dec"]:
        return dated.within(year_stretch(int(match["dec"]), 10))
    tens = match["dec_2"] or match["dec_3"]
    year = int(tens) if tens else DECADE_WORDS[match["dec_w"]]
    century = (base.year if base else 2000) // 100 * 100
    start = century + year
    # "the twenties" of 2018 are those of a century ago.
    if start > (base.year if base else 2000):
        start -= 100
    return dated.within(year_stretch(start, 10))


def _century(match: re.Match[str], dated: Dated, _base: date | None) -> Dated | None:
    number = day_of(match["cen"])
    if not 11 <= number <= 30:
        return None
    return replace(dated, grain=Grain.CENTURY).within(year_stretch(number * 100 - 100, 100))


def _bare_month(match: re.Match[str], dated: Dated, base: date | None) -> Dated:
    month = month_of(match["m_m"])
    dated = replace(dated, grain=Grain.MONTH, month=month)
    return dated.within(month_stretch(month_year(month, base), month) if base else None)


def _bare_year(match: re.Match[str], dated: Dated, _base: date | None) -> Dated:
    year = int(match["y_y"])
    return replace(dated, grain=Grain.YEAR, year=year).within(year_stretch(year))


BUILDERS: dict[str, Builder] = {
    "my": _month_of_year,
    "quarter": _quarter,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "month": _bare_month,
    "year": _bare_year,
}
