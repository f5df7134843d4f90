"""Who is who and which words are rare, over all sources of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.story import find_bearers, read_story
from tests.align.making import claim, person

NAMES = ["Anna Berger", "A Berger", "Paul Berger", "Paul Lang", "Berger", "Lang"]


@pytest.mark.parametrize(
    ("names", "bearers"),
    [
        (["Anna Berger", "Berger"], {"berger": "anna berger"}),
        (["Anna Berger", "Paul Lang"], {"berger": "anna berger", "lang": "paul lang"}),
        (["Anna Berger", "Paul Berger"], {}),
        (["Berger"], {}),
        (["Anna Berger", "A Berger", "Anna Berger"], {"berger": "anna berger"}),
    ],
)
def test_bearers(names, bearers):
    assert find_bearers([person(name, at=i * 50) for i, name in enumerate(names)]) == bearers


@given(st.permutations([person(name, at=i * 50) for i, name in enumerate(NAMES)]))
def test_bearers_do_not_depend_on_order(claims):
    assert find_bearers(claims) == find_bearers(list(reversed(claims))) == {"lang": "paul lang"}


def test_a_name_without_a_bearer_stands_for_itself():
    assert read_story([person("Anna Berger")]).bearer("lang") == "lang"


def test_what_every_sentence_says_tells_little():
    story = read_story(
        [
            claim("12 people", at=i * 200, context=["harbour", *rare])
            for i, rare in enumerate([["crane"], [], []])
        ]
    )
    assert story.mass(["harbour"]) < story.mass(["crane"]) <= story.mass(["never said"]) == 1.0


def test_a_subject_with_one_figure_a_source_is_rare():
    diggers = [
        claim("30 cranes", "a", subject="crane"),
        claim("40 cranes", "b", subject="crane"),
    ]
    loud = [claim(f"{n} boats", "a", n * 200, subject="boat") for n in (3, 4, 5)]
    story = read_story([*diggers, *loud])
    assert story.rarity(diggers[0]) == 1.0
    assert story.rarity(loud[0]) == pytest.approx(-1 / 3)


def test_people_are_counted_in_many_ways():
    counted = claim("30 people", subject="people", event="kill")
    assert read_story([counted]).rarity(counted) == 0.0
