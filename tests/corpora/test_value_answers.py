"""How the values benchmark compares, on sentences of our own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from benchmarks.values.answers import expected_answer, found_answers
from benchmarks.values.cases import Case, Expected
from benchmarks.values.kinds import LEFT_OUT, kind_of
from checker.values.scan import find_values

BASE = date(2019, 9, 18)


def both(**resolution: str) -> dict[str, Any]:
    """The same resolution ahead and back."""
    return {"FutureResolution": resolution, "PastResolution": resolution}


def expected(text: str, words: str, resolution: dict[str, Any]) -> Expected:
    start = text.index(words)
    return Expected(start, start + len(words), words, resolution)


def agrees(model: str, text: str, words: str, resolution: dict[str, Any]) -> bool:
    wanted = expected_answer(model, expected(text, words, resolution))
    found = [a for r in find_values(text, BASE) for a in found_answers(model, text, r)]
    return len(found) == 1 and wanted.agrees(found[0])


PERIOD = both(startDate="2019-05-06", endDate="2019-05-09")
AGREE = [
    ("date", "It fell on 3 June 2018.", "3 June 2018", both(date="2018-06-03")),
    ("date", "He left two years ago.", "two years ago", both(date="2017-09-18")),
    ("date period", "open from 6 to 9 May", "from 6 to 9 May", PERIOD),
    ("date period", "last summer", "last summer", {"Timex": "2019-SU"}),
    ("duration", "about 4 months", "4 months", {"Timex": "P4M"}),
    ("duration", "more than 4 hours", "more than 4 hours", {"Timex": "PT4H", "Mod": "more"}),
    ("time", "at half past six", "half past six", both(time="06:30:00")),
    ("number", "over 60 km", "60", {"value": "60"}),
    ("number", "one in four", "one in four", {"value": "0.25"}),
    ("number range", "over 60 km", "over 60", {"value": "(60,)"}),
    ("number range", "7 to 9 km", "7 to 9", {"value": "[7,9)"}),
    ("percent", "some 8 per cent", "8 per cent", {"value": "8%"}),
    ("age", "nearly 6 months old", "6 months old", {"value": "6", "unit": "Month"}),
    ("currency", "up to £7m", "£7m", {"value": "7000000", "unit": "Pound"}),
    ("dimension", "about 9 miles", "9 miles", {"value": "9", "unit": "Mile"}),
]
DISAGREE = [
    ("date", "It fell on 3 June 2018.", "3 June 2018", both(date="2018-06-04")),
    ("date", "It fell on 3 June 2018.", "3 June", both(date="2018-06-03")),
    ("date period", "open from 6 to 9 May", "6 to 9 May", PERIOD),
    ("duration", "more than 4 hours", "4 hours", {"Timex": "PT4H"}),
    ("number", "over 60 km", "over 60", {"value": "60"}),
    ("number", "a 60km road", "60", {"value": "60"}),
    ("number range", "over 60 km", "over 60", {"value": "[60,)"}),
    ("currency", "up to £7m", "up to £7m", {"value": "7000000", "unit": "Pound"}),
    ("dimension", "about 9 miles", "9 miles", {"value": "9", "unit": "Kilometer"}),
]


@pytest.mark.parametrize("case", AGREE, ids=lambda case: f"{case[0]}: {case[2]}")
def test_agreement(case: tuple[str, str, str, dict[str, Any]]) -> None:
    assert agrees(*case)


@pytest.mark.parametrize("case", DISAGREE, ids=lambda case: f"{case[0]}: {case[2]}")
def test_another_place_or_value_is_no_agreement(
    case: tuple[str, str, str, dict[str, Any]],
) -> None:
    assert not agrees(*case)


KINDS = [
    ("date", "the 14th", {}, "days by number alone"),
    ("date", "3 June", {}, None),
    ("date period", "7/2014", {}, "months in figures, the year before the month"),
    ("date period", "this week", {}, None),
    ("date period", "last month", {}, None),
    ("time", "nine fifty", {}, "hours without a clock"),
    ("time", "nine fifty p.m.", {}, None),
    (
        "number",
        "seventeen fifths",
        {"subtype": "fraction", "value": "3.4"},
        "fractions of arithmetic",
    ),
    ("number", "seven and a half", {"subtype": "fraction", "value": "7.5"}, None),
    ("number range", ">= 7", {}, "queries and formulas"),
    ("number range", "more than 7", {}, None),
    ("currency", "euros", {"value": None}, "units without a number, or before it"),
    ("currency", "7 euros", {"value": "7"}, None),
]


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row[1])
def test_kinds(row: tuple[str, str, dict[str, Any], str | None]) -> None:
    model, words, resolution, name = row
    kind = kind_of(Case(model, 0, words, BASE, (expected(words, words, resolution),)))
    assert (kind and kind.name) == name


def test_every_kind_has_its_reason() -> None:
    assert all(kind.reason and kind.models for kind in LEFT_OUT)
    assert len({kind.name for kind in LEFT_OUT}) == len(LEFT_OUT)
