"""What checker's readings and the cases answer to the question of each model."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.values.answer import Answer, Found, Resolved
from benchmarks.values.cases import Expected
from benchmarks.values.date_answers import (
    expected_days,
    expected_periods,
    found_days,
    found_periods,
)
from benchmarks.values.number_answers import (
    expected_number,
    expected_range,
    found_numbers,
    found_ranges,
)
from benchmarks.values.time_answers import (
    expected_clocks,
    expected_durations,
    found_clocks,
    found_durations,
)
from benchmarks.values.unit_answers import (
    expected_age,
    expected_measure,
    expected_money,
    expected_percentage,
    found_ages,
    found_measures,
    found_money,
    found_percentages,
)
from checker.values.reading import Reading

QUESTIONS: dict[str, tuple[Found, Resolved]] = {
    "date": (found_days, expected_days),
    "date period": (found_periods, expected_periods),
    "duration": (found_durations, expected_durations),
    "time": (found_clocks, expected_clocks),
    "number": (found_numbers, expected_number),
    "number range": (found_ranges, expected_range),
    "percent": (found_percentages, expected_percentage),
    "age": (found_ages, expected_age),
    "currency": (found_money, expected_money),
    "dimension": (found_measures, expected_measure),
}


def expected_answer(model: str, expected: Expected) -> Answer:
    """A case's own answer."""
    _, resolved = QUESTIONS[model]
    place = (expected.start, expected.end)
    return Answer(frozenset({place}), frozenset(resolved(expected.resolution)))


def found_answers(model: str, text: str, reading: Reading) -> Iterator[Answer]:
    """What a reading answers to the question of a model; nothing where it is of another sort."""
    found, _ = QUESTIONS[model]
    yield from found(text, reading)
