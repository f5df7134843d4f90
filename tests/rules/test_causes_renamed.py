"""C02: one background, different things blamed."""

from __future__ import annotations

import pytest

from checker.rules.causes_renamed import RULE
from tests.rules.made_sentences import cause_claim, source, told

FINE = "in response to the fine for oil spills in the bay"
PARTIES = ("millhaven",)
LEFT = source("left", f"The yard left Millhaven {FINE}")


def fine():
    return cause_claim(LEFT, "in response", "fine", ("bay", "fine", "oil", "spill"), PARTIES)


def other(text, head, words, parties=PARTIES, opening="because", name="right"):
    document = source(name, f"The yard shut in Millhaven {text}")
    return document, cause_claim(document, opening, head, words, parties)


COMPLAINT = "because the town filed a complaint over oil spills"
SUIT = "because of a suit over oil spills"
VOTE = "because of a vote on oil and the bay"

SPEAKING = [
    pytest.param(COMPLAINT, "complaint", ("complaint", "oil", "spill"), id="fine and complaint"),
    pytest.param(SUIT, "suit", ("oil", "spill", "suit"), id="fine and suit"),
    pytest.param(VOTE, "vote", ("bay", "oil", "vote"), id="fine and vote"),
]

SILENT = [
    pytest.param(
        "because of the fine over oil spills", "fine", ("fine", "oil", "spill"), PARTIES, id="same"
    ),
    pytest.param("because of rain", "rain", ("rain",), PARTIES, id="another background"),
    pytest.param(COMPLAINT, "complaint", ("complaint", "oil", "spill"), (), id="other parties"),
    pytest.param(
        "because the oil spill led to a fine",
        "lead",
        ("fine", "lead", "oil", "spill"),
        PARTIES,
        id="the other names it too",
    ),
]


@pytest.mark.parametrize(("text", "head", "words"), SPEAKING)
def test_two_things_blamed_are_set_side_by_side(text, head, words):
    document, claim = other(text, head, words)
    assert told(RULE, [LEFT, document], [fine(), claim]) == [{FINE, text}]


@pytest.mark.parametrize(("text", "head", "words", "parties"), SILENT)
def test_one_thing_blamed_is_left_unsaid(text, head, words, parties):
    document, claim = other(text, head, words, parties)
    assert told(RULE, [LEFT, document], [fine(), claim]) == []


def test_sources_that_blame_one_thing_stand_together():
    one, blamed = other(COMPLAINT, "complaint", ("complaint", "oil", "spill"))
    two, again = other(COMPLAINT, "complaint", ("complaint", "oil", "spill"), name="third")
    findings = list(told(RULE, [LEFT, one, two], [fine(), blamed, again]))
    assert findings == [{FINE, COMPLAINT}]
