"""All values of a text at once, none overlapping another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.values import age, clock, duration, moment, quantity, spoken_clock
from checker.values.fraction import SIGNS as FRACTION_SIGNS
from checker.values.lower import lower
from checker.values.reading import Reading

# Which wins where two readings of one length overlap.
_ORDER = {"age": 0, "duration": 1, "clock": 2, "moment": 3, "quantity": 4}

# A cheap look at what there is to find: most sentences hold no figure.
_DIGIT = re.compile(rf"[\d{''.join(FRACTION_SIGNS)}]")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_OR_NUMBERED = re.compile(r"\d\d\d\d|\d[./-]\d|['’]\d0s|\d0['’]s|[qh]\d")
_CLOCK_FIGURES = re.compile(r"\d[:.]\d\d|\d\d\d\s?[a-z]|\d\s?[ap]\.?m|clock")


def find_values(text: str, base: date | None = None) -> list[Reading]:
    """Readings of every kind in order of place; the longest wins where two overlap."""
    return without_overlaps(list(_all(text, base)), len(text))


def _all(text: str, base: date | None) -> Iterator[Reading]:
    lowered = lower(text)
    words = frozenset(_WORD.findall(lowered))
    figures = _DIGIT.search(lowered) is not None
    counted = figures or not words.isdisjoint(quantity.TRIGGERS)
    timed = not words.isdisjoint(duration.TRIGGERS)
    if counted:
        yield from quantity.find_quantities(text)
        if not words.isdisjoint(age.TRIGGERS):
            yield from age.find_ages(text)
    if timed:
        yield from duration.find_durations(text)
    if (
        not words.isdisjoint(clock.NAMES)
        or (figures and _CLOCK_FIGURES.search(lowered))
        or (counted and not words.isdisjoint(spoken_clock.TRIGGERS))
    ):
        yield from clock.find_clocks(text)
    if _has_date(words) or (figures and _YEAR_OR_NUMBERED.search(lowered)):
        yield from moment.find_moments(text, base)


def _has_date(words: frozenset[str]) -> bool:
    return not words.isdisjoint(moment.TRIGGERS) or not (
        words.isdisjoint(moment.POINTERS) or words.isdisjoint(moment.POINTED)
    )


def without_overlaps(readings: list[Reading], length: int) -> list[Reading]:
    """Drop what overlaps a longer reading."""
    if len(readings) < 2:
        return readings
    covered = bytearray(length)
    kept = []
    for reading in sorted(readings, key=_rank):
        if not any(covered[reading.start : reading.end]):
            covered[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
            kept.append(reading)
    return sorted(kept, key=lambda reading: reading.start)


def _rank(reading: Reading) -> tuple[int, int, int]:
    value = reading.value
    kind = "age" if getattr(value, "written_unit", "") == "age" else value.kind
    return reading.start - reading.end, _ORDER[kind], reading.start
