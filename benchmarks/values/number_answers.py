"""What readings and cases answer to "which number" and "within which bounds"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.values.answer import Answer, figure
from checker.model.value import Duration, Hedge, Quantity
from checker.values.number import parse_number
from checker.values.reading import Reading

OPEN_HEDGES = {
    Hedge.AT_LEAST: "[{},)",
    Hedge.MORE_THAN: "({},)",
    Hedge.AT_MOST: "(,{}]",
    Hedge.LESS_THAN: "(,{})",
}


def found_numbers(text: str, reading: Reading) -> Iterator[Answer]:
    """Each number of a reading; one that is glued to its unit is none ("75ml")."""
    value = reading.value
    if isinstance(value, Quantity) and value.ordinal:
        return
    for start, end in reading.figures:
        number = parse_number(text[start:end].lower())
        found = number.low if number else _share(reading)
        if found is not None and not text[end : end + 1].isalpha():
            yield Answer(frozenset({(start, end)}), frozenset({figure(found)}))


def _share(reading: Reading) -> float | None:
    """ "one in three" is one number, kept as a percentage."""
    value = reading.value
    if isinstance(value, Quantity) and value.written_unit == "in" and value.low is not None:
        return value.low / 100
    return None


def expected_number(resolution: dict[str, Any]) -> set[object]:
    """The number to ten digits."""
    return {figure(float(resolution["value"]))}


def found_ranges(text: str, reading: Reading) -> Iterator[Answer]:
    """Bounds of figures: of a closed range both, of an open one with its bracket."""
    value = reading.value
    if not isinstance(value, Quantity | Duration) or not reading.figures:
        return
    numbers = [parse_number(text[start:end].lower()) for start, end in reading.figures]
    bounds = [number.low for number in numbers if number is not None]
    whole = (reading.start, reading.end)
    bare = reading.bare or whole
    # Without the unit, and without an "about" before "20 to 30" and "500 or more".
    places = {whole, (reading.start, reading.figures[-1][1])}
    if value.hedge is Hedge.ABOUT or reading.end > bare[1]:
        places |= {bare, (bare[0], reading.end)}
    if value.hedge in OPEN_HEDGES and len(bounds) == 1:
        shown = OPEN_HEDGES[value.hedge].format(figure(bounds[0]))
        yield Answer(frozenset(places), frozenset({shown}))
    elif value.hedge in {Hedge.RANGE, Hedge.ABOUT} and len(bounds) == 2:
        yield Answer(frozenset(places), frozenset({tuple(map(figure, sorted(bounds)))}))


def expected_range(resolution: dict[str, Any]) -> set[object]:
    """Both bounds, or the one with its bracket."""
    written = resolution["value"]
    low, high = written[1:-1].split(",")
    if low and high:
        return {(figure(float(low)), figure(float(high)))}
    bound = figure(float(low or high))
    return {f"{written[0]}{bound},)" if low else f"(,{bound}{written[-1]}"}
