"""The recognizers cases: a sentence, a reference date, and what is to be read in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.corpora import shared_corpora

MODELS = {
    "date": "DateTime/English/DateParser.json",
    "date period": "DateTime/English/DatePeriodParser.json",
    "duration": "DateTime/English/DurationParser.json",
    "time": "DateTime/English/TimeParser.json",
    "number": "Number/English/NumberModel.json",
    "number range": "Number/English/NumberRangeModel.json",
    "percent": "Number/English/PercentModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
    "currency": "NumberWithUnit/English/CurrencyModel.json",
    "dimension": "NumberWithUnit/English/DimensionModel.json",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """One value that a case expects: its place and words, and its resolution as the file has it."""

    start: int
    end: int
    words: str
    resolution: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence; `expected` is empty where nothing of the model's sort may be read in it."""

    model: str
    number: int
    text: str
    base: date | None
    expected: tuple[Expected, ...]


def folder() -> Path:
    """Where the cases are looked for."""
    return shared_corpora() / "recognizers"


def read_cases() -> list[Case]:
    """All cases of all models, in the order of the files."""
    return [
        _case(model, number, row)
        for model, name in MODELS.items()
        for number, row in enumerate(json.loads((folder() / name).read_text("utf-8-sig")))
    ]


def _case(model: str, number: int, row: dict[str, Any]) -> Case:
    reference = row.get("Context", {}).get("ReferenceDateTime")
    return Case(
        model,
        number,
        row["Input"],
        date.fromisoformat(reference[:10]) if reference else None,
        tuple(_expected(row["Input"], result) for result in row["Results"]),
    )


def _expected(text: str, result: dict[str, Any]) -> Expected:
    """Ends are inclusive, or given as a length."""
    words = result["Text"]
    start = result.get("Start")
    if start is None:
        start = text.lower().index(words.lower())
    end = start + result["Length"] if "Length" in result else result.get("End", -1) + 1
    end = end or start + len(words)
    return Expected(start, end, words, result.get("Value") or result.get("Resolution") or {})
