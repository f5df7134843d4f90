"""This week and last week, counted from one day and from another."""

from __future__ import annotations

from checker.rules.weeks_differ import RULE
from tests.rules.timed import Page, check, shown


def fire(name: str, day: str, words: str, sentence: str = "") -> Page:
    told = sentence or "The mill at Marlow burned down {}."
    return Page(name, f"{day}T08:00:00").tell(
        told.format(words), words, event="burn", subject="mill", names="marlow mill"
    )


def test_this_week_and_last_week():
    found = check(
        RULE, fire("gull", "2021-03-03", "this week"), fire("tern", "2021-03-04", "last week")
    )
    assert shown(found) == [{"this week", "last week"}]


def test_this_month_and_last_month():
    found = check(
        RULE, fire("gull", "2021-03-03", "this month"), fire("tern", "2021-03-03", "last month")
    )
    assert shown(found) == [{"this month", "last month"}]


def test_one_row_for_all_who_say_so():
    pages = [
        fire("gull", "2021-03-03", "this week"),
        fire("tern", "2021-03-04", "last week"),
        fire("skua", "2021-03-04", "last week"),
    ]
    (row,) = check(RULE, *pages)
    assert sorted(len(a.claims) for a in row.answers) == [1, 2]


def test_silent_where_the_week_turned_between():
    assert not check(
        RULE, fire("gull", "2021-03-07", "this week"), fire("tern", "2021-03-08", "last week")
    )


def test_silent_where_the_dates_lie_apart():
    assert not check(
        RULE, fire("gull", "2021-03-03", "this week"), fire("tern", "2021-03-19", "last week")
    )


def test_silent_where_the_week_holds_in_the_month():
    assert not check(
        RULE, fire("gull", "2021-03-03", "this week"), fire("tern", "2021-03-03", "this month")
    )


def test_silent_of_another_thing():
    other = fire("tern", "2021-03-03", "last week", "Voters elected a mayor {}.")
    assert not check(RULE, fire("gull", "2021-03-03", "this week"), other)


def test_silent_within_one_source():
    page = fire("gull", "2021-03-03", "this week").tell(
        "The mill at Marlow burned last week.", "last week", event="burn", names="marlow mill"
    )
    assert not check(RULE, page)
