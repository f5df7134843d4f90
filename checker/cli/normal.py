"""Normal forms for reading: times in ISO 8601, each at the precision of its words."""

from __future__ import annotations

from datetime import datetime, timedelta

from checker.model.value import Duration, Grain, Moment, Value
from checker.values.normal import normal_form

INSTANT = timedelta(microseconds=1)
WRITTEN = {
    Grain.MINUTE: "%Y-%m-%dT%H:%M",
    Grain.HOUR: "%Y-%m-%dT%H",
    Grain.DAYPART: "%Y-%m-%dT%H:%M",
    Grain.DAY: "%Y-%m-%d",
    Grain.WEEK: "%G-W%V",
    Grain.MONTH: "%Y-%m",
    Grain.SEASON: "%Y-%m",
    Grain.QUARTER: "%Y-%m",
    Grain.YEAR: "%Y",
    Grain.DECADE: "%Y",
    Grain.CENTURY: "%Y",
}
# Days in a unit, and how ISO 8601 writes a number of it.
UNITS = {
    "year": (365.2425, "P{}Y"),
    "month": (365.2425 / 12, "P{}M"),
    "week": (7.0, "P{}W"),
    "day": (1.0, "P{}D"),
    "hour": (1 / 24, "PT{}H"),
    "minute": (1 / 1440, "PT{}M"),
    "second": (1 / 86400, "PT{}S"),
}


def shown_form(value: Value) -> str:
    """Write a value in its normal form, times in ISO 8601 with `..` for an open end."""
    if isinstance(value, Moment):
        return _moment(value)
    if isinstance(value, Duration):
        return _duration(value)
    return normal_form(value)


def _moment(moment: Moment) -> str:
    """Write a stretch of time; both ends are inclusive, as ISO 8601 has them."""
    if moment.first is None and moment.last is None:
        return _unresolved(moment)
    first = _point(moment.first, moment.grain)
    last = _point(moment.last and moment.last - INSTANT, moment.grain)
    return first if first == last else f"{first}/{last}"


def _point(instant: datetime | None, grain: Grain) -> str:
    """Write one end of a stretch."""
    return instant.strftime(WRITTEN[grain]) if instant else ".."


def _unresolved(moment: Moment) -> str:
    """Write what the words fix, with X for the rest: "Tuesday" is XXXX-WXX-2."""
    if moment.weekday is not None and moment.day is None:
        return f"XXXX-WXX-{moment.weekday + 1}"
    year = "XXXX" if moment.year is None else f"{moment.year:04d}"
    month = "XX" if moment.month is None else f"{moment.month:02d}"
    return f"{year}-{month}" if moment.day is None else f"{year}-{month}-{moment.day:02d}"


def _duration(duration: Duration) -> str:
    """Write a length of time in the unit of its words; `..` stands between bounds."""
    days, pattern = UNITS.get(duration.unit, UNITS["day"])
    low, high = (
        "" if bound is None else pattern.format(f"{round(bound / days, 2):g}")
        for bound in (duration.low, duration.high)
    )
    return low if low == high else f"{low}..{high}"
