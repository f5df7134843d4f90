"""The tables of this folder: what is read from a text, and how two values stand."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from checker.model.value import Name, NameKind, Relation
from checker.values.age import find_ages
from checker.values.clock import find_clocks
from checker.values.duration import find_durations
from checker.values.moment import find_moments
from checker.values.name import name_key, relate_names
from checker.values.normal import normal_form
from checker.values.quantity import find_quantities
from checker.values.relate import relate
from checker.values.scan import find_values

BASE = date(2019, 9, 18)
FINDERS = {
    "ages": find_ages,
    "clocks": find_clocks,
    "durations": find_durations,
    "moments": lambda text: find_moments(text, BASE),
    "quantities": find_quantities,
    "scans": lambda text: find_values(text, BASE),
}


def cases(name):
    rows = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(row | {"table": name}, id=f"{name}: {row['why']}") for row in rows["case"]]


@pytest.mark.parametrize("row", [case for name in FINDERS for case in cases(name)])
def test_reading(row):
    readings = list(FINDERS[row["table"]](row["text"]))
    found = [f"{reading.value.text} = {normal_form(reading.value)}" for reading in readings]
    assert found == row["expect"]


@pytest.mark.parametrize("row", cases("relations"))
def test_relation(row):
    left, right = (find_values(row[side], BASE)[0].value for side in ("left", "right"))
    assert relate(left, right) is Relation(row["expect"])
    assert relate(right, left) is Relation(row["expect"])


@pytest.mark.parametrize("row", cases("names"))
def test_names(row):
    left, right = (
        Name(text=row[side], key=name_key(row[side]), what=NameKind.OTHER)
        for side in ("left", "right")
    )
    assert relate_names(left, right) is Relation(row["expect"])
    assert relate_names(right, left) is Relation(row["expect"])
