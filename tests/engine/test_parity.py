"""Memory, DuckDB and Spark run the same steps: their reports are the same to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.errors import EngineError
from checker.ingest.options import IngestOptions, StoriesBy
from checker.pipeline.archive import Added, add_documents
from checker.pipeline.archive_check import check_archive
from checker.pipeline.cluster import check_on_cluster
from checker.pipeline.cluster_add import add_on_cluster, documents_under
from checker.render import render
from checker.settings import Settings
from tests.stories.story import read_story, write_documents

pytestmark = pytest.mark.model
pytest.importorskip("duckdb", reason="the extra scale is not installed")
STORIES = ("ferry", "mine", "race", "storm", "verdict")
WAYS = (StoriesBy.FOLDER, StoriesBy.CONTENT)


def settings_by(way: StoriesBy) -> Settings:
    return Settings(ingest=IngestOptions(stories=way), jobs=1)


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for name in STORIES:
        story = read_story(Path(__file__).parents[1] / "stories" / f"{name}.md")
        (folder / name).mkdir()
        write_documents(story, folder / name)
    return folder


@pytest.fixture(scope="module", params=WAYS, ids=str)
def run(request, documents, tmp_path_factory):
    """The settings of a way to tell stories, an archive, and the report of memory."""
    settings = settings_by(request.param)
    archive = tmp_path_factory.mktemp("archive") / "a"
    added = add_documents(archive, [documents], settings)
    whole = checker.check([documents], settings)
    assert added == Added(len(whole.sources), 0, 0, ())
    assert len(whole.discrepancies) >= 5
    return settings, archive, whole


def as_json(report) -> bytes:
    return render(report, "json")


def test_duckdb_says_what_memory_says(run):
    settings, archive, whole = run
    lean = check_archive(archive, settings)
    assert as_json(lean) == as_json(whole)
    assert lean.discrepancies == whole.discrepancies
    assert lean.namesakes == whole.namesakes
    assert lean.claims == lean.clusters == ()
    one = whole.stories[0].id
    story = check_archive(archive, settings, [one], whole=True)
    ids = set(whole.stories[0].sources)
    assert story.claims == tuple(each for each in whole.claims if each.source in ids)
    assert {each.story for each in story.discrepancies} <= {one}


def test_spark_reads_the_same_archive(run, spark):
    assert spark
    settings, archive, whole = run
    report = check_on_cluster(archive, settings)
    assert as_json(report) == as_json(whole)
    assert report.namesakes == whole.namesakes
    one = [whole.stories[0].id]
    assert check_on_cluster(archive, settings, one, whole=True) == check_archive(
        archive, settings, one, whole=True
    )


def test_spark_makes_an_archive_that_duckdb_reads(run, spark, documents, tmp_path):
    settings, _, whole = run
    given = documents_under(spark, [documents], settings)
    added = add_on_cluster(tmp_path / "a", given, settings)
    assert added == Added(len(whole.sources), 0, 0, ())
    assert as_json(check_archive(tmp_path / "a", settings)) == as_json(whole)
    # What is there is not read again, whoever put it there.
    again = add_documents(tmp_path / "a", [documents], settings)
    assert (again.new, again.changed, again.unchanged) == (0, 0, len(whole.sources))


def test_a_table_of_texts_with_ids_and_stories(spark, tmp_path):
    settings = settings_by(StoriesBy.FOLDER)
    rows = [("a", "in/a.txt", "storm", b"The storm sank 3 boats."), ("b", "in/b.txt", "storm", b"")]
    columns = "id string, path string, story string, content binary"
    added = add_on_cluster(tmp_path / "a", spark.createDataFrame(rows, columns), settings)
    assert (added.new, [each.path for each in added.unread]) == (1, ["in/b.txt"])
    rows[:] = [("a", "in/a.txt", "storm", b"The storm sank 7 boats.")]
    added = add_on_cluster(tmp_path / "a", spark.createDataFrame(rows, columns), settings)
    assert (added.new, added.changed) == (0, 1)
    report = check_archive(tmp_path / "a", settings, ["storm"], whole=True)
    assert [(each.id, each.text) for each in report.sources] == [("a", "The storm sank 7 boats.")]
    rows[:] = [("a", "elsewhere/a.txt", "storm", b"The storm sank 7 boats.")]
    with pytest.raises(EngineError, match=r"id 'a' is that of in/a.txt"):
        add_on_cluster(tmp_path / "a", spark.createDataFrame(rows, columns), settings)


def test_without_spark_the_extra_is_named(monkeypatch, tmp_path):
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(EngineError, match=r"claim-crosscheck\[spark\]"):
        check_on_cluster(tmp_path, settings_by(StoriesBy.FOLDER))
