"""Paragraphs of a source: every piece is a place in the file, whatever the typography."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checker.extract.passage import LONGEST_PASSAGE, find_stretches
from checker.model.source import Region, RegionKind, Source
from tests.parses.recorded import passages_of, source_of

PIECES = ["a", "Z", "9", ".", "! ", " ", "\n", "\r\n", "\t", "\u00a0", "’", "“", "\u202f", "é", "🛳"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def stretches(text):
    return list(find_stretches(source_of({"text": text})))


def told(text):
    return [text[s.start : s.end] for s in stretches(text)]


@given(TEXTS)
def test_plain_typography_keeps_every_offset(text):
    for stretch in stretches(text):
        assert len(stretch.plain) == stretch.end - stretch.start
        assert not set("’“\u00a0\n") & set(stretch.plain)


@given(TEXTS)
def test_paragraphs_are_in_order_and_leave_out_white_space_alone(text):
    spans = [(0, 0), *((s.start, s.end) for s in stretches(text)), (len(text), len(text))]
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
        assert not text[end:start].strip()


def test_lines_are_paragraphs():
    assert told("One line.\n\n  Two lines.\nThree") == ["One line.", "Two lines.", "Three"]


def test_a_hard_wrapped_sentence_is_one_paragraph():
    wrapped = "The committee of the harbour town met for the third time this week\nto talk of fish."
    assert told(wrapped) == [wrapped]


def test_a_short_line_does_not_wrap():
    assert told("Fish and\nchips") == ["Fish and", "chips"]


def test_a_line_before_a_capital_does_not_wrap():
    line = "The committee of the harbour town met for the third time this week"
    assert told(f"{line}\nTalks go on.") == [line, "Talks go on."]


def test_an_overlong_paragraph_is_cut_after_a_sentence():
    text = "Rain fell. " * (LONGEST_PASSAGE // 11 + 5)
    cut = told(text)
    assert len(cut) == 2
    assert all(len(piece) <= LONGEST_PASSAGE and piece.strip().endswith(".") for piece in cut)


def test_an_overlong_word_is_cut_at_the_limit():
    assert [len(piece) for piece in told("x" * (LONGEST_PASSAGE + 3))] == [LONGEST_PASSAGE, 3]


def test_only_what_people_read_is_read():
    text = "head\nbody\nfoot"
    kinds = (RegionKind.METADATA, RegionKind.BODY, RegionKind.BOILERPLATE)
    regions = tuple(
        Region(kind=kind, start=i * 5, end=min(i * 5 + 5, len(text)))
        for i, kind in enumerate(kinds)
    )
    source = Source(id="a", path="a.txt", text=text, regions=regions)
    assert [(text[s.start : s.end], s.region) for s in find_stretches(source)] == [
        ("body", RegionKind.BODY)
    ]


def test_the_words_of_a_sentence_are_the_source_s_own():
    text = "Anna Berger opened the bridge.\nShe cut the ribbon."
    first, second = passages_of("coreference", {"text": text})
    (sentence,) = second.doc.sents
    span = second.span_of(sentence)
    assert (span.start, span.end) == (text.index("She"), len(text))
    assert second.words(span) == text[span.start : span.end] == "She cut the ribbon."
    assert first.words(first.span(0, 4)) == "Anna"
