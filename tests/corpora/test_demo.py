"""The demo story, ours and the real one it stands for, shows its three disagreements."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from benchmarks.corpora import Corpus, check_stories, corpora
from checker.model.report import Report
from tests.corpora.sheet import gold_row, shown_as_error

STORIES = {corpus.name: corpus for corpus in corpora() if corpus.name != "news"}

pytestmark = pytest.mark.model


@pytest.fixture(scope="module", params=["demo", pytest.param("seeds", marks=pytest.mark.corpus)])
def checked(request: pytest.FixtureRequest) -> tuple[Corpus, Report]:
    """A corpus of one story with the report on it."""
    corpus = STORIES[request.param]
    if not corpus.docs.is_dir():
        pytest.skip("the shared corpora are not there; set CHECKER_CORPORA to their folder")
    (report,) = check_stories(corpus).values()
    return corpus, report


@pytest.mark.parametrize("family", ["duration", "action", "dateline"])
def test_the_named_disagreements_are_errors(checked: tuple[Corpus, Report], family: str) -> None:
    """11-year and 10-year; recalled and expelled; dated before the Tuesday it reports."""
    corpus, report = checked
    gold = gold_row(corpus.gold / f"{corpus.stories[0]}.json", family)
    assert shown_as_error(report, gold), f"no error shows: {gold['what']}"


def test_the_copy_is_no_independent_source(checked: tuple[Corpus, Report]) -> None:
    _, report = checked
    copies = [source for source in report.sources if source.copy_of is not None]
    assert len(copies) == 1
    assert copies[0].origin == {s.id: s.origin for s in report.sources}[copies[0].copy_of]


def test_every_source_is_read(checked: tuple[Corpus, Report]) -> None:
    _, report = checked
    assert len(report.sources) == 5
    assert not report.unread


def test_unrelated_teasers_are_no_evidence(checked: tuple[Corpus, Report]) -> None:
    """Behind the digest's article: cartoons, tariffs, and cars that were recalled."""
    _, report = checked
    digest = next(source for source in report.sources if " recalled over " in source.text)
    first_teaser = digest.text.index("\n-\n")
    beyond = [
        evidence.quote
        for row in report.discrepancies
        for version in row.versions
        for evidence in version.evidence
        if PurePath(evidence.path) == PurePath(digest.path) and evidence.start > first_teaser
    ]
    assert not beyond


def test_evidence_is_the_text(checked: tuple[Corpus, Report]) -> None:
    _, report = checked
    texts = {source.id: source.text for source in report.sources}
    places = [e for row in report.discrepancies for v in row.versions for e in v.evidence]
    assert places
    assert all(texts[e.source][e.start : e.end] == e.quote for e in places)
