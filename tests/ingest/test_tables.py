"""Dates, titles, regions, credits and broken heads against their tables."""

from __future__ import annotations

import pytest

from checker.ingest import IngestOptions, read_all
from tests.ingest.reading import cases, read_text

KINDS = {
    "b": "body",
    "t": "title",
    "m": "metadata",
    "c": "caption",
    "e": "teaser",
    "f": "boilerplate",
}


def _params(table):
    return [pytest.param(case, id=case["why"]) for case in cases(table)]


@pytest.mark.parametrize("case", _params("regions"))
def test_regions(case, tmp_path):
    source = read_text(tmp_path, case["text"].strip("\n"))
    found, offset = [], 0
    for line in source.text.split("\n"):
        if line.strip():
            found.append((source.region_at(offset + len(line) - 1).value, line[:40]))
        offset += len(line) + 1
    wanted = [KINDS[sign] for sign in case["kinds"].split()]
    assert found == list(zip(wanted, (line for _, line in found), strict=True))


@pytest.mark.parametrize("case", _params("published"))
def test_published(case, tmp_path):
    source = read_text(tmp_path, case["text"], case["name"])
    published = source.published
    assert (source.quote(published.span) if published.span else "") == case["quote"]
    if case["quote"]:
        assert published.moment.first == case["first"]
        assert published.moment.grain.value == case["grain"]
        assert published.origin.value == case["origin"]
        assert case["least"] <= published.confidence < 1
    else:
        assert published.moment is None
        assert (published.origin.value, published.confidence) == ("none", 0)


@pytest.mark.parametrize("case", _params("titles"))
def test_titles(case, tmp_path):
    assert read_text(tmp_path, case["text"], case["name"]).title == case["title"]


@pytest.mark.parametrize("case", _params("credits"))
def test_credits(case, tmp_path):
    source = read_text(tmp_path, case["text"])
    assert [credit.outlet for credit in source.credits] == case["outlets"]


@pytest.mark.parametrize("case", _params("front_matter"))
def test_broken_front_matter(case, tmp_path):
    (tmp_path / "a.md").write_bytes(case["text"].encode())
    (tmp_path / "b.md").write_text("The bridge reopened.")
    sources, unread = read_all([tmp_path], IngestOptions())
    assert [source.id for source in sources] == ["b"]
    assert [(failure.reason, failure.remedy) for failure in unread] == [
        (case["reason"], case["remedy"])
    ]
