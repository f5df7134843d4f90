"""The tables of this folder: what each pattern finds, and where it is silent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checker.extract.frame import make_claim
from checker.extract.patterns import PATTERNS
from checker.model.claim import Claim
from checker.values.normal import normal_form
from tests.parses.recorded import passages_of, plain_texts, recorded, rows_of, source_of

FIND = {pattern.name: pattern.find for pattern in PATTERNS}
NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.toml"))
CASES = [pytest.param(n, row, id=f"{n}: {row['why']}") for n in NAMES for row in rows_of(n)]


def claims_of(name, row) -> list[Claim]:
    return [make_claim(f, p) for p in passages_of(name, row) for f in FIND[name](p)]


def seen(claim, field):
    """A field of a row as the claim has it."""
    if field == "value":
        return normal_form(claim.value)
    if field in {"words", "negated", "modality"}:
        return getattr(claim, field)
    found = claim.said_by if field == "said_by" else getattr(claim.question, field)
    return list(found) if isinstance(found, tuple) else found


@pytest.mark.parametrize(("name", "row"), CASES)
def test_pattern(name, row):
    expected = [] if row["expect"] == "silent" else row["expect"]
    claims = claims_of(name, row)
    assert len(claims) == len(expected), [claim.words for claim in claims]
    for claim, wanted in zip(claims, expected, strict=True):
        assert {field: seen(claim, field) for field in wanted} == wanted


@pytest.mark.parametrize(("name", "row"), CASES)
def test_words_stand_at_their_span(name, row):
    text = source_of(row).text
    for claim in claims_of(name, row):
        assert claim.words == text[claim.span.start : claim.span.end]
        assert claim.sentence.covers(claim.span)
        assert claim.found_by == name


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_silent_rows_and_no_more_parses_than_it_needs(name):
    count = Counter(row["expect"] == "silent" for row in rows_of(name))
    assert count[True] >= 3
    assert count[False] >= 3
    assert set(recorded(name).parses) == set(plain_texts(name))
