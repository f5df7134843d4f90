"""Claims that were stored make the same report as claims that are made anew."""

from __future__ import annotations

import pytest

from benchmarks.corpora import ROOT
from checker import extract, ingest, pipeline
from checker.extract.parser import load_parser
from checker.settings import Settings

pytestmark = pytest.mark.model
SEEDS = ROOT / "seeds"


def test_the_model_is_named_without_loading_it():
    options = extract.ExtractOptions()
    described = extract.describe_model(options.language_model)
    assert described == extract.parser.describe(load_parser(options.language_model))


def test_stored_or_not_the_report_is_the_same(tmp_path):
    settings = Settings(claims_dir=tmp_path)
    fresh = pipeline.check([SEEDS], settings)
    assert pipeline.check([SEEDS], settings, tmp_path) == fresh
    assert pipeline.check([SEEDS], settings, tmp_path) == fresh
    next(tmp_path.glob("mini*.jsonl")).unlink()
    assert pipeline.check([SEEDS], settings, tmp_path) == fresh


def test_a_source_is_read_alone_as_it_is_among_others():
    options = Settings()
    sources, _ = ingest.read_all([SEEDS], options.ingest)
    together = extract.find_claims(sources, options.extract).claims
    alone = [c for s in sources for c in extract.find_claims([s], options.extract).claims]
    assert list(together) == alone
