"""Silence is counted: sentences and figures of which nothing was made."""

from __future__ import annotations

import pytest

from checker.extract.coverage import measure_coverage
from checker.extract.frame import make_claim
from checker.extract.patterns import PATTERNS
from tests.parses.recorded import passages_of, rows_of, source_of


@pytest.mark.parametrize("row", rows_of("coverage"), ids=lambda row: row["why"])
def test_coverage(row):
    passages = passages_of("coverage", row)
    used = [p for p in PATTERNS if p.name in row["patterns"]]
    claims = [make_claim(f, p) for p in passages for pattern in used for f in pattern.find(p)]
    assert claims or not row["understood"]
    found = measure_coverage(source_of(row), passages, claims)
    assert (found.sentences, found.figures) == (row["sentences"], row["figures"])
    assert found.sentences_with_claims == row["understood"]
    assert found.figures_with_claims == row["counted"]
