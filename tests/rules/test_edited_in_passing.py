"""K03: a sentence taken over with a word of it changed."""

from __future__ import annotations

import pytest

from checker.rules.edited_in_passing import RULE
from tests.rules.made_sentences import sentence_claim, source, told

SPEAKING = [
    pytest.param(
        "The old bridge over the canal was not inspected by the council last spring.",
        "The old bridge over the canal was inspected by the council last spring.",
        {"the canal was not inspected by the", "the canal was inspected by the"},
        id="a negation dropped",
    ),
    pytest.param(
        "The keeper left the pitch with a possible fracture of the left wrist before half-time.",
        "The keeper left the pitch with a fracture of the left wrist before half-time.",
        {"pitch with a possible fracture of the", "pitch with a fracture of the"},
        id="a hedge dropped",
    ),
    pytest.param(
        "The council said that the library in the harbour quarter would reopen on Monday at noon.",
        "The council said that the library in the harbour quarter would reopen on Friday at noon.",
        {"would reopen on Monday at noon", "would reopen on Friday at noon"},
        id="another weekday",
    ),
    pytest.param(
        "The storm tore the roofs off seven houses in the village before it moved out to sea.",
        "The storm tore the roofs off nine houses in the village before it moved out to sea.",
        {"the roofs off seven houses in the", "the roofs off nine houses in the"},
        id="another number",
    ),
    pytest.param(
        "The thieves carried the paintings out of the palace through a window on the north side.",
        "The thieves carried the paintings out of the museum through a window on the north side.",
        {"out of the palace through a window", "out of the museum through a window"},
        id="another noun",
    ),
]

SILENT = [
    pytest.param(
        "It's the tallest centre in the whole of the town, the mayor said at the opening.",
        "It is the tallest center in the whole of the town, the mayor says at the opening.",
        id="spelling, a contraction, and says for said",
    ),
    pytest.param(
        "The team went on a holiday of eight days after the last match of the season was over.",
        "The team went on a vacation of 8 days after the last match of the season was over.",
        id="a synonym and a number in figures",
    ),
    pytest.param(
        "The orchestra will play in the great hall of the town for the first time in a decade.",
        "The orchestra will play in the great hall of this town for the first time in a decade.",
        id="a small word",
    ),
    pytest.param(
        "The orchestra will play in the great hall of the town for the first time in a decade.",
        "The orchestra has never had so many guests in the great hall of the town as last night.",
        id="another sentence",
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), SPEAKING)
def test_a_changed_word_is_shown_with_its_neighbours(left, right, expected):
    sources = [source("left", left), source("right", right)]
    assert told(RULE, sources, [sentence_claim(s) for s in sources]) == [expected]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_style_is_left_unsaid(left, right):
    sources = [source("left", left), source("right", right)]
    assert told(RULE, sources, [sentence_claim(s) for s in sources]) == []


def test_a_source_is_not_held_against_itself():
    left, right, _ = SPEAKING[0].values
    both = source("left", f"{left} {right}")
    first = sentence_claim(both)
    cut = first.sentence.model_copy(update={"end": len(left)})
    rest = first.sentence.model_copy(update={"start": len(left) + 1})
    claims = [first.model_copy(update={"sentence": place}) for place in (cut, rest)]
    assert told(RULE, [both], claims) == []
