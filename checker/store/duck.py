"""DuckDB: opened for one archive, with Parquet files as its tables."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from checker.store.archive import lacking, unreadable
from checker.store.tables import Table

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as arrow
    from duckdb import DuckDBPyConnection

# Set on a million claims: what is looked up takes some tens of megabytes, what is
# sorted or joined as a whole goes to disk beyond this.
MEMORY = "768MB"
MOST_THREADS = 4
# Rows that are handed on at a time.
ROWS_AT_ONCE = 20_480
_FILE = re.compile(r"[\"']([^\"']*\.parquet)[\"']")


def connect() -> DuckDBPyConnection:
    """Open a DuckDB of our own that fetches nothing; raises StoreError where it is missing."""
    try:
        import duckdb  # noqa: PLC0415  (an extra)
    except ImportError:
        raise lacking("DuckDB") from None
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "memory_limit": MEMORY,
            "temp_directory": str(Path(tempfile.gettempdir()) / f"checker-{uuid4().hex}"),
            "threads": min(os.cpu_count() or 1, MOST_THREADS),
        }
    )
    # The same few files are asked again and again, for one load of stories after the other.
    connection.execute("SET parquet_metadata_cache = true")
    return connection


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Turn what DuckDB says of a broken file into words on the archive that it lies in."""
    import duckdb  # noqa: PLC0415

    try:
        yield
    except duckdb.Error as error:
        named = _FILE.search(str(error))
        raise unreadable(named[1] if named else folder, folder, error) from None


def scan(paths: Iterable[Path]) -> str:
    """Return the SQL that reads some Parquet files, whatever signs are in their names."""
    # A name with the signs of a pattern is that of the file, where there is one.
    names = ", ".join(quoted(str(path)) for path in paths)
    return f"read_parquet([{names}], hive_partitioning = false)"


def batches_of(
    connection: DuckDBPyConnection, query: str, table: Table
) -> Iterator[arrow.RecordBatch]:
    """Yield what a query gives as the rows of a table, in their order."""
    order = ", ".join(table.order)
    found = connection.sql(f"SELECT * FROM ({query}) AS unsorted ORDER BY {order}")  # noqa: S608
    yield from found.to_arrow_reader(ROWS_AT_ONCE)


def quoted(words: str) -> str:
    """Return words as a literal of SQL."""
    return "'" + words.replace("'", "''") + "'"


def column_of(values: Sequence[Any]) -> np.ndarray[Any, Any]:
    """Return a column as DuckDB takes it: whatever the values, an array of objects."""
    import numpy as np  # noqa: PLC0415  (late: only archives want it here)

    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
