"""Stories by content: the same whoever joins the tables, in whatever order they come."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ingest import story_candidates
from checker.ingest.linkage import link
from checker.ingest.story_candidates import (
    FEWEST_KEYS,
    FEWEST_SHARED,
    MOST_HOLDERS,
    KnownInMemory,
    candidate_pairs,
    candidates_of,
    rooms_of,
)
from checker.ingest.story_groups import group_alike, likeness_of_pairs, nearest
from checker.ingest.telling import Telling, holders_of

WORDS = [f"w{letter}" for letter in "abcdefghijklmnop"]
DAYS = st.one_of(st.none(), st.integers(736_000, 736_100))
BAGS = st.dictionaries(st.sampled_from(WORDS), st.integers(1, 4), max_size=9)
FERRY = "aurelia lindholm ferry pier captain voss coastguard rudder passengers struck"
MINE = "karsk shaft mine belmont ostrava union collapsed miners rescuers owner"


@st.composite
def documents(draw, most=14):
    bags = draw(st.lists(st.tuples(BAGS, DAYS), max_size=most))
    return [Telling(f"d{at:02d}", words, day) for at, (words, day) in enumerate(bags)]


def told(name: str, words: str, day: int | None = None) -> Telling:
    return Telling(name, Counter(words.split()), day)


def named(tellings: list[Telling]) -> set[tuple[str, str]]:
    pairs = [(tellings[left].id, tellings[right].id) for left, right in candidate_pairs(tellings)]
    return {(min(pair), max(pair)) for pair in pairs}


def by_sql(tellings: list[Telling]) -> set[tuple[str, str]]:
    """What the statements in the docstring find."""
    base = sqlite3.connect(":memory:")
    base.create_function("least", 2, min)
    base.create_function("greatest", 2, max)
    base.execute("CREATE TABLE words(room, id, word)")
    rows = [(r, t.id, word) for t in tellings for r in rooms_of(t.day) for word in t.words]
    base.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
    constants = {
        "most_holders": story_candidates.MOST_HOLDERS,
        "fewest_keys": FEWEST_KEYS,
        "fewest_shared": FEWEST_SHARED,
    }
    text = story_candidates.__doc__ or ""
    first, second, asked = re.findall(r"(?:CREATE VIEW|SELECT DISTINCT)[^;]+;", text)
    base.execute(first)
    base.execute(second)
    return set(base.execute(asked, constants))


def linked_by_definition(
    count: int, likeness: Mapping[tuple[int, int], int], enough: int
) -> list[int]:
    groups = [[place] for place in range(count)]
    while True:
        averages = [
            (sum(likeness.get((min(p), max(p)), 0) for p in product(a, b)) / len(a) / len(b), a, b)
            for a, b in combinations(groups, 2)
        ]
        average, left, right = max(averages, key=lambda each: each[0], default=(0, [], []))
        if average < enough or not averages:
            return [next(min(g) for g in groups if place in g) for place in range(count)]
        groups = [g for g in groups if g not in (left, right)] + [left + right]


@given(documents(), st.randoms())
def test_the_order_of_documents_does_not_matter(tellings, shuffle):
    mixed = list(tellings)
    shuffle.shuffle(mixed)
    assert group_alike(mixed) == group_alike(tellings)
    assert named(mixed) == named(tellings)


@given(documents())
def test_blocks_find_what_all_pairs_would(tellings):
    shared = [
        (left.id, right.id)
        for left, right in combinations(tellings, 2)
        if len(left.words.keys() & right.words.keys()) >= FEWEST_SHARED
    ]
    assert named(tellings) == set(shared)


@settings(max_examples=60)
@pytest.mark.parametrize("most", [2, 4, MOST_HOLDERS])
@given(tellings=documents(30))
def test_joins_and_counts_find_the_same(tellings, most):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story_candidates, "MOST_HOLDERS", most)
        assert named(tellings) == by_sql(tellings)


@given(documents(), documents(1))
def test_a_new_document_meets_what_it_would_have_met(tellings, new):
    for telling in new:
        met = set(candidates_of(telling, KnownInMemory(tellings)))
        late = Telling("new", telling.words, telling.day)
        assert met == {left for left, right in named([*tellings, late]) if right == "new"}


@settings(max_examples=200)
@given(
    st.integers(2, 9).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.dictionaries(
                st.sampled_from(list(combinations(range(count), 2))),
                st.integers(1, 1_000_000),
                max_size=30,
            ),
        )
    ),
    st.integers(1, 600_000),
)
def test_sums_link_as_averages_over_members_do(graph, enough):
    count, likeness = graph
    # Ties may go either way: a little of its own to each pair tells them apart.
    apart = {
        pair: alike * 10**9 + 7 ** (at % 10) * (at + 1)
        for at, (pair, alike) in enumerate(sorted(likeness.items()))
    }
    expected = linked_by_definition(count, apart, enough * 10**9)
    assert link(count, apart, enough * 10**9) == expected


def test_two_events_and_a_stray():
    tellings = [told(f"f{at}", FERRY) for at in range(3)] + [told(f"m{at}", MINE) for at in (1, 2)]
    found = group_alike([*tellings, told("x", "wheat prices fell again tarnow traders")])
    assert found == {"f0": "f0", "f1": "f0", "f2": "f0", "m1": "m1", "m2": "m1", "x": "x"}


def test_a_reprint_with_the_wrong_year_stays():
    others = [told(f"m{at}", f"{MINE} other{at}", 734_000 + at) for at in range(9)]
    ferry = [told("f1", f"{FERRY} monday", 735_000), told("f2", f"{FERRY} harbour", 735_365)]
    found = group_alike([*others, *ferry])
    assert found["f2"] == "f1"


def test_what_is_a_little_like_and_far_apart_in_time_is_another_event():
    own = [f"cup final goal {' '.join(name + end for end in WORDS[:14])}" for name in ("x", "y")]
    others = [told(f"m{at}", f"{MINE} other{at}") for at in range(9)]

    def pair(days: int) -> dict[str, str]:
        return group_alike([told("a", own[0], 735_000), told("b", own[1], 735_000 + days), *others])

    assert pair(10)["b"] == "a"
    assert pair(400)["b"] == "b"


def test_a_name_that_all_hold_pairs_those_of_one_fortnight():
    """More documents than may share a key hold these words, a few in each fortnight."""
    tellings = [told(f"d{at:03d}", FERRY, 735_000 + 100 * (at // 3)) for at in range(300)]
    rooms = named(tellings)
    assert ("d000", "d002") in rooms
    assert ("d150", "d152") in rooms
    assert ("d150", "d200") not in rooms


def test_hundreds_of_reprints_are_one_story():
    reprints = [told(f"r{at:03d}", FERRY, 735_000) for at in range(300)]
    others = [told(f"s{at:03d}", f"a{at} b{at} c{at} d{at}", 735_000) for at in range(300)]
    found = group_alike([*reprints, *others])
    assert {found[each.id] for each in reprints} == {"r000"}
    assert len(set(found.values())) == 301


def test_pairs_grow_with_the_documents():
    def pairs(count: int) -> int:
        crowd = [told(f"d{at:04d}", f"{FERRY} w{at % 97} x{at % 89}") for at in range(count)]
        return len(candidate_pairs(crowd))

    assert pairs(2_000) < 2.3 * pairs(1_000)


def test_a_new_document_needs_the_rows_of_its_candidates_only():
    known = [told(f"f{at}", f"{FERRY} f{at}") for at in range(9)]
    known += [told(f"m{at}", f"{MINE} m{at}") for at in range(5)]
    new = told("new", f"{FERRY} tug")
    story_of = {each.id: each.id[0] for each in known}
    by_id = {each.id: each for each in known}
    near = [(by_id[at], story_of[at]) for at in candidates_of(new, KnownInMemory(known))]
    needed = set(new.words).union(*(other.words for other, _ in near))
    holders = {w: n for w, n in holders_of([*known, new]).items() if w in needed}
    sizes = {"f": 9}
    assert {story for _, story in near} == {"f"}
    assert nearest(new, near, sizes, holders, len(known) + 1) == "f"
    assert nearest(new, [], {}, holders_of([new]), len(known) + 1) == "new"


def test_likeness_is_that_of_the_documents_whatever_their_order():
    tellings = [told("a", FERRY), told("b", f"{FERRY} tug"), told("c", MINE)]
    there = likeness_of_pairs(tellings, [(0, 1)])
    assert list(likeness_of_pairs(tellings[::-1], [(1, 2)]).values()) == list(there.values())
    assert 0 < there[0, 1] <= 1_000_000
