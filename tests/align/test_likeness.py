"""What is one question and what is not: weights, features and vetoes."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from checker.align.likeness import likeness, vetoed
from checker.align.options import AlignOptions
from tests.align.making import claim, nobody_else

ROWS = tomllib.loads((Path(__file__).parent / "likeness.toml").read_text(encoding="utf-8"))["case"]
THRESHOLD = AlignOptions().threshold


def sides(row):
    return claim(source="a", **row["left"]), claim(source="b", **row["right"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_table(row):
    left, right = sides(row)
    found = likeness(left, right, nobody_else())
    verdict = "alike" if found.score >= THRESHOLD else "unlike"
    if row["expect"] == "apart":
        assert verdict == "unlike"
    else:
        assert ("vetoed" if vetoed(left, right) else verdict) == row["expect"], found
    assert {name: found.features[name] for name in row.get("features", {})} == row.get(
        "features", {}
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_the_order_of_the_two_does_not_matter(row):
    left, right = sides(row)
    assert likeness(left, right, nobody_else()) == likeness(right, left, nobody_else())


def test_the_table_knows_every_verdict():
    count = Counter(row["expect"] for row in ROWS)
    assert {verdict for verdict, n in count.items() if n >= 3} >= {"alike", "unlike", "vetoed"}


def test_one_sentence_answers_several_questions():
    left = claim("12 people", subject="people", event="kill")
    right = claim("14 people", subject="people", event="kill", at=0)
    assert vetoed(left, right)
    assert not vetoed(left, claim("14 people", subject="people", event="kill", at=200))


def test_one_document_that_says_it_twice_weighs_less():
    said = {"subject": "people", "event": "kill"}
    here = claim("12 people", "a", **said)
    again = likeness(here, claim("14 people", "a", 200, **said), nobody_else())
    elsewhere = likeness(here, claim("14 people", "b", **said), nobody_else())
    assert again.features["one_source"] == 1.0
    assert again.score < elsewhere.score


def test_the_reason_names_the_strongest_features():
    said = {"subject": "people", "event": "kill"}
    found = likeness(claim("12 people", "a", **said), claim("14", "b", **said), nobody_else())
    assert found.why == "same event, same subject"
