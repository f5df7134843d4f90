"""Claims → clusters: each claim in one of them, whatever the order of reading."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.align import AlignOptions, cluster, likeness
from checker.align.blocking import (
    MOST_NEARBY,
    MOST_SHARING,
    all_pairs,
    candidate_pairs,
    keys_of,
)
from checker.align.clusters import cluster_alike, cluster_key
from checker.align.side import read_sides
from checker.align.weighing import Weighing
from tests.align.making import claim, nobody_else, person

OPTIONS = AlignOptions()
WORDS = st.sampled_from(["12 people", "13 people", "14 people", "about 90 people"])
SAID = st.fixed_dictionaries(
    {
        "words": WORDS,
        "source": st.sampled_from("abc"),
        "subject": st.sampled_from(["people", "digger", "tourist", ""]),
        "event": st.sampled_from(["kill", "die", "seize", ""]),
        "agent": st.sampled_from(["berger", ""]),
    }
)


def pairs_of(claims):
    return list(candidate_pairs(read_sides(claims, nobody_else())))


def placed(said):
    return [claim(at=i * 200, **one) for i, one in enumerate(said)]


CLAIMS = st.lists(SAID, max_size=8).map(placed)


def toll(words, source, at=0, **more):
    return claim(words, source, at, subject="people", event="kill", **more)


def groups(claims):
    return [[c.words for c in found.claims] for found in cluster(claims, OPTIONS)]


@settings(deadline=None)
@given(CLAIMS)
def test_every_claim_is_in_one_cluster(claims):
    held = Counter(c.id for found in cluster(claims, OPTIONS) for c in found.claims)
    assert held == Counter(c.id for c in claims)


@settings(deadline=None)
@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_claims_does_not_matter(both):
    claims, shuffled = both
    assert cluster(claims, OPTIONS) == cluster(shuffled, OPTIONS)


@settings(deadline=None)
@given(CLAIMS)
def test_a_cluster_asks_for_one_attribute_and_says_how_like(claims):
    for found in cluster(claims, OPTIONS):
        assert {c.question.attribute for c in found.claims} == {found.attribute}
        assert 0.0 <= found.likeness <= 1.0
        assert len(found.claims) == 1 or found.likeness >= OPTIONS.threshold


def test_three_sources_on_one_toll_are_one_question():
    claims = [toll("12 people", "a"), toll("13 people", "b"), toll("12 people", "c")]
    (found,) = cluster(claims, OPTIONS)
    assert found.key == "count|people|kill"
    assert [c.source for c in found.claims] == ["a", "b", "c"]


def test_dead_and_hurt_are_two_questions():
    hurt = claim("30 people", "b", subject="people", event="injure")
    assert groups([toll("12 people", "a"), hurt, toll("13 people", "c")]) == [
        ["30 people"],
        ["12 people", "13 people"],
    ]


def test_a_vetoed_pair_keeps_its_groups_apart():
    # One sentence counts "12 people" and "14 people": 13 may be either, not both.
    claims = [toll("12 people", "a"), toll("13 people", "b"), toll("14 people", "a", 0)]
    assert sorted(map(len, groups(claims))) == [1, 2]


def test_a_higher_threshold_never_makes_larger_clusters():
    claims = [toll("12 people", "a"), toll("13 people", "b"), toll("14 people", "c")]
    sizes = [len(cluster(claims, AlignOptions(threshold=t))) for t in (0.45, 0.999)]
    assert sizes == [1, 3]


def test_names_go_by_their_bearer():
    claims = [person("Anna Berger", "a"), person("Berger", "b"), person("Paul Lang", "b", 200)]
    found = cluster(claims, OPTIONS)
    assert [(c.key, len(c.claims)) for c in found] == [
        ("name|anna berger", 2),
        ("name|paul lang", 1),
    ]


def test_a_key_is_named_by_the_commonest_words():
    claims = [claim("12", event=event) for event in ("kill", "die", "kill")]
    assert cluster_key(claims) == "count||kill"


def test_nothing_gives_nothing():
    assert cluster([], OPTIONS) == ()


def test_claims_without_a_common_key_are_never_compared():
    claims = [
        claim("12 cranes", "a", subject="crane", event="sell"),
        claim("12 boats", "b", subject="boat", event="paint"),
    ]
    assert pairs_of(claims) == []


def test_words_for_one_thing_share_a_key():
    both = [toll("12 people", "a"), claim("13 miners", "b", subject="miner", event="die")]
    killed, died = read_sides(both, nobody_else())
    assert keys_of(killed) & keys_of(died)


def test_words_around_a_figure_pair_it_but_not_those_of_everybody():
    def crowd(size):
        return pairs_of(
            [claim("12", f"s{n}", subject=f"thing{n}", nearby=["pier"]) for n in range(size)]
        )

    assert len(crowd(3)) == 3
    assert crowd(MOST_NEARBY + 1) == []


def test_pairs_come_once_and_in_order():
    claims = [toll("12 people", source) for source in "abcd"]
    pairs = pairs_of(claims)
    assert sorted(pairs) == [(i, j) for i in range(4) for j in range(i + 1, 4)]


def test_a_key_that_all_share_is_passed_over():
    crowd = [claim("12", f"s{i}", event="die") for i in range(MOST_SHARING + 1)]
    assert pairs_of(crowd) == []
    assert len(pairs_of(crowd[:20])) == 190


def test_pairs_grow_with_the_number_of_stories_not_its_square():
    def pairs(things):
        claims = [
            claim("12 parts", source, i * 200, subject=f"thing{i}")
            for i in range(things)
            for source in "ab"
        ]
        return len(pairs_of(claims))

    assert [pairs(10), pairs(100)] == [10, 100]


def test_of_a_key_that_all_share_those_with_another_such_key_meet():
    told = [
        toll("12 people", f"s{i}", nearby=["hospital" if i % 10 else "quay"])
        for i in range(MOST_SHARING + 1)
    ]
    beside = [i for i in range(len(told)) if i % 10 == 0]
    assert pairs_of(told) == list(combinations(beside, 2))


def test_whoever_little_is_told_of_is_compared_under_all_verbs():
    acts = [
        claim(verb, source, attribute="action", subject="prosecutor", event=verb)
        for verb, source in (("object", "a"), ("sign", "b"))
    ]
    assert pairs_of(acts) == [(0, 1)]


def test_all_pairs_are_compared_where_that_is_asked_for():
    claims = [claim("12 cranes", "a", subject="crane"), claim("12 boats", "b", subject="boat")]
    assert pairs_of(claims) == []
    assert list(all_pairs(read_sides(claims, nobody_else()))) == [(0, 1)]
    assert len(cluster(claims, AlignOptions(exhaustive=True, threshold=0.01))) == 1


def test_the_pairs_of_a_large_story_are_weighed_some_at_a_time(monkeypatch):
    claims = [toll(f"{12 + n % 3} people", f"s{n}") for n in range(9)]
    whole = cluster(claims, OPTIONS)
    monkeypatch.setattr(likeness, "AT_ONCE", 5)
    assert cluster(claims, OPTIONS) == whole


def test_groups_of_one_attribute_alone():
    found = cluster_alike(Weighing.FIGURES, [toll("12 people", "a")], nobody_else(), OPTIONS)
    assert [(c.key, c.likeness, c.why) for c in found] == [("count|people|kill", 1.0, "")]
