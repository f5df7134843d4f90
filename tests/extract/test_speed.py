"""What makes extraction fast changes nothing but the time, and is put back afterwards."""

from __future__ import annotations

import gc
import re

import pytest

from benchmarks.corpora import ROOT
from checker.extract.memory import LOT, seldom_collected
from checker.extract.parser import load_parser
from checker.extract.patterns.state import STATES
from checker.lexicon import load

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


@pytest.fixture
def threshold():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(("own", "within"), [(700, LOT), (LOT * 2, LOT * 2), (0, 0)])
@pytest.mark.usefixtures("threshold")
def test_garbage_is_looked_for_as_before_afterwards(own, within):
    gc.set_threshold(own, 10, 10)
    with seldom_collected():
        assert gc.get_threshold()[0] == within
    assert gc.get_threshold() == (own, 10, 10)


@pytest.mark.model
def test_rules_that_are_remembered_hold_where_they_would():
    from spacy.pipeline import AttributeRuler

    parser = load_parser("auto")
    ruler = parser.get_pipe("attribute_ruler")
    odd = ["", "Wow!  \n x", "The   gonna \t y'all been ; :) but U.S. ca n't"]
    for doc in parser.pipe([*TEXTS, *odd]):
        assert ruler.match(doc) == AttributeRuler.match(ruler, doc)


@pytest.mark.model
def test_other_models_multiply_as_they_did():
    from thinc.api import NumpyOps, get_current_ops

    ours = load_parser("auto").get_pipe("ner").model.ops
    assert type(ours) is NumpyOps
    assert not ours.use_blis
    assert get_current_ops().use_blis


def shortest(phrase):
    """A text that says a phrase of the lexicon in as few words as it may."""
    words = [word for word in phrase.split() if word != "*" and word[-1] != "?"]
    return " ".join(word.split("/")[0] for word in words) + " "


def test_what_is_looked_for_has_a_telling_word():
    for kind, states in STATES.items():
        for state in states:
            for phrase in load("states")[kind][state.name]:
                text = shortest(phrase)
                assert state.put.search(text), phrase
                assert state.telling & set(re.split(r"\s", text)), phrase
