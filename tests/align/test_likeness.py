"""What is one question and what is not: fitted weights, features and vetoes."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from checker.align.additive import read_additive
from checker.align.features import SHARED
from checker.align.figures import FIGURES
from checker.align.likeness import fitted_model
from checker.align.options import AlignOptions
from checker.align.times import TIMES
from tests.align.making import alike, claim, pair_of, why_alike

ROWS = tomllib.loads((Path(__file__).parent / "likeness.toml").read_text(encoding="utf-8"))["case"]
THRESHOLD = AlignOptions().threshold
TOLL = {"subject": "people", "event": "kill"}


def sides(row):
    return claim(source="a", **row["left"]), claim(source="b", **row["right"])


def features(*claims, table=FIGURES):
    pairs = pair_of(*claims)
    return {name: float(feature(pairs)[0]) for name, feature in table.items()}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_table(row):
    found = alike(*sides(row))
    verdict = "alike" if found >= THRESHOLD else "apart"
    assert verdict == row["expect"], found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_the_order_of_the_two_does_not_matter(row):
    left, right = sides(row)
    assert alike(left, right) == alike(right, left)


def test_the_table_knows_both_verdicts():
    count = Counter(row["expect"] for row in ROWS)
    assert count["alike"] >= 3
    assert count["apart"] >= 3


def test_one_sentence_answers_several_questions():
    left = claim("12 people", **TOLL)
    assert alike(left, claim("14 people", at=0, **TOLL)) == 0.0
    assert alike(left, claim("14 people", at=200, **TOLL)) > 0.0


def test_one_document_that_says_it_twice_weighs_less():
    here = claim("12 people", "a", **TOLL)
    again = alike(here, claim("14 people", "a", 200, **TOLL))
    assert again < alike(here, claim("14 people", "b", **TOLL))


def test_a_source_that_gives_both_figures_speaks_of_two_things():
    left = claim("30 cranes", "a", subject="crane", event="sell")
    right = claim("40 cranes", "b", subject="crane", event="sell")
    besides = claim("40 cranes", "a", 200, subject="crane", event="paint")
    assert features(left, right, besides)["gives_both"] == 0.5
    assert features(left, right)["gives_both"] == 0.0


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("other_doer", {"agent": "berger"}, {"agent": "lang"}),
        ("countries_apart", {"qualifiers": ["ireland"]}, {"qualifiers": ["denmark"]}),
        ("qualifiers_apart", {"qualifiers": ["flood"]}, {"qualifiers": ["crash"]}),
        ("stage_apart", {"qualifiers": ["initial"]}, {"qualifiers": ["improved"]}),
        ("opposed", {"qualifiers": ["adult"]}, {"qualifiers": ["child"]}),
        ("some_one", {"qualifiers": ["(some of)"]}, {}),
        ("excluding_acts", {"event": "close"}, {"event": "reopen"}),
        ("other_time", {"when": date(2021, 3, 3)}, {"when": date(2019, 3, 3)}),
    ],
)
def test_what_sets_two_claims_apart_is_seen(name, left, right):
    people = [side["agent"] for side in (left, right) if "agent" in side]
    both = [
        claim("12 mines", source, **{"subject": "mine", "participants": people, **side})
        for source, side in (("a", left), ("b", right))
    ]
    plain = [claim("12 mines", source, subject="mine") for source in "ab"]
    assert features(*both)[name] == 1.0
    assert features(*plain)[name] == 0.0


def test_features_are_shares():
    for row in ROWS:
        told = features(*sides(row), table=SHARED)
        assert {name: v for name, v in told.items() if not 0.0 <= v <= 1.0 + 1e-9} == {}


def test_the_reason_names_what_speaks_most_for_a_pair():
    why = why_alike(claim("12 people", "a", **TOLL), claim("14 people", "b", **TOLL))
    assert 1 <= len(why) <= 2


@pytest.mark.parametrize("table", ["figures", "times"])
def test_a_fitted_table_knows_the_features_that_are_measured(table):
    model = fitted_model(table)
    for bounds, steps in zip(model.bounds, model.steps, strict=True):
        assert len(steps) == len(bounds) + 1
        assert list(bounds) == sorted(bounds)
    assert set(model.features) <= (FIGURES if table == "figures" else TIMES).keys()


def test_an_additive_model_reads_steps_and_bounds():
    model = read_additive({"intercept": -1.0, "near": "0.5 0.2 1.5 0.8 2.5"})
    rows = np.array([[0.1], [0.2], [0.5], [0.9]])
    assert model.parts(rows).ravel().tolist() == [0.5, 1.5, 1.5, 2.5]
