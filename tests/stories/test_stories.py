"""Whole runs over stories of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from tests.stories.story import quotes, read_story, shows, write_documents

STORIES = sorted(Path(__file__).parent.glob("*.md"))


@pytest.mark.model
@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path, tmp_path):
    story = read_story(path)
    write_documents(story, tmp_path)
    report = checker.check([tmp_path])
    shown = [
        (row.code, [[e.quote for e in v.evidence] for v in row.versions])
        for row in report.discrepancies
    ]
    for code, left, right in story.expected:
        assert shows(report, code, left, right), f"{code}: {left} | {right} not in {shown}"
    for words in story.silent:
        assert not any(words in quote for quote in quotes(report)), f"{words!r} shown in {shown}"
