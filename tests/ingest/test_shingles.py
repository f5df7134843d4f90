"""Shared shingles are counted as a walk over all holders would count them."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from itertools import pairwise
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest import shared_shingles
from checker.ingest.shared_shingles import count_shared
from checker.ingest.shingles import SHINGLE, shingles_of
from checker.model.source import Region, RegionKind, Source

BODIES = st.lists(st.sets(st.integers(0, 40)), max_size=12)


def source(text: str, *cuts: int) -> Source:
    """A document whose body is cut into regions."""
    places = [0, *cuts, len(text)]
    regions = tuple(
        Region(kind=RegionKind.BODY, start=start, end=end) for start, end in pairwise(places)
    )
    return Source(id="a", path="a.txt", text=text, regions=regions)


@pytest.mark.parametrize("most", [1, 2, 32])
@pytest.mark.parametrize("at_once", [5, 1_000])
@given(bodies=BODIES)
def test_counts_are_those_of_each_holder_with_the_first_few(bodies, most, at_once):
    counts: dict[int, Counter[int]] = {}
    for shingle in range(41):
        held_by = [place for place, body in enumerate(bodies) if shingle in body]
        for at, right in enumerate(held_by):
            for left in held_by[: min(at, most)]:
                counts.setdefault(right, Counter())[left] += 1
    documents = [np.array(sorted(body), np.uint32) for body in bodies]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared_shingles, "MOST_HOLDERS", most)
        patch.setattr(shared_shingles, "SORTED_AT_ONCE", at_once)
        assert list(count_shared(documents, range(len(bodies)))) == sorted(counts.items())


def test_thousands_of_records_of_one_form_take_little_memory():
    def peak(count: int) -> int:
        draw = np.random.default_rng(1)
        form = np.arange(200, dtype=np.uint32)
        records = [
            np.unique(np.where(draw.random(200) < 0.2, draw.integers(0, 2**32, 200), form))
            for _ in range(count)
        ]
        records = [each.astype(np.uint32) for each in records]
        tracemalloc.start()
        found = sum(len(shared) > 0 for _, shared in count_shared(records, range(count)))
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert found == count - 1
        return size

    # Counts of all pairs would take some two hundred bytes for each of them.
    assert peak(2_000) < 2_000 * 200 * 60


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("", ()),
        ("four words are few", ()),
        ("Five words are a run", ()),
        ("One_two--three\n\nfour FIVE six, İstanbul ΟΔΟΣ", (15,)),
        ("a cut inside of some word parts it", (10,)),
        ("!? -- _ ...", (4,)),
    ],
)
def test_a_shingle_is_a_run_of_small_words(text, cuts):
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    words = [
        word.lower()
        for piece in pieces
        for word in "".join(c if c.isalnum() else " " for c in piece).split()
    ]
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    assert list(shingles_of(source(text, *cuts))) == sorted(crc32(run.encode()) for run in runs)
