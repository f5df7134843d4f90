"""Work shared out on a Spark cluster: Python functions over rows, and SQL between them.

It knows none of the functions. They get rows and give rows, as dictionaries, and run
in Python processes of the executors, where this package must be installed.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.errors import EngineError

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

Row: TypeAlias = Mapping[str, Any]
Work: TypeAlias = Callable[[Iterator[Row]], Iterable[Row]]
# Name → SQL type, one of those below.
Columns: TypeAlias = tuple[tuple[str, str], ...]

# Rows that go back at a time: a row is a document or what a story gave.
ROWS_AT_ONCE = 64
# What a pattern of file names would take for a sign.
_SIGNS = re.compile(r"([\\*?{}\[\]])")


def session() -> SparkSession:
    """Return the Spark session in use, or begin one.

    Where it runs and with how much memory is the caller's to say: of the program that
    began a session, or of `spark-submit` and its settings. Without any of these it
    runs on this machine. Raises EngineError where Spark or Java is missing.
    """
    try:
        import pandas  # noqa: F401, PLC0415
        import pyarrow  # noqa: F401, PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(
            f"--engine spark needs {error.name or 'Spark'}, which is not installed; "
            "install the extra: pip install 'claim-crosscheck[spark]'"
        ) from None
    active = SparkSession.getActiveSession()
    if active is not None:
        return active
    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        raise EngineError(
            "--engine spark needs Java, and there is none; install one of version 17 or "
            "later, such as the package default-jre-headless, or set JAVA_HOME"
        )
    # The processes of this machine are to be of this Python, with what is installed in it.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return SparkSession.builder.appName("checker").getOrCreate()


def read(spark: SparkSession, files: Iterable[Path]) -> DataFrame:
    """Return the rows of some Parquet files, whatever signs are in their names."""
    return spark.read.parquet(*(_SIGNS.sub(r"\\\1", str(file.resolve())) for file in files))


def write(frame: DataFrame, path: Path, group_bytes: int = 0) -> None:
    """Write rows to a folder of Parquet files; `group_bytes` bounds a group of rows, if given."""
    writer = frame.write.mode("overwrite").option("compression", "zstd")
    if group_bytes:
        writer = writer.option("parquet.block.size", group_bytes)
    writer.parquet(str(path.resolve()))


def table(spark: SparkSession, rows: Iterable[tuple[Any, ...]], columns: Columns) -> DataFrame:
    """Return a few rows of this process as a table."""
    return spark.createDataFrame(list(rows), ", ".join(f"`{n}` {kind}" for n, kind in columns))


def map_rows(frame: DataFrame, work: Work, columns: Columns) -> DataFrame:
    """Return what a function makes of the rows of each partition, in their order.

    The function is called once a partition. Rows reach it some at a time, and leave it so.
    """

    def over(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa  # noqa: PLC0415

        schema = pa.schema([(name, _arrow_type(kind)) for name, kind in columns])
        made = iter(work(row for batch in batches for row in batch.to_pylist()))
        while some := list(islice(made, ROWS_AT_ONCE)):
            yield pa.RecordBatch.from_pylist([dict(row) for row in some], schema=schema)

    return frame.mapInArrow(over, ", ".join(f"`{name}` {kind}" for name, kind in columns))


def _arrow_type(kind: str) -> pa.DataType:
    """Return a type of SQL as Arrow has it."""
    import pyarrow as pa  # noqa: PLC0415

    types = {
        "binary": pa.binary(),
        "int": pa.int32(),
        "string": pa.string(),
        "array<string>": pa.list_(pa.string()),
    }
    return types[kind]
