"""The run on a Spark cluster: the same steps, the same SQL, the same archive.

SQL blocks and counts; reading, likeness and comparing are the Python functions that
every engine runs. The archive's folder is one that all machines see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import review
from checker.engine import spark as engine
from checker.model.claim import Claim
from checker.model.report import Report
from checker.model.result import StoryResult
from checker.model.source import Source
from checker.pipeline.archive_check import compare_kept, sizes_of
from checker.pipeline.plan import Plan, make_plan
from checker.settings import Settings, without_dropped
from checker.store import Archive, Kept, Lookups, open_archive
from checker.store.tables import TABLES, view_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# What comparing a story gives: the result, its sources as they are shown, and its claims
# where all of it is wanted, each as JSON.
COMPARED: engine.Columns = (
    ("story", "string"),
    ("result", "string"),
    ("sources", "array<string>"),
    ("claims", "array<string>"),
)
KEPT = """
    SELECT sources.story, sources.source, sources.record, sources.coverage, told.claims
    FROM sources LEFT JOIN (
        SELECT source, transform(
            array_sort(collect_list(struct(position, record))), each -> each.record
        ) AS claims FROM claims GROUP BY source
    ) AS told ON told.source = sources.source
"""


def check_on_cluster(
    folder: Path, settings: Settings, stories: Sequence[str] = (), *, whole: bool = False
) -> Report:
    """Cross-check the stories of an archive on a Spark cluster; the report of `check_archive`.

    Raises EngineError where there is no Spark, StoreError where the archive cannot be used.
    """
    spark = engine.session()
    archive = open_archive(folder)
    plan = make_plan(settings)
    with Lookups(archive) as lookups:
        if not sizes_of(lookups, settings, stories):
            return review.join(plan.run, (), ())
    open_views(spark, archive)
    kept = spark.sql(KEPT)
    if stories:
        kept = kept.where(kept.story.isin(list(stories)))
    by_story = kept.repartition("story").sortWithinPartitions("story", "source")
    compared = engine.map_rows(by_story, partial(compare_rows, plan, whole), COMPARED)
    parts = [
        _report(row.asDict(), plan, whole=whole)
        for row in compared.orderBy("story").toLocalIterator()
    ]
    return without_dropped(review.join(plan.run, parts, ()), settings.per_path)


def compare_rows(plan: Plan, whole: bool, rows: Iterator[engine.Row]) -> Iterator[dict[str, Any]]:
    """Yield what comparing each story gave; the rows of one follow each other."""
    for story, told in groupby(rows, key=lambda row: row["story"]):
        kept = tuple(
            Kept(story, row["record"], row["coverage"], tuple(row["claims"] or ())) for row in told
        )
        (report,) = compare_kept(plan, whole, kept)
        yield {
            "story": story,
            "result": review.pack(report).model_dump_json(),
            "sources": [source.model_dump_json() for source in report.sources],
            "claims": [claim.model_dump_json() for claim in report.claims],
        }


def open_views(spark: SparkSession, archive: Archive) -> None:
    """Make the views of an archive's tables, as they are named in `store.tables`."""
    replaced = any(part.replaces for part in archive.head.parts)
    for table in reversed(TABLES):
        files = archive.files(table.name)
        engine.read(spark, files).createOrReplaceTempView(f"all_{table.name}")
        spark.sql(view_of(table, replaced=replaced)).createOrReplaceTempView(table.name)


def _report(row: Mapping[str, Any], plan: Plan, *, whole: bool) -> Report:
    sources = [Source.model_validate_json(each) for each in row["sources"]]
    claims = [Claim.model_validate_json(each) for each in row["claims"]] if whole else None
    return review.unpack(StoryResult.model_validate_json(row["result"]), plan.run, sources, claims)
