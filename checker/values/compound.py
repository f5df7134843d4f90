"""Measures told in two units: "5 feet 2 inches", "12 stone 4 lbs", "3 dollars and 50 cents"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.lexicon import load
from checker.model.value import Quantity
from checker.values.figure import FIGURE
from checker.values.lower import lower
from checker.values.number import parse_number
from checker.values.number_words import WORDS
from checker.values.phrases import alternatives
from checker.values.reading import Reading
from checker.values.units import UNITS_WRITTEN, Unit

_PARTS: dict[str, tuple[str, ...]] = {
    whole: tuple(parts) for whole, parts in load("compounds")["parts"].items()
}
_FOLLOWING: dict[str, re.Pattern[str]] = {
    whole: re.compile(
        rf",?\s?(?:and\s)?(?P<figure>{FIGURE}|{WORDS})[\s-]?(?P<unit>{alternatives(parts)})(?!\w)"
    )
    for whole, parts in _PARTS.items()
}
_INCHES = Unit("m", 0.0254)


def join_parts(text: str, readings: Iterable[Reading[Quantity]]) -> Iterator[Reading[Quantity]]:
    """Yield the readings, a part that follows its whole as one with it."""
    end = 0
    for reading in readings:
        if reading.start >= end:
            joined = _joined(text, reading)
            end = joined.end
            yield joined


def _joined(text: str, reading: Reading[Quantity]) -> Reading[Quantity]:
    value = reading.value
    pattern = _FOLLOWING.get(value.written_unit)
    if pattern is None or value.low is None or value.low != value.high:
        return reading
    match = pattern.match(lower(text[reading.end : reading.end + 60]))
    number = parse_number(match["figure"]) if match else None
    unit = _part_unit(match["unit"], value.unit) if match else None
    if match is None or number is None or unit is None:
        return reading
    total = float(f"{value.low + number.low * unit.worth:.12g}")
    end = reading.end + match.end()
    grain = number.grain * unit.worth
    quoted = text[reading.start : end]
    joined = value.model_copy(update={"text": quoted, "low": total, "high": total, "grain": grain})
    bare = reading.bare and (reading.bare[0], end)
    return Reading(reading.start, end, joined, bare, reading.figures)


def _part_unit(written: str, whole: str) -> Unit | None:
    """The unit of a part, where it is one of the whole: euro cents after euros."""
    unit = _INCHES if written in {"in", "ins"} else UNITS_WRITTEN[written]
    if unit.canonical == whole:
        return unit
    return Unit(whole, unit.worth) if written in {"cent", "cents"} else None
