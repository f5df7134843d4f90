"""What readings and cases answer to "how long" and "at what time".

Lengths are compared by the units that are written, so that a month is a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.values.answer import Answer, bare_answer, sides
from checker.model.value import Clock, Duration, Hedge
from checker.values.calendar_words import DAYS
from checker.values.reading import Reading

_TIMEX_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIMEX_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_MODS = {"less": "<{}", "more": ">{}"}
_HEDGED = {Hedge.LESS_THAN: "<{}", Hedge.MORE_THAN: ">{}"}


def found_durations(_text: str, reading: Reading) -> Iterator[Answer]:
    """Lengths in days, with their "less" or "more"."""
    value = reading.value
    if not isinstance(value, Duration):
        return
    bound = value.low if value.low is not None else value.high
    if bound is None:
        return
    whole = value.hedge in _HEDGED
    shown = _HEDGED.get(value.hedge, "{}").format(f"{bound:.6g}")
    place = (reading.start, reading.end) if whole else reading.bare or (reading.start, reading.end)
    yield Answer(frozenset({place}), frozenset({shown}))


def expected_durations(resolution: dict[str, Any]) -> set[object]:
    """Lengths in days, from the units of the ISO form."""
    date_part, _, clock_part = resolution["Timex"].removeprefix("P").partition("T")
    days = _timex_days(date_part, _TIMEX_UNITS) + _timex_days(clock_part, _TIMEX_CLOCK_UNITS)
    return {_MODS.get(resolution.get("Mod") or "", "{}").format(f"{days:.6g}")}


def _timex_days(text: str, units: dict[str, str]) -> float:
    parts = re.findall(r"([\d.]+)B?([A-Z])", text)
    return sum(float(number) * DAYS[units[unit]] for number, unit in parts)


def found_clocks(_text: str, reading: Reading) -> Iterator[Answer]:
    """Times of day to the minute."""
    if isinstance(reading.value, Clock):
        minutes = reading.value.low % 1440
        yield bare_answer(reading, f"{minutes // 60:02d}:{minutes % 60:02d}:00")


def expected_clocks(resolution: dict[str, Any]) -> set[object]:
    """The times of both resolutions."""
    return {time for side in sides(resolution) if (time := side.get("time"))}
