"""Evidence: the exact words, their place, and what stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.review.evidence import (
    CONTEXT,
    LONGEST_QUOTE,
    LONGEST_SENTENCE,
    evidence_of,
    place_in,
)
from tests.review.made_by_hand import claim_of, source_of

LINES = "one\ntwo\r\nthree\rfour"


@pytest.mark.parametrize(
    ("word", "place"),
    [("one", (1, 1)), ("wo", (2, 2)), ("three", (3, 1)), ("four", (4, 1))],
)
def test_lines_end_in_lf_crlf_or_cr(word, place):
    assert place_in(LINES, LINES.index(word)) == place


def test_a_column_counts_code_points():
    assert place_in("🚢 3 boats", 2) == (1, 3)


def test_the_words_stand_between_what_comes_before_and_after():
    source = source_of("x" * 50 + " 3 boats " + "y" * 50)
    found = evidence_of(claim_of(source, "3 boats"), source)
    assert (found.quote, found.prefix, found.suffix) == (
        "3 boats",
        "x" * (CONTEXT - 1) + " ",
        " " + "y" * (CONTEXT - 1),
    )
    assert found.sentence == source.text
    assert found.path == "seeds/left.txt"


def test_at_the_edges_of_a_text_there_is_less_around():
    source = source_of("3 boats")
    found = evidence_of(claim_of(source, "3 boats"), source)
    assert (found.prefix, found.suffix, found.line, found.column) == ("", "", 1, 1)


def test_a_long_quotation_ends_at_a_word():
    source = source_of("many " * 40)
    found = evidence_of(claim_of(source, source.text.strip()), source)
    assert found.quote == ("many " * 24).strip()
    assert len(found.quote) <= LONGEST_QUOTE


def test_an_endless_sentence_is_cut_around_the_words():
    source = source_of("row " * 1000 + "3 boats" + " row" * 1000)
    found = evidence_of(claim_of(source, "3 boats"), source)
    assert len(found.sentence) <= LONGEST_SENTENCE
    offset = found.start - found.sentence_start
    assert found.sentence[offset:].startswith("3 boats row")


@given(st.text(st.sampled_from("ab \n"), min_size=1, max_size=300))
def test_a_quotation_is_always_the_text_at_its_place_and_short(text):
    source = source_of(text)
    found = evidence_of(claim_of(source, text), source)
    assert found.quote == text[found.start : found.end]
    assert 0 < found.end - found.start <= LONGEST_QUOTE
