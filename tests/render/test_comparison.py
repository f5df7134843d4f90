"""A copy beside its original: both can be read out of the changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.render.html.comparison import LONGEST_ALIKE, MOST_WORDS, view_comparison

WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=LONGEST_ALIKE)


def read(comparison, *kinds):
    told = ["".join(p.text for p in c.text) for c in comparison.changes if c.kind in kinds]
    return " ".join(told).split()


@given(WORDS, WORDS)
def test_both_texts_are_in_the_changes(left, right):
    comparison = view_comparison(" ".join(left), " ".join(right))
    assert read(comparison, "same", "gone") == left
    assert read(comparison, "same", "new") == right


def test_long_passages_alike_are_shortened():
    alike = " ".join(f"w{n}" for n in range(100))
    comparison = view_comparison(f"old {alike}", f"{alike} new")
    assert comparison.summary == "1 word left out, 1 word added"
    assert ["".join(p.text for p in c.text) for c in comparison.changes if c.kind == "skip"] == [
        "84 words alike"
    ]


def test_books_are_not_compared():
    assert view_comparison("a " * (MOST_WORDS + 1), "a") is None
