"""Stories told by content on a Spark cluster: SQL finds pairs, Python says how like they are.

The pairs, their likeness and the groups are those of `ingest.story_groups` on one
machine: groups form within what pairs connect, so that each such island is linked
by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from checker.engine import spark as engine
from checker.errors import EngineError
from checker.ingest.linkage import link
from checker.ingest.story_groups import ENOUGH
from checker.ingest.story_likeness import days_between, likeness, rarity_of, vector_of
from checker.ingest.telling import Telling
from checker.pipeline.cluster_pairs import PAIRS
from checker.store.archive import Archive

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ALIKE: engine.Columns = (("near", "string"), ("far", "string"), ("alike", "int"))
GROUPED: engine.Columns = (("source", "string"), ("story", "string"))


def stories_by_content(spark: SparkSession, archive: Archive, fresh: DataFrame) -> DataFrame:
    """Return new documents with their stories; those that have one keep it.

    Raises EngineError where the archive has documents already: which of its stories a
    document joins is asked one by one, which `checker archive add` does.
    """
    if archive.head.parts:
        raise EngineError(
            f"{archive.folder}: on a cluster, stories are told by content in a new archive only; "
            "run `checker archive add` without a cluster, or give the table a column `story`"
        )
    fresh.createOrReplaceTempView("fresh")
    spark.sql(
        "SELECT source, word, count, day FROM fresh "
        "LATERAL VIEW explode(from_json(words, 'map<string,int>')) AS word, count"
    ).createOrReplaceTempView("words")
    spark.sql(PAIRS).persist().createOrReplaceTempView("pairs")
    _grouped(spark, _alike(spark)).createOrReplaceTempView("grouped")
    return spark.sql(
        "SELECT fresh.source, if(fresh.story = '', coalesce(grouped.story, fresh.source), "
        "fresh.story) AS story, path, member, day, made_of, fresh.words, record "
        "FROM fresh LEFT JOIN grouped ON grouped.source = fresh.source"
    )


def alike_rows(documents: int, rows: Iterator[engine.Row]) -> Iterator[dict[str, Any]]:
    """Yield how like the pairs are that are alike at all."""
    for row in rows:
        near, far = _telling(row, "near"), _telling(row, "far")
        holders = {**json.loads(row["near_holders"]), **json.loads(row["far_holders"])}
        rarity = rarity_of(holders, documents)
        left, right = (vector_of(each, rarity) for each in (near, far))
        alike = likeness(left, right, days_between(near, far))
        if alike:
            yield {"near": near.id, "far": far.id, "alike": alike}


def link_rows(rows: Iterator[engine.Row]) -> Iterator[dict[str, Any]]:
    """Yield the story of each document of the islands of a partition."""
    pairs = {(row["near"], row["far"]): row["alike"] for row in rows}
    ids = sorted({source for pair in pairs for source in pair})
    places = {source: place for place, source in enumerate(ids)}
    placed = {(places[near], places[far]): alike for (near, far), alike in pairs.items()}
    for source, first in zip(ids, link(len(ids), placed, ENOUGH), strict=True):
        yield {"source": source, "story": ids[first]}


def _alike(spark: SparkSession) -> DataFrame:
    """Return the pairs that are alike, of the view `pairs`, and how much."""
    spark.sql(
        "SELECT words.source, to_json(map_from_entries(collect_list(struct(words.word, held))))"
        " AS holders FROM words JOIN "
        "(SELECT word, count(*) AS held FROM words GROUP BY word) AS counted "
        "ON counted.word = words.word GROUP BY words.source"
    ).createOrReplaceTempView("held_by")
    spark.sql(
        "SELECT fresh.source, fresh.words, fresh.day, held_by.holders FROM fresh "
        "JOIN held_by ON held_by.source = fresh.source"
    ).createOrReplaceTempView("tellings")
    documents = spark.table("fresh").count()
    pairs = spark.sql(
        "SELECT near, far, l.words AS near_words, l.day AS near_day, l.holders AS near_holders, "
        "r.words AS far_words, r.day AS far_day, r.holders AS far_holders "
        "FROM pairs JOIN tellings AS l ON l.source = near JOIN tellings AS r ON r.source = far"
    )
    return engine.map_rows(pairs, partial(alike_rows, documents), ALIKE).persist()


def _grouped(spark: SparkSession, alike: DataFrame) -> DataFrame:
    """Return the story of each document that is like another."""
    alike.createOrReplaceTempView("alike")
    _islands(spark)
    on_island = spark.sql(
        "SELECT near, far, alike, island FROM alike JOIN islands ON islands.source = near"
    )
    return engine.map_rows(on_island.repartition("island"), link_rows, GROUPED)


def _islands(spark: SparkSession) -> None:
    """Make the view of the island of each document: the first id that pairs lead to.

    Every round hands the first id known to all neighbours, and to all that knew the one
    that was first before, until nothing changes.
    """
    spark.sql(
        "SELECT near AS source, far AS other FROM alike "
        "UNION ALL SELECT far AS source, near AS other FROM alike"
    ).persist().createOrReplaceTempView("ways")
    islands = spark.sql(
        "SELECT source, least(source, min(other)) AS island FROM ways GROUP BY source"
    )
    while True:
        islands = islands.localCheckpoint()
        islands.createOrReplaceTempView("islands")
        nearer = spark.sql(
            "SELECT here.source, least(first(here.island), min(there.island)) AS island "
            "FROM islands AS here JOIN ways ON ways.source = here.source "
            "JOIN islands AS there ON there.source = ways.other GROUP BY here.source"
        ).localCheckpoint()
        nearer.createOrReplaceTempView("nearer")
        changed = spark.sql(
            "SELECT count(*) AS changed FROM nearer JOIN islands "
            "ON islands.source = nearer.source WHERE islands.island <> nearer.island"
        ).collect()[0]["changed"]
        if not changed:
            return
        islands = nearer


def _telling(row: engine.Row, side: str) -> Telling:
    return Telling(row[side], json.loads(row[f"{side}_words"]), row[f"{side}_day"])
