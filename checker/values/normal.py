"""The normal form of a value: one string for whatever says the same."""

from __future__ import annotations

from checker.model.value import Clock, Duration, Hedge, Moment, Name, Quantity, Quote, Term, Value


def normal_form(value: Value) -> str:
    """Write a value so that equal answers are equal strings; times follow ISO 8601."""
    match value:
        case Quantity():
            return f"{_bounds(value.low, value.high)}{_unit(value.unit)}{_hedge(value.hedge)}"
        case Duration():
            return f"{_days(value.low, value.high)}{_hedge(value.hedge)}"
        case Moment():
            return _moment(value)
        case Clock():
            return f"T{_clock(value.low)}" + ("" if value.low == value.high else _to(value.high))
        case Name():
            return value.text
        case Term():
            return value.head
        case Quote():
            return " ".join(value.words)


def _bounds(low: float | None, high: float | None) -> str:
    if low == high:
        return _figure(low)
    return f"{_figure(low)}..{_figure(high)}"


def _figure(bound: float | None) -> str:
    return "" if bound is None else f"{bound:.10g}"


def _unit(unit: str) -> str:
    return f" {unit}" if unit else ""


def _hedge(hedge: Hedge) -> str:
    return "" if hedge is Hedge.EXACT else f" {hedge.value}"


def _days(low: float | None, high: float | None) -> str:
    return f"P{_bounds(low, high)}D"


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _to(minutes: int) -> str:
    return f"/T{_clock(minutes)}"


def _moment(value: Moment) -> str:
    if value.first is None and value.last is None:
        written = (value.year, value.month, value.day)
        parts = "-".join("*" if part is None else f"{part:02d}" for part in written)
        return parts if value.weekday is None else f"{parts} W{value.weekday + 1}"
    first = value.first.isoformat(timespec="minutes") if value.first else ".."
    last = value.last.isoformat(timespec="minutes") if value.last else ".."
    return f"{first}/{last}"
