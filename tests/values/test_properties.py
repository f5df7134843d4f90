"""Readings quote their text, nothing raises, relations are symmetric, time is linear."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.model.value import (
    Clock,
    Duration,
    Grain,
    Hedge,
    Moment,
    Name,
    NameKind,
    Quantity,
    Quote,
    Relation,
    Term,
)
from checker.values import scan
from checker.values.age import find_ages
from checker.values.clock import find_clocks
from checker.values.duration import find_durations
from checker.values.moment import find_moments
from checker.values.name import country_of, fold, name_key, spelling_distance
from checker.values.normal import normal_form
from checker.values.number import parse_number
from checker.values.quantity import find_quantities
from checker.values.relate import relate
from checker.values.scan import find_values

SLOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])

# What grammars of figures stumble over, thrown together.
PIECES = st.sampled_from(
    [
        *(Path(__file__).parent / "pieces.txt").read_text(encoding="utf-8").splitlines(),
        "\u00a0",
        "\u202f",
        "",
        "p.m.",
        "christmas",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=10).map("".join),
)
BASES = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))

FIGURES = st.one_of(st.none(), st.integers(-10_000, 10_000).map(float))
BOUNDS = st.tuples(FIGURES, FIGURES).map(
    lambda pair: pair if None in pair else (min(pair), max(pair))
)
HEDGES = st.sampled_from(list(Hedge))
TIMES = st.one_of(st.none(), st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))
WORDS = st.text("abcdeiksxyh -.'", min_size=1, max_size=14)
NAMES = st.builds(
    lambda text: Name(text=text, key=name_key(text), what=NameKind.OTHER),
    st.one_of(WORDS, st.sampled_from(["US", "Belarusian", "J. Smith", "John Smith", "U.N."])),
)
VALUES = st.one_of(
    st.builds(
        lambda pair, unit, grain, hedge: Quantity(
            text="x", low=pair[0], high=pair[1], unit=unit, grain=grain, hedge=hedge
        ),
        BOUNDS,
        st.sampled_from(["", "m", "USD"]),
        st.sampled_from([0.1, 1.0, 1000.0]),
        HEDGES,
    ),
    st.builds(
        lambda pair, hedge: Duration(
            text="x", low=pair[0], high=pair[1], unit="day", grain=1.0, hedge=hedge
        ),
        BOUNDS,
        HEDGES,
    ),
    st.builds(
        lambda first, days, month: Moment(
            text="x",
            first=first,
            last=first and first + timedelta(days=days),
            grain=Grain.DAY,
            month=month,
        ),
        TIMES,
        st.integers(0, 40),
        st.one_of(st.none(), st.integers(1, 12)),
    ),
    st.builds(
        lambda low, width, zone: Clock(text="x", low=low, high=low + width, zone=zone),
        st.integers(0, 1439),
        st.integers(0, 600),
        st.sampled_from(["", "GMT", "EST"]),
    ),
    NAMES,
    st.builds(
        lambda head, words: Term(text="x", head=head, words=tuple(words)),
        WORDS,
        st.lists(WORDS, max_size=3),
    ),
    st.builds(lambda words: Quote(text="x", words=tuple(words)), st.lists(WORDS, max_size=5)),
)


@SLOW
@given(TEXTS, BASES)
def test_readings_quote_their_text_in_order(text, base):
    end = 0
    for reading in find_values(text, base):
        assert end <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end] == reading.value.text
        assert normal_form(reading.value)
        end = reading.end


@SLOW
@given(TEXTS, BASES)
def test_parts_of_a_reading_lie_within_it(text, base):
    for reading in find_values(text, base):
        places = [*reading.figures, *([reading.bare] if reading.bare else [])]
        assert all(reading.start <= start < end <= reading.end for start, end in places)
        assert all(
            parse_number(text[start:end].lower()) or reading.value.written_unit == "in"
            for start, end in reading.figures
            if reading.value.kind != "quantity" or not reading.value.ordinal
        )


@pytest.mark.parametrize("base", [date.min, date(1000, 1, 1), date(8999, 12, 31), date.max])
@pytest.mark.parametrize(
    "text",
    [
        "9999-12-31, 0000-01-01, 31/12/9999",
        "tomorrow, next decade, next Friday, later this century",
        "2018 years ago, 99999999 decades ago, a trillion weeks ago, last century",
        "on 29 February, last March, from May to July",
    ],
)
def test_the_ends_of_the_calendar(text, base):
    assert all(reading.value.text in text for reading in find_values(text, base))


@SLOW
@given(TEXTS, BASES)
def test_bounds_are_in_order(text, base):
    for reading in find_values(text, base):
        value = reading.value
        if isinstance(value, Quantity | Duration) and None not in (value.low, value.high):
            assert value.low <= value.high
        if isinstance(value, Moment) and value.first and value.last:
            assert value.first < value.last


@SLOW
@given(TEXTS, BASES)
def test_the_cheap_look_ahead_loses_nothing(text, base):
    alone = [
        *find_quantities(text),
        *find_ages(text),
        *find_durations(text),
        *find_clocks(text),
        *find_moments(text, base),
    ]
    assert find_values(text, base) == scan.without_overlaps(alone, len(text))


@SLOW
@given(VALUES, VALUES)
def test_relate_is_symmetric(left, right):
    assert relate(left, right) is relate(right, left)


@SLOW
@given(VALUES)
def test_a_value_is_the_same_as_itself(value):
    expected = {Relation.SAME}
    if isinstance(value, Moment) and value.first is None and value.month is None:
        expected = {Relation.INCOMPARABLE}
    assert relate(value, value) in expected


@SLOW
@given(TEXTS, TEXTS)
def test_names_never_raise(left, right):
    assert fold(fold(left)) == fold(left)
    assert name_key(left) == name_key(left.strip())
    assert isinstance(country_of(left), str)
    assert spelling_distance(left, right) == spelling_distance(right, left)


ADVERSARIES = [
    "1" * 200,
    "1,111" * 60,
    "one " * 80,
    "a half " * 60,
    "hundred and " * 40,
    "about " * 60,
    "- " * 200,
    "$" * 300,
    "1-" * 150,
    "Tuesday, " * 50,
    "May 1, " * 50,
    "1/" * 150,
    "two years and " * 30,
    "1990-" * 60,
    "10:" * 100,
    " " * 400,
    "aged " * 80,
    "half past " * 50,
    "the first week of " * 30,
    "5 feet 2 " * 50,
    "more than 5 and less than " * 20,
    "a third and " * 40,
    "the past two " * 40,
    "3 1/2 " * 60,
    "from 4 to 5 May to " * 20,
    "½" * 150,
    "one point " * 50,
    "1 234 567 " * 40,
]


@pytest.mark.parametrize("piece", ADVERSARIES, ids=lambda piece: repr(piece[:12]))
def test_time_is_linear(piece):
    """Twelve times the text may not take thirty times as long."""
    short, long = _seconds(piece * 4), _seconds(piece * 48)
    assert long < max(30 * short, 0.25)


def _seconds(text):
    took = []
    for _ in range(3):
        start = time.process_time()
        find_values(text, date(2019, 9, 18))
        took.append(time.process_time() - start)
    return min(took)
