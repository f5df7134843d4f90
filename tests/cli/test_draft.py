"""`--draft FILE` through the command line."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("seeds")


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "ours.txt"
    path.write_text("The harbour lost 3 boats in the storm.\n")
    return path


def test_a_draft_may_lie_elsewhere_and_is_no_source(run, draft):
    done = run("check", "seeds", "--draft", str(draft), "--output", "json:-")
    report = json.loads(done.out)
    (sentence,) = report["draft"]["sentences"]
    assert (report["draft"]["source"], sentence["footing"]) == ("ours", "contradicted")
    assert sentence["independent"] == 1
    (row,) = report["discrepancies"]
    assert [version["independent"] for version in row["versions"]] == [1, 1]
    assert "ours" in row["versions"][0]["sources"] + row["versions"][1]["sources"]


def test_no_draft_is_nothing_of_one(run):
    assert json.loads(run("check", "seeds", "--output", "json:-").out)["draft"] is None


def test_a_draft_that_is_not_there(run):
    done = run("check", "seeds", "--draft", "nowhere.txt")
    assert (done.code, "nowhere.txt" in done.err) == (2, True)
