"""Files of Parquet, written: the rows of a table in their order, in groups of its size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.store.archive import lacking
from checker.store.tables import Table

if TYPE_CHECKING:
    import pyarrow as arrow

# Text that is alike in row after row, as JSON is, shrinks to a tenth.
PACKED = "zstd"


def write_rows(table: Table, columns: Mapping[str, Sequence[Any]], path: Path) -> None:
    """Write the rows of a table, given column by column in any order."""
    arrow = arrow_library()
    schema = _schema(table)
    rows = arrow.table({name: columns[name] for name in schema.names}, schema=schema)
    ordered = rows.sort_by([(name, "ascending") for name in table.order])
    write_batches(table, ordered.to_batches(), path)


def write_batches(table: Table, batches: Iterable[arrow.RecordBatch], path: Path) -> None:
    """Write the rows of a table, which come in their order."""
    arrow = arrow_library()
    from pyarrow import parquet  # noqa: PLC0415  (an extra)

    schema = _schema(table)
    with parquet.ParquetWriter(str(path), schema, compression=PACKED) as writer:
        for batch in batches:
            rows = arrow.Table.from_batches([batch]).select(schema.names).cast(schema)
            writer.write_table(rows, row_group_size=table.grouped)


def arrow_library() -> Any:
    """Return the library that knows Parquet; raises StoreError where it is missing."""
    try:
        import pyarrow as arrow  # noqa: PLC0415  (an extra)
    except ImportError:
        raise lacking("pyarrow") from None
    return arrow


def _schema(table: Table) -> arrow.Schema:
    arrow = arrow_library()
    kinds = {"INTEGER": arrow.int32(), "VARCHAR": arrow.string()}
    return arrow.schema([(name, kinds[kind]) for name, kind in table.columns])
