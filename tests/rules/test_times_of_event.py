"""Times of day of one event under several words for it."""

from __future__ import annotations

import pytest

from checker.model.claim import Modality
from checker.model.discrepancy import Kind
from checker.rules.times_of_event import RULE
from tests.rules.timed import Page, check, shown


def at(name: str, words: str, sentence: str, event: str, subject: str, **told: Modality) -> Page:
    return Page(name, "2021-03-02T20:00:00").tell(
        sentence.format(words), words, event=event, subject=subject, names="marlow", **told
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            at("gull", "around 9 p.m.", "The raid on Marlow began {}.", "begin", "raid"),
            at("tern", "around 9:30 p.m.", "The attack took place {}.", "take", "attack"),
            id="a raid is an attack",
        ),
        pytest.param(
            at("gull", "4:13 pm", "The first alert came from Marlow {}.", "receive", "alert"),
            at("tern", "around 4:20 pm", "They had reports of it {}.", "receive", "report"),
            id="the first message",
        ),
        pytest.param(
            at("gull", "6:10 a.m.", "The ship arrived in Marlow {}.", "arrive", "ship"),
            at("tern", "6:10 p.m.", "The ship landed in Marlow {}.", "land", "ship"),
            id="morning for evening",
        ),
    ],
)
def test_speaks(left, right):
    (row,) = check(RULE, left, right)
    assert row.kind is Kind.CONFLICT
    assert shown([row]) == [{c.words for p in (left, right) for c in p.claims[1:]}]


def test_what_was_planned_and_what_came_is_an_update():
    plan = at(
        "gull", "9:45 am", "It will land in Marlow {}.", "land", "ship", modality=Modality.FUTURE
    )
    came = at("tern", "10:15 am", "It landed in Marlow {}.", "land", "it")
    assert [row.kind for row in check(RULE, plan, came)] == [Kind.UPDATE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            at("gull", "around 9 p.m.", "The raid began {}.", "begin", "raid"),
            at("tern", "9:05 p.m.", "The raid took place {}.", "take", "raid"),
            id="within the hedge",
        ),
        pytest.param(
            at("gull", "9:00 p.m.", "The raid on Marlow began {}.", "begin", "raid"),
            at("tern", "9:20 p.m.", "Marlow woke to the rescue {}.", "wake", "town"),
            id="another event",
        ),
        pytest.param(
            at("gull", "9:34 a.m.", "Shares of Marlow fell {}.", "fall", "share"),
            at("tern", "10:20 a.m.", "Shares of Marlow fell {}.", "fall", "share"),
            id="what moves all day",
        ),
        pytest.param(
            at("gull", "9:00 a.m.", "The mayor of Marlow said so {}.", "say", "mayor"),
            at("tern", "9:40 a.m.", "The mayor of Marlow said so {}.", "say", "mayor"),
            id="everybody says things",
        ),
        pytest.param(
            at("gull", "9:00 a.m.", "The council of Marlow met {}.", "meet", "council"),
            at("tern", "4:00 p.m.", "The council of Marlow met {}.", "meet", "council"),
            id="met twice",
        ),
    ],
)
def test_silent(left, right):
    assert check(RULE, left, right) == []
