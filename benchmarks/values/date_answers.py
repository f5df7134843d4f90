"""What readings and cases answer to "which day" and "which stretch of days".

A day without a year has a past and a future resolution; any one counts. A range "from 3
to 8 May" ends in the cases where its last unit starts, here where that ends: both ends
are put down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, TypeGuard

from benchmarks.values.answer import Answer, bare_answer, sides
from checker.model.value import Grain, Hedge, Moment, Value
from checker.values.calendar_words import SEASONS
from checker.values.reading import Reading

# "two years ago" is put as wide as its unit; the day in its middle is what the words say.
DISTANCE = re.compile(r"\sago$|\s(?:from|after|before)\s(?:now|today|tomorrow|yesterday)$")


def _is_day(value: Moment) -> bool:
    return value.grain in {Grain.DAY, Grain.MINUTE} and value.hedge is Hedge.EXACT


def _is_distance(value: Value) -> TypeGuard[Moment]:
    return (
        isinstance(value, Moment)
        and value.relative
        and value.grain in {Grain.WEEK, Grain.MONTH, Grain.YEAR}
        and DISTANCE.search(value.text.lower()) is not None
    )


def found_days(_text: str, reading: Reading) -> Iterator[Answer]:
    """Days, and distances that are as wide as their unit."""
    value = reading.value
    if _is_distance(value) and value.first and value.last:
        yield bare_answer(reading, _day(value.first + (value.last - value.first) / 2))
        return
    if isinstance(value, Moment) and _is_day(value) and value.first and value.last:
        last = value.last - timedelta(minutes=1)
        days = {value.first.date(), last.date()}
        if len(days) == 1 or value.ambiguous:
            yield bare_answer(reading, *(day.isoformat() for day in days))


def expected_days(resolution: dict[str, Any]) -> set[object]:
    """The days of both resolutions."""
    return {day for side in sides(resolution) if (day := side.get("date"))}


def found_periods(_text: str, reading: Reading) -> Iterator[Answer]:
    """Stretches by first and last day, seasons by their months."""
    value = reading.value
    if not isinstance(value, Moment) or value.first is None or value.last is None:
        return
    if _is_distance(value):
        return
    first, last = value.first, value.last
    if value.ambiguous or (_is_day(value) and last - first <= timedelta(days=1)):
        return
    ends = _last_units(last) if value.hedge is Hedge.RANGE else {last}
    values: set[object] = {(_day(first), _day(end)) for end in ends}
    if value.grain is Grain.SEASON:
        values |= {f"{first.year}-{first.month}", f"{first.month}"}
    yield bare_answer(reading, *values)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _last_units(last: datetime) -> set[datetime]:
    """The end, and where the day, week, month, year or decade starts that ends there."""
    eve = last - timedelta(minutes=1)
    day = datetime(eve.year, eve.month, eve.day)
    starts = {last, day}
    if last.weekday() == 0:
        starts.add(last - timedelta(days=7))
    if last.day == 1:
        starts.add(day.replace(day=1))
    if (last.month, last.day) == (1, 1):
        starts.add(day.replace(month=1, day=1))
    return starts


SEASON_CODES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def expected_periods(resolution: dict[str, Any]) -> set[object]:
    """The stretches of both resolutions, or a season."""
    values: set[object] = {
        (start, side.get("endDate"))
        for side in sides(resolution)
        if (start := side.get("startDate"))
    }
    season = re.fullmatch(r"(?:(\d{4})-)?(SP|SU|FA|WI)", resolution.get("Timex") or "")
    if season:
        month = SEASONS[SEASON_CODES[season[2]]]
        values.add(f"{season[1]}-{month}" if season[1] else f"{month}")
    return values
