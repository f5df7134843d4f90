"""Stamps that do not fit the text under them, and those that do."""

from __future__ import annotations

import pytest

from checker.model.claim import Modality
from checker.rules.dateline_misfit import RULE
from tests.rules.timed import Page, check, shown

# 2 March 2021 was a Tuesday.
NAMES = "marlow, port authority"


def ferry(name: str, stamp: str, words: str = "Monday", publisher: str = "") -> Page:
    sentence = f"The ferry of the port authority sank off Marlow harbour {words}."
    return Page(name, stamp, publisher).tell(
        sentence, words, event="sink", subject="ferry", names=NAMES
    )


def near() -> list[Page]:
    return [ferry("gull", "2021-03-02T09:00:00"), ferry("tern", "2021-03-02T11:30:00")]


def test_a_stamp_weeks_late_under_the_words_of_the_day():
    (row,) = check(RULE, *near(), ferry("late", "2021-03-25T12:15:00", "this week"))
    stamp, own, others = ({c.words for c in a.claims} for a in row.answers)
    answers = sorted([sorted(stamp), sorted(own), sorted(others)])
    assert ["2021-03-25T12:15:00"] in answers
    assert ["this week"] in answers
    assert any("2021-03-02T09:00:00" in words for words in answers)


def test_pages_of_one_outlet_and_stamp_make_one_row():
    late = [ferry(n, "2021-03-25T12:15:00", "Monday", "lamp.example") for n in ("one", "two")]
    (row,) = check(RULE, *near(), *late)
    assert any({c.source for c in a.claims} == {"one", "two"} for a in row.answers)


def test_a_weekday_still_to_come_that_others_wrote_on():
    early = Page("early", "2021-02-28T00:00:00").tell(
        "Divers searched the hull Monday.", "Monday", event="search"
    )
    others = [ferry("gull", "2021-03-01T09:00:00"), ferry("tern", "2021-03-01T11:30:00")]
    assert "Monday" in shown(check(RULE, *others, early))[0]


def test_a_day_looked_ahead_to_that_others_tell_as_past():
    words = "The coast road {} shut Tuesday while engineers inspect damaged girders."
    told = Page("gull", "2021-03-02T19:00:00").tell(words.format("stayed"), "Tuesday")
    late = Page("late", "2021-03-05T00:00:00").tell(
        words.format("is expected to stay"), "Tuesday", modality=Modality.POSSIBLE
    )
    assert shown(check(RULE, told, late)) == [{"2021-03-05T00:00:00", "Tuesday"}]


@pytest.mark.parametrize(
    ("mark", "stamp", "words"),
    [
        ("Copyright 2022 The Lamp.", "2021-12-31T00:00:00", "2022"),
        ("So sad - Ann (@ann_at_sea) March 5, 2021", "2021-03-02T08:00:00", "March 5, 2021"),
    ],
)
def test_marks_younger_than_the_stamp(mark, stamp, words):
    (row,) = shown(check(RULE, Page("lamp", stamp).tell(mark)))
    assert row == {stamp, words}


def test_a_time_of_day_after_the_stamp():
    page = Page("wire", "2021-03-02T03:30:00").tell(
        "Shares of the line fell to $12 at 9:34 a.m. New York.", "9:34 a.m.", event="fall"
    )
    assert shown(check(RULE, page)) == [{"2021-03-02T03:30:00", "9:34 a.m."}]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(ferry("next", "2021-03-03T08:00:00"), id="the day after"),
        pytest.param(ferry("year", "2022-03-01T08:00:00", "last year"), id="an anniversary"),
        pytest.param(ferry("full", "2021-03-25T08:00:00", "1 March 2021"), id="told by its date"),
        pytest.param(
            Page("after", "2021-03-25T08:00:00").tell(
                "Judges fined the owner this week.", "this week", event="fine", names="marlow"
            ),
            id="what came of it",
        ),
        pytest.param(
            Page("photo", "2021-03-25T08:00:00").tell("Copyright 2021 The Lamp."), id="one year"
        ),
        pytest.param(
            Page("noon", "2021-03-02T14:00:00").tell(
                "Shares fell to $12 at 9:34 a.m. New York.", "9:34 a.m.", event="fall"
            ),
            id="a time before the stamp",
        ),
        pytest.param(
            Page("eve", "2021-03-01T00:00:00").tell("They head for Tuesday's final.", "Tuesday"),
            id="a day ahead told in passing",
        ),
        pytest.param(
            Page("talk", "2021-03-25T00:00:00").tell(
                "The port authority said so off Marlow Monday.", "Monday", event="say", names=NAMES
            ),
            id="said on many a Monday",
        ),
        pytest.param(
            Page("plan", "2021-03-02T14:00:00").tell(
                "The court sits again Friday.", "Friday", modality=Modality.FUTURE
            ),
            id="a plan",
        ),
    ],
)
def test_silent(page):
    assert check(RULE, *near(), page) == []
