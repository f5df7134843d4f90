"""Alignment on gold chains: pairs of sentences of two documents, counted once."""

from __future__ import annotations

from benchmarks.buckets import table
from benchmarks.chains import Together, _lines, across


def test_only_sentences_of_two_documents_are_paired():
    assert across([("a", 1), ("a", 2), ("b", 1), ("b", 1)]) == {
        (("a", 1), ("b", 1)),
        (("a", 2), ("b", 1)),
    }


def test_lines_are_numbered_by_where_they_begin():
    assert _lines("one\ntwo\n\nthree") == [0, 4, 8, 9, 14]


def test_shares_of_nothing_are_none():
    assert (Together(0, 0, 0).precision, Together(0, 0, 0).recall) == (0.0, 0.0)
    assert (Together(4, 8, 2).precision, Together(4, 8, 2).recall) == (0.5, 0.25)


def test_buckets_leave_empty_ones_out():
    lines = list(table({(8, True): 3, (8, False): 1, (4, False): 2}))
    assert [line.split() for line in lines] == [
        ["0.8", "to", "0.9", "3", "of", "4", "0.75"],
        ["0.4", "to", "0.5", "0", "of", "2", "0.00"],
    ]
