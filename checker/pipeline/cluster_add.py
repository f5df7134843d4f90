"""Documents into an archive on a Spark cluster: read, grouped and extracted where they lie."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import ingest
from checker.engine import spark as engine
from checker.errors import EngineError
from checker.ingest.options import IngestOptions, StoriesBy
from checker.ingest.stories import stories_of_folders
from checker.ingest.telling import day_of, words_of
from checker.ingest.walk import find_documents
from checker.model.source import Source, Unread
from checker.pipeline.archive import Added, entries_of, readable
from checker.pipeline.cluster import open_views
from checker.pipeline.cluster_stories import stories_by_content
from checker.pipeline.plan import claims_maker
from checker.pipeline.work import batches_of
from checker.settings import Settings
from checker.store import (
    Archive,
    Part,
    made_by,
    open_archive,
    source_digest,
    take_up,
    writing,
)
from checker.store.archive import Made, fresh_folder, with_parts
from checker.store.tables import CLAIMS, GONE, SOURCES, Table

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

GIVEN: engine.Columns = (
    ("id", "string"),
    ("path", "string"),
    ("story", "string"),
    ("content", "binary"),
)
READ: engine.Columns = (
    ("source", "string"),
    ("story", "string"),
    ("path", "string"),
    ("member", "string"),
    ("day", "int"),
    ("made_of", "string"),
    ("words", "string"),
    ("record", "string"),
    ("unread", "string"),
)
EXTRACTED: engine.Columns = (
    *((name, kind) for name, kind in READ if name != "unread"),
    ("coverage", "string"),
    ("attributes", "array<string>"),
    ("claims", "array<string>"),
)
# Bytes of a group of long rows: as many claims as are written at a time here.
GROUP_BYTES = 2_000_000
STAGING = "extracted"


def documents_under(spark: SparkSession, paths: Sequence[Path], settings: Settings) -> DataFrame:
    """Return the table of the documents at some paths that all machines see.

    Ids, paths and stories are those of a run on one machine; the files are read where
    they are worked on. Raises MissingInput for a path that does not exist.
    """
    documents, _ = find_documents(paths, settings.ingest)
    ids = ingest.name_sources(documents)
    stories: Mapping[Path, str] = {}
    if settings.ingest.stories is StoriesBy.FOLDER:
        stories = stories_of_folders(documents, paths)
    rows = ((ids[path], str(path), stories.get(path, ""), None) for path in documents)
    return engine.table(spark, rows, GIVEN)


def add_on_cluster(folder: Path, documents: DataFrame, settings: Settings) -> Added:
    """Add a table of documents to an archive, which is made where there is none.

    The columns are `path` and `content` (bytes; where there are none, the file at the path is
    read), and may be `id` and `story`: ids must differ, and by default are made of the
    paths, which then all go through the driver. A document is known by its id here.
    Raises EngineError where ids do not fit, StoreError where the archive cannot be written.
    """
    spark = engine.session()
    made = made_by(claims_maker(settings))
    given = _with_ids(spark, documents)
    with writing(folder, settings.ingest.stories.value) as archive:
        read = engine.map_rows(given, partial(read_rows, settings.ingest), READ).persist()
        try:
            return _add(spark, archive, read, settings, made)
        finally:
            read.unpersist()
            take_up(open_archive(folder))


def read_rows(options: IngestOptions, rows: Iterator[engine.Row]) -> Iterator[dict[str, Any]]:
    """Yield the sources of files, and what was not read, as rows."""
    for row in rows:
        content = None if row["content"] is None else bytes(row["content"])
        sources, unread = ingest.read_given(row["path"], row["id"], content, options)
        for source in sources:
            # Where all is one story, what a head names does not count.
            named = "" if options.stories is StoriesBy.ONE else source.story
            yield _read_row(source, named or row["story"] or "")
        for missed in unread:
            yield {**dict.fromkeys(name for name, _ in READ), "unread": missed.model_dump_json()}


def _read_row(source: Source, story: str) -> dict[str, Any]:
    shown = source.model_copy(update={"path": readable(source.path), "story": story})
    return {
        "source": shown.id,
        "story": story,
        "path": shown.path,
        "member": shown.member,
        "day": day_of(shown),
        "made_of": source_digest(shown),
        "words": json.dumps(words_of(shown), ensure_ascii=False),
        "record": shown.model_dump_json(),
        "unread": None,
    }


def extract_rows(settings: Settings, rows: Iterator[engine.Row]) -> Iterator[dict[str, Any]]:
    """Yield the rows of sources with their claims."""
    placed = (_placed(row) for row in rows)
    for batch in batches_of(placed):
        for entry in entries_of(settings, batch):
            yield {
                "source": entry.source,
                "story": entry.story,
                "path": entry.path,
                "member": entry.member,
                "day": entry.day,
                "made_of": entry.made_of,
                "words": json.dumps(entry.words, ensure_ascii=False),
                "record": entry.record,
                "coverage": entry.coverage,
                "attributes": [attribute for attribute, _ in entry.claims],
                "claims": [record for _, record in entry.claims],
            }


def _placed(row: engine.Row) -> Source:
    """Return the source of a row, with the story that was found for it meanwhile."""
    source = Source.model_validate_json(row["record"])
    return source.model_copy(update={"story": row["story"]})


def _with_ids(spark: SparkSession, documents: DataFrame) -> DataFrame:
    """Return a table of documents with all of its columns."""
    from pyspark.sql import functions as sql  # noqa: PLC0415

    table = documents
    if "id" not in table.columns:
        paths = [Path(row["path"]) for row in table.select("path").collect()]
        names = ((str(path), name) for path, name in ingest.name_sources(paths).items())
        named = engine.table(spark, names, (("path", "string"), ("id", "string")))
        table = table.join(named, "path")
    for name, kind in GIVEN:
        if name not in table.columns:
            table = table.withColumn(name, sql.lit(None).cast(kind))
    return table.select(*(name for name, _ in GIVEN))


def _add(
    spark: SparkSession, archive: Archive, read: DataFrame, settings: Settings, made: Made
) -> Added:
    """Write what is new of some documents that were read as one part."""
    unread = [
        Unread.model_validate_json(row["unread"])
        for row in read.where("unread IS NOT NULL").select("unread").collect()
    ]
    read.where("unread IS NULL").createOrReplaceTempView("given")
    _refuse_shared_ids(spark)
    fresh, counts = _fresh(spark, archive, made)
    if counts["fresh"]:
        if settings.ingest.stories is StoriesBy.CONTENT:
            fresh = stories_by_content(spark, archive, fresh)
        _write(spark, archive, fresh, settings, made)
    return Added(
        counts["fresh"] - counts["changed"],
        counts["changed"],
        counts["read"] - counts["fresh"],
        tuple(sorted(unread, key=lambda failure: failure.path)),
    )


def _refuse_shared_ids(spark: SparkSession) -> None:
    shared = spark.sql(
        "SELECT min(path) AS path, source FROM given GROUP BY source HAVING count(*) > 1 LIMIT 1"
    ).collect()
    if shared:
        row = shared[0]
        raise EngineError(
            f"{row['path']}: its id {row['source']!r} is that of another document too; "
            "give the table a column `id` of its own"
        )


def _fresh(spark: SparkSession, archive: Archive, made: Made) -> tuple[DataFrame, dict[str, int]]:
    """Return what an archive does not have as it is now, and how many documents are what."""
    good = [part.number for part in archive.head.parts if part.made_by == made]
    if archive.head.parts:
        open_views(spark, archive)
        held = spark.table("sources").select("source", "story", "path", "made_of", "part")
    else:
        held = engine.table(
            spark,
            (),
            (
                ("source", "string"),
                ("story", "string"),
                ("path", "string"),
                ("made_of", "string"),
                ("part", "int"),
            ),
        )
    held.createOrReplaceTempView("held")
    here = ", ".join(map(str, good)) or "NULL"
    spark.sql(
        "SELECT given.*, held.source IS NOT NULL AS known, held.path AS was, "  # noqa: S608
        "if(given.story = '', coalesce(held.story, ''), given.story) AS told, "
        f"coalesce(held.part IN ({here}), false) AND given.made_of = held.made_of "
        "AND given.story IN ('', held.story) AS same "
        "FROM given LEFT JOIN held ON held.source = given.source"
    ).createOrReplaceTempView("compared_with_held")
    moved = spark.sql(
        "SELECT source, path, was FROM compared_with_held WHERE known AND path <> was LIMIT 1"
    ).collect()
    if moved:
        row = moved[0]
        raise EngineError(
            f"{row['path']}: its id {row['source']!r} is that of {row['was']} in the archive; "
            "give the table a column `id` of its own"
        )
    counted = spark.sql(
        "SELECT count(*) AS read, count_if(NOT same) AS fresh, "
        "count_if(known AND NOT same) AS changed FROM compared_with_held"
    ).collect()[0]
    fresh = spark.sql(
        "SELECT source, told AS story, path, member, day, made_of, words, record "
        "FROM compared_with_held WHERE NOT same"
    )
    return fresh, counted.asDict()


def _write(
    spark: SparkSession, archive: Archive, fresh: DataFrame, settings: Settings, made: Made
) -> None:
    """Extract and write a part; what is extracted goes to disk first, since it costs the most."""
    number = archive.next_number
    part = Part(
        number=number, folder=f"{number:06d}", sources=0, claims=0, replaces=0, made_by=made
    )
    folder = fresh_folder(archive, part)
    staged = folder / STAGING
    extracted = engine.map_rows(fresh, partial(extract_rows, settings), EXTRACTED)
    engine.write(extracted, staged)
    engine.read(spark, [staged]).createOrReplaceTempView("extracted")
    for table, query in _queries(number).items():
        _write_table(spark.sql(query), table, folder)
    told = spark.sql(
        "SELECT count(*) AS sources, coalesce(sum(size(claims)), 0) AS claims, "
        "(SELECT count(*) FROM held JOIN extracted ON held.source = extracted.source) AS replaces "
        "FROM extracted"
    ).collect()[0]
    shutil.rmtree(staged)
    whole = part.model_copy(update={name: int(n) for name, n in told.asDict().items()})
    with_parts(archive, (*archive.head.parts, whole))


def _queries(number: int) -> dict[Table, str]:
    """Return the query for each table of part `number`, out of `extracted` and `held`."""
    return {
        SOURCES: f"SELECT {number} AS part, source, lower(source) AS folded, story, path, member, "  # noqa: S608
        "day, made_of, size(claims) AS claims, words, record, coverage FROM extracted",
        CLAIMS: f"SELECT {number} AS part, source, story, position, told.attributes AS attribute, "  # noqa: S608
        "told.claims AS record FROM extracted "
        "LATERAL VIEW posexplode(arrays_zip(attributes, claims)) AS position, told",
        GONE: f"SELECT {number} AS part, held.source FROM held "  # noqa: S608
        "JOIN extracted ON held.source = extracted.source",
    }


def _write_table(frame: DataFrame, table: Table, folder: Path) -> None:
    """Write a table of a part, in its order."""
    chosen = frame.select(*(name for name, _ in table.columns)).orderBy(*table.order)
    group = 0 if table is GONE else GROUP_BYTES
    engine.write(chosen, folder / f"{table.name}.parquet", group)
