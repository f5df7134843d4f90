"""Scores on the corpora do not fall below what was reached."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks.corpora import Corpus, check_stories, corpora, score
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
