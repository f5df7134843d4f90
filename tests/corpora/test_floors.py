"""Scores on the corpora do not fall below what was reached."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from benchmarks.corpora import Corpus, check_stories, corpora, load_scorer, score
from checker.model.discrepancy import Discrepancy, Severity
from checker.model.report import Report

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
CEILINGS = {"sprung", "broken"}
CORPORA = {corpus.name: corpus for corpus in corpora()}

pytestmark = [pytest.mark.corpus, pytest.mark.model]


@pytest.fixture(scope="module", params=sorted(CORPORA))
def measured(request: pytest.FixtureRequest) -> tuple[Corpus, dict[str, Report]]:
    """A corpus with the reports on its stories, made once."""
    corpus = CORPORA[request.param]
    if corpus.missing:
        pytest.skip(corpus.missing)
    return corpus, check_stories(corpus)


def test_every_corpus_has_floors() -> None:
    assert set(FLOORS) == set(CORPORA)


def test_scores_keep_their_floors(
    measured: tuple[Corpus, dict[str, Report]], tmp_path: Path
) -> None:
    corpus, reports = measured
    figures, printed = score(corpus, reports, tmp_path)
    fallen = [
        f"{name} is {figures.get(name, 0):.3f}, set at {bound}"
        for name, bound in FLOORS[corpus.name].items()
        if (figures.get(name, 0) > bound if name in CEILINGS else figures.get(name, 0) < bound)
    ]
    assert not fallen, "\n".join([*fallen, printed])


@pytest.mark.parametrize("wanted", ["duration", "action", "dateline"])
def test_the_three_named_disagreements_are_errors(
    measured: tuple[Corpus, dict[str, Report]], wanted: str
) -> None:
    """11-year and 10-year; recalled and expelled; dated before the Tuesday it reports."""
    corpus, reports = measured
    if corpus.name == "news":
        pytest.skip("they are disagreements of the demo story")
    (story,) = corpus.stories
    cluster = load_scorer().Cluster(corpus.gold / f"{story}.json", corpus.docs)
    gold = next(row for row in cluster.gold if row["family"] == wanted)
    assert any(
        cluster.meets([cluster.counted(v) for v in _versions(row)], gold["places"])
        for row in reports[story].discrepancies
        if row.severity is Severity.ERROR
    ), f"no error shows: {gold['what']}"


def test_a_copy_is_no_independent_source(measured: tuple[Corpus, dict[str, Report]]) -> None:
    corpus, reports = measured
    if corpus.name == "news":
        pytest.skip("said of the demo story, whose copy is known")
    (report,) = reports.values()
    assert len({source.origin for source in report.sources}) == len(report.sources) - 1


def _versions(row: Discrepancy) -> list[dict[str, object]]:
    return [json.loads(version.model_dump_json()) for version in row.versions]
