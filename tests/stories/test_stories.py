"""Whole runs over stories of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.model.report import Report
from tests.stories.story import quotes, read_story, shows, write_documents

STORIES = {path.stem: read_story(path) for path in sorted(Path(__file__).parent.glob("*.md"))}
MISSING = [
    pytest.param(name, row, id=f"{name}: {row[0]}")
    for name, story in STORIES.items()
    for row in story.missing
]
pytestmark = pytest.mark.model


def run(name: str, folder: Path) -> Report:
    write_documents(STORIES[name], folder)
    return checker.check([folder])


@pytest.mark.parametrize("name", STORIES)
def test_story(name, tmp_path):
    story, report = STORIES[name], run(name, tmp_path)
    assert len(report.sources) == len(story.documents) >= 2
    assert not report.unread
    shown = [
        (row.code, [[e.quote for e in v.evidence] for v in row.versions])
        for row in report.discrepancies
    ]
    for code, left, right in story.expected:
        assert shows(report, code, left, right), f"{code}: {left} | {right} not in {shown}"
    for words in story.silent:
        assert not any(words in quote for quote in quotes(report)), f"{words!r} shown in {shown}"


@pytest.mark.xfail(strict=True, reason="an editor would expect this row: see the story")
@pytest.mark.parametrize(("name", "row"), MISSING)
def test_not_yet(name, row, tmp_path):
    assert shows(run(name, tmp_path), *row)


@pytest.mark.parametrize("name", STORIES)
def test_what_is_quoted_stands_there(name, tmp_path):
    report = run(name, tmp_path)
    texts = {source.id: source.text for source in report.sources}
    assert report.claims
    for claim in report.claims:
        assert claim.words == texts[claim.source][claim.span.start : claim.span.end]
    for row in report.discrepancies:
        for evidence in (e for version in row.versions for e in version.evidence):
            assert evidence.quote == texts[evidence.source][evidence.start : evidence.end]


def test_silence_is_asked_of_words_that_stand_there():
    for story in STORIES.values():
        text = "\n".join(story.documents.values())
        words = [*story.silent, *(w for row in story.expected + story.missing for w in row[1:])]
        assert not [w for w in words if w not in text], story.why
