"""The fingerprint: what wakes a settled matter, and what does not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.review.fingerprint import fingerprint

WORDS = st.text(max_size=8)


def test_the_scheme_is_pinned():
    """Decisions on disk hang on these very characters: a change is a new scheme."""
    assert fingerprint("U01", "duration|freeze", ["P10Y", "P11Y"]) == "v1-4f4b2139a3d04714"


@given(WORDS, WORDS, st.lists(WORDS, min_size=1))
def test_order_and_repeats_of_answers_do_not_count(code, key, normals):
    made = fingerprint(code, key, normals)
    assert re.fullmatch(r"v1-[0-9a-f]{16}", made)
    assert fingerprint(code, key, [*reversed(normals), normals[0]]) == made


@given(st.tuples(WORDS, WORDS, st.frozensets(WORDS)), st.tuples(WORDS, WORDS, st.frozensets(WORDS)))
def test_different_matters_have_different_prints(left, right):
    assert (fingerprint(*left) == fingerprint(*right)) == (left == right)
