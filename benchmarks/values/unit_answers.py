"""What readings and cases answer to "how much of what": per cent, ages, money, measures.

Both sides are put into checker's canonical unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.values.answer import Answer, Found, bare_answer, figure
from checker.model.value import Quantity
from checker.values.calendar_words import DAYS
from checker.values.reading import Reading
from checker.values.units import MEASURES, MONEY, SIGNS


def _found(wanted: Callable[[Quantity], bool]) -> Found:
    def find(_text: str, reading: Reading) -> Iterator[Answer]:
        value = reading.value
        if isinstance(value, Quantity) and wanted(value):
            bound = value.low if value.low is not None else value.high
            yield bare_answer(reading, (figure(bound or 0.0), value.unit))

    return find


# What the cases call a currency, where it is not a form that checker knows.
CURRENCY_NAMES = {"pound": "£", "costa rican colón": "₡"}
# Temperatures have cases of their own.
_NO_DIMENSION = frozenset({"", "%", "degC"})
_CURRENCIES = frozenset(unit.canonical for unit in [*MONEY.values(), *SIGNS.values()])


def _is_percentage(value: Quantity) -> bool:
    return value.unit == "%" and value.written_unit not in {"in", "part"}


def _is_money(value: Quantity) -> bool:
    return value.unit in _CURRENCIES


def _is_measure(value: Quantity) -> bool:
    return value.unit not in _NO_DIMENSION | _CURRENCIES and not _is_age(value)


def _is_age(value: Quantity) -> bool:
    return value.written_unit == "age"


found_percentages: Found = _found(_is_percentage)
found_ages: Found = _found(_is_age)
found_money: Found = _found(_is_money)
found_measures: Found = _found(_is_measure)


def expected_percentage(resolution: dict[str, Any]) -> set[object]:
    """The percentage."""
    value = resolution["value"].rstrip("%")
    return {None} if value == "null" else {(figure(float(value)), "%")}


def expected_age(resolution: dict[str, Any]) -> set[object]:
    """The age in years."""
    unit = resolution["unit"].lower()
    worth = 1.0 if unit in {"year", "age"} else DAYS[unit] / DAYS["year"]
    return {(figure(float(f"{float(resolution['value']) * worth:.12g}")), "year")}


def expected_money(resolution: dict[str, Any]) -> set[object]:
    """The amount in its currency."""
    name = resolution["unit"].lower()
    unit = SIGNS.get(CURRENCY_NAMES.get(name, "")) or MONEY.get(name)
    code = resolution.get("isoCurrency") or (unit.canonical if unit else name)
    worth = unit.worth if unit else 1.0
    return _in_unit(resolution["value"], worth, code)


def expected_measure(resolution: dict[str, Any]) -> set[object]:
    """The measure in the canonical unit."""
    name = resolution["unit"].lower()
    unit = MEASURES.get(name) or MEASURES.get(name.replace(" per ", "s per "))
    if unit is None:
        return {(resolution["value"], resolution["unit"])}
    return _in_unit(resolution["value"], unit.worth, unit.canonical)


def _in_unit(value: str | None, worth: float, unit: str) -> set[object]:
    if value is None:
        return {None}
    return {(figure(float(f"{float(value) * worth:.12g}")), unit)}
