"""K01: one remark in two wordings."""

from __future__ import annotations

import pytest

from checker.rules.quotation_altered import RULE
from tests.rules.made_sentences import quote_claim, source, told

SPEAKING = [
    pytest.param(
        "a proud moment for every baker in this valley",
        "a proud occasion for every baker in this valley",
        {"a proud moment for every baker", "a proud occasion for every baker"},
        id="a noun",
    ),
    pytest.param(
        "the council warmly welcomes the new ferry and its crew",
        "the council warmly applauds the new ferry and its crew",
        {"the council warmly welcomes the new ferry", "the council warmly applauds the new ferry"},
        id="a verb",
    ),
    pytest.param(
        "they sleep soundly in the sheds in which they have been kept all winter",
        "they sleep in the sheds they've been kept in all winter, soundly",
        {
            "they sleep soundly in the sheds",
            "in the sheds in which they have been",
            "they sleep in the sheds",
            "in the sheds they've been",
            "have been kept all winter",
            "they've been kept in all winter, soundly",
        },
        id="a phrase turned round",
    ),
]

SILENT = [
    pytest.param(
        "a proud moment for every baker in this valley",
        "a proud moment for every baker",
        id="cut shorter",
    ),
    pytest.param(
        "we'll send the e-mail to every neighbour we have",
        "we will send the email to every neighbor we have",
        id="spelling and contraction",
    ),
    pytest.param(
        "I was glad to see it all",
        "I was late to get it all",
        id="two remarks of small words",
    ),
    pytest.param(
        "a proud moment for every baker in this valley",
        "nobody has asked the millers about the price of flour",
        id="two remarks",
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), SPEAKING)
def test_changed_words_are_shown_with_their_neighbours(left, right, expected):
    sources = [source("left", f'"{left}", he said.'), source("right", f'"{right}", he said.')]
    claims = [quote_claim(sources[0], left), quote_claim(sources[1], right)]
    assert told(RULE, sources, claims) == [expected]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_one_wording_and_two_remarks_are_left_unsaid(left, right):
    sources = [source("left", f'"{left}", he said.'), source("right", f'"{right}", he said.')]
    claims = [quote_claim(sources[0], left), quote_claim(sources[1], right)]
    assert told(RULE, sources, claims) == []


def test_evidence_is_short_even_in_a_long_quotation():
    left = "a proud moment " + "for every single baker and miller in this valley " * 6
    sources = [
        source("left", f'"{left}proud indeed of bread"'),
        source("right", f'"{left}fond indeed of bread"'),
    ]
    claims = [
        quote_claim(sources[0], f"{left}proud indeed of bread"),
        quote_claim(sources[1], f"{left}fond indeed of bread"),
    ]
    (shown,) = told(RULE, sources, claims)
    assert max(len(words) for words in shown) <= 100
