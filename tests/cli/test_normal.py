"""Normal forms for reading: ISO 8601 at the precision of the words."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.cli.normal import shown_form
from checker.model.value import Clock, Duration, Grain, Moment


def moment(first=None, last=None, grain=Grain.DAY, **written):
    return Moment(text="", first=first, last=last, grain=grain, **written)


def day(*parts):
    return datetime(*parts)


MOMENTS = {
    "2019-09-17": moment(day(2019, 9, 17), day(2019, 9, 18)),
    "2019-09-16/2019-09-18": moment(day(2019, 9, 16), day(2019, 9, 19)),
    "2019-09-17T10:30": moment(
        day(2019, 9, 17, 10, 30), day(2019, 9, 17, 10, 31), grain=Grain.MINUTE
    ),
    "2019-W38": moment(day(2019, 9, 16), day(2019, 9, 23), grain=Grain.WEEK),
    "2021-12": moment(day(2021, 12, 1), day(2022, 1, 1), grain=Grain.MONTH),
    "2021-06/2021-08": moment(day(2021, 6, 1), day(2021, 9, 1), grain=Grain.SEASON),
    "2008": moment(day(2008, 1, 1), day(2009, 1, 1), grain=Grain.YEAR),
    "1990/1999": moment(day(1990, 1, 1), day(2000, 1, 1), grain=Grain.DECADE),
    "2008/..": moment(day(2008, 1, 1), None, grain=Grain.YEAR),
    "../1989": moment(None, day(1990, 1, 1), grain=Grain.YEAR),
    "XXXX-WXX-2": moment(weekday=1),
    "XXXX-09-17": moment(month=9, day=17, weekday=1),
    "XXXX-09": moment(month=9, grain=Grain.MONTH),
}


@pytest.mark.parametrize(("form", "value"), MOMENTS.items(), ids=MOMENTS.keys())
def test_moments(form, value):
    assert shown_form(value) == form


YEAR = 365.2425


@pytest.mark.parametrize(
    ("form", "low", "high", "unit"),
    [
        ("P11Y", 11 * YEAR, 11 * YEAR, "year"),
        ("P10Y..P12Y", 10 * YEAR, 12 * YEAR, "year"),
        ("P2W..", 14, None, "week"),
        ("..P3D", None, 3, "day"),
        ("PT90M", 90 / 1440, 90 / 1440, "minute"),
        ("P1.5Y", 1.5 * YEAR, 1.5 * YEAR, "year"),
        ("P5D", 5, 5, "fortnight"),
    ],
)
def test_durations(form, low, high, unit):
    assert shown_form(Duration(text="", low=low, high=high, unit=unit, grain=1)) == form


def test_clocks():
    assert shown_form(Clock(text="", low=870, high=870)) == "T14:30"
    assert shown_form(Clock(text="", low=840, high=900)) == "T14:00/T15:00"
