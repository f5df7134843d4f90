"""The timeline: every date has its place, and what is disputed is seen to be."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.value import Grain
from checker.render.html.axis import choose_labels, lay_axis
from checker.render.html.dated import days_in_short, days_in_words, days_of, find_events
from checker.render.html.directory import Directory
from checker.render.html.timeline import view_timeline

from .bridge import COPIES, bridge_report
from .builder import cluster, dated, discrepancy, evidence, moment, report, source, version

DAYS = st.lists(st.dates(date(1900, 1, 1), date(2030, 1, 1)), min_size=1, max_size=30)

LEFT = source("left.txt", "The hall burnt on Monday.\n", when=moment(2021, 5, 4))
RIGHT = source("right.txt", "It burnt on Tuesday.\n", when=moment(2021, 5, 4))


@given(DAYS)
def test_days_keep_their_order_inside_the_drawing(days):
    axis = lay_axis(days, 100, 900, 10)
    places = [axis.places[day] for day in sorted(set(days))]
    assert all(100 <= x <= 900.001 for x in places)
    assert all(later - earlier >= 9.999 for earlier, later in pairwise(places))


def test_long_stretches_are_broken_and_short_ones_are_not():
    start = date(2021, 1, 1)
    axis = lay_axis([start, start + timedelta(3), start + timedelta(4_000)], 0, 100, 1)
    assert len(axis.breaks) == 1
    assert axis.places[start + timedelta(3)] < axis.breaks[0] < 100


def test_labels_do_not_run_into_each_other():
    assert list(choose_labels([0, 5, 50, 52, 100], 40)) == [0, 2, 4]


@pytest.mark.parametrize(
    ("first", "last", "words", "short"),
    [
        ((2021, 5, 4), (2021, 5, 4), "4 May 2021", "4 May 2021"),
        ((2021, 9, 1), (2021, 9, 30), "September 2021", "Sep 2021"),
        ((2021, 2, 1), (2021, 2, 28), "February 2021", "Feb 2021"),
        ((2021, 1, 1), (2021, 12, 31), "2021", "2021"),
        ((1990, 1, 1), (1999, 12, 31), "1990 to 1999", "1990"),
        ((2021, 5, 4), (2021, 5, 6), "4 May 2021 to 6 May 2021", "4 May 2021"),
    ],
)
def test_days_in_words(first, last, words, short):
    assert days_in_words(date(*first), date(*last)) == words
    assert days_in_short(date(*first), date(*last)) == short


def test_since_a_year_is_that_year():
    since = moment(1996, grain=Grain.YEAR).model_copy(update={"last": None})
    assert days_of(since) == (date(1996, 1, 1), date(1996, 12, 31))


def disputed_report():
    """Two papers and two days of one fire; one of them gives a third as well."""
    clusters = [
        cluster(
            dated(LEFT, "Monday", moment(2021, 5, 3)), dated(RIGHT, "Tuesday", moment(2021, 5, 4))
        )
    ]
    row = discrepancy(
        1,
        COPIES,
        "When did the hall burn?",
        "Monday ≠ Tuesday",
        version("Monday", evidence(LEFT, "Monday")),
        version("Tuesday", evidence(RIGHT, "Tuesday")),
    )
    return report([LEFT, RIGHT], [row], [COPIES], clusters=clusters)


def test_disputed_dates_share_a_lane_and_stand_apart():
    whole = disputed_report()
    drawn = view_timeline(whole, Directory(whole.sources))
    assert [lane.disputed for lane in drawn.lanes] == [False, True]
    dots = drawn.lanes[1].dots
    assert [(dot.text, dot.tint) for dot in dots] == [("A", "va"), ("B", "vb")]
    assert float(dots[1].x) - float(dots[0].x) >= 21
    assert [dot.text for dot in drawn.lanes[0].dots] == ["2"]
    assert [(row.date, row.letter) for row in drawn.rows] == [
        ("3 May 2021", "A"), ("4 May 2021", ""), ("4 May 2021", "B"),
    ]  # fmt: skip


def test_what_is_disputed_is_told_once():
    (event,) = find_events(disputed_report())
    assert event.number == 1


def test_two_versions_of_one_day_share_a_dot():
    whole = disputed_report()
    claims = [claim.model_copy(update={"value": moment(2021, 5, 3)}) for claim in whole.claims]
    same = whole.model_copy(update={"claims": tuple(claims)})
    drawn = view_timeline(same, Directory(same.sources))
    assert [dot.text for dot in drawn.lanes[1].dots] == ["AB"]


def test_no_date_no_timeline():
    bare = report([source("bare.txt", "It rained.\n")])
    assert view_timeline(bare, Directory(bare.sources)) is None


def test_the_table_has_every_date_of_the_drawing():
    drawn = view_timeline(bridge_report(), Directory(bridge_report().sources))
    told = " ".join(row.date for row in drawn.rows)
    for words in ("15 May 2021", "18 May 2021", "May 2021", "May 2010"):
        assert words in told
