"""Figures and days move alike, in whatever way they are written."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from benchmarks.speed.shifts import Shift
from benchmarks.speed.writing import unspelled

TEXT = (
    "On July 13, 2009, a Monday, and on 13 July 2009; 07/13/2009, 2009-07-13, July 13th. "
    "JULY 2009. Since 1999 three (3) of twenty-seven or 27 men, 300 or 292 of 4,000 of them, "
    "paid $1.5 million, 1,500,000 in all, on 97th Street at 10:07am. 100 percent; Dec. 24."
)


@pytest.fixture(params=range(12))
def shift(request):
    return Shift(random.Random(request.param), [TEXT])


def test_all_forms_of_one_day_become_one_other_day(shift):
    moved = shift.move(TEXT)
    day = shift.move_day(date(2009, 7, 13))
    assert day.isoformat() in moved
    assert f"{day.month:02}/{day.day:02}/{day.year}" in moved
    assert moved.startswith(f"On {day:%B} {day.day}, {day.year}, a Monday, and on {day.day} ")


def test_weekdays_stay_true(shift):
    assert shift.move_day(date(2009, 7, 13)).weekday() == 0


def test_short_months_stay_short(shift):
    assert re.search(r"; [A-Z][a-z]{2}\. \d+\.$", shift.move(TEXT))


def test_figures_that_differed_still_do(shift):
    moved = list(shift.figures.values())
    assert len(set(moved)) == len(moved)


def test_one_figure_written_twice_stays_one(shift):
    moved = shift.move(TEXT)
    short = re.search(r"\$([\d.]+) million", moved)[1]
    long = re.search(r"([\d,]+) in all", moved)[1]
    assert float(short) * 1_000_000 == pytest.approx(float(long.replace(",", "")))


def test_spelled_figures_move_like_written_ones(shift):
    words, figures = shift.move("three of twenty-seven").split(), shift.move("3 of 27").split()
    assert [unspelled()[words[0]], unspelled()[words[2]]] == [int(figures[0]), int(figures[2])]
    assert shift.move("one of them") == "one of them"


def test_the_minutes_of_a_clock_stay_and_the_hour_moves(shift):
    assert re.search(r"at \d+:07am", shift.move(TEXT))
    assert "10:07am" not in shift.move(TEXT)


def test_ranks_keep_an_ending_that_fits(shift):
    number, ending = re.search(r"(\d+)(st|nd|rd|th) Street", shift.move(TEXT)).groups()
    fits = {"1": "st", "2": "nd", "3": "rd"}
    teens = number[-2:] in {"11", "12", "13"}
    assert ending == ("th" if teens else fits.get(number[-1], "th"))


def test_a_day_that_is_none_stays_as_it_is(shift):
    assert shift.move("on 31/31/2009") == "on 31/31/2009"
