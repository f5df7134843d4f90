"""Parts of an archive: written whole, then named in its head, then for ever as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checker.store.archive import Archive, Made, Part, fresh_folder, with_parts
from checker.store.duck import batches_of, telling
from checker.store.entry import Entry, claim_rows, source_row
from checker.store.lookups import Lookups
from checker.store.parquet import write_batches, write_rows
from checker.store.tables import CLAIMS, GONE, SOURCES, TABLES, Table

# Parts of fewer documents than this are merged, so many of them at a time: every part is
# looked into for every question, and of a large one a smaller share is read.
FULL = 4_000
MERGED_AT_ONCE = 8

Columns = dict[str, list[Any]]


def add_part(archive: Archive, entries: Sequence[Entry], made: Made) -> Archive:
    """Write a part of some sources; of those that the archive has, these hold from now on.

    Returns the archive with the part. Whoever calls is `writing` it.
    """
    with Lookups(archive) as lookups:
        replaced = sorted(lookups.held([entry.source for entry in entries]))
    number = archive.next_number
    tables: dict[Table, Columns] = {
        SOURCES: _source_rows(entries, number),
        CLAIMS: _claim_rows(entries, number),
        GONE: {"part": [number] * len(replaced), "source": replaced},
    }
    part = Part(
        number=number,
        folder=f"{number:06d}",
        sources=len(entries),
        claims=len(tables[CLAIMS]["source"]),
        replaces=len(replaced),
        made_by=made,
    )
    folder = fresh_folder(archive, part)
    for table, columns in tables.items():
        write_rows(table, columns, folder / f"{table.name}.parquet")
    return with_parts(archive, (*archive.head.parts, part))


def merge_small(archive: Archive) -> Archive:
    """Merge the small parts at the end into one, where they have become many.

    They follow each other, so that what one of them replaces stays replaced.
    """
    small = _small_tail(archive.head.parts)
    if len(small) < MERGED_AT_ONCE:
        return archive
    merged = archive.only([part.number for part in small])
    last = small[-1]
    with Lookups(merged) as lookups:
        sources, claims = lookups.count("sources"), lookups.count("claims")
        part = Part(
            number=last.number,
            folder=f"{small[0].number:06d}-{last.number:06d}",
            sources=sources,
            claims=claims,
            # What was replaced within is left out, and replaces nothing any more.
            replaces=sources - merged.documents,
            made_by=last.made_by,
        )
        folder = fresh_folder(archive, part)
        for table in TABLES:
            rows = batches_of(lookups.connection, _merged(table, part), table)
            with telling(archive.folder):
                write_batches(table, rows, folder / f"{table.name}.parquet")
    kept = tuple(each for each in archive.head.parts if each not in small)
    return with_parts(archive, (*kept, part))


def _small_tail(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the small parts at the end that were made by one and the same."""
    tail: list[Part] = []
    for part in reversed(parts):
        if part.sources >= FULL or (tail and part.made_by != tail[0].made_by):
            break
        tail.append(part)
    return tuple(reversed(tail))


def _merged(table: Table, part: Part) -> str:
    """Return the query for the rows of a table in the part that several are merged to."""
    if table is GONE:
        return f"SELECT DISTINCT CAST({part.number} AS INTEGER) AS part, source FROM gone"  # noqa: S608
    return (
        f"SELECT CAST({part.number} AS INTEGER) AS part, * EXCLUDE (part) "  # noqa: S608
        f"FROM {table.name}"
    )


def _source_rows(entries: Iterable[Entry], number: int) -> Columns:
    return _columns(SOURCES, (source_row(entry, number) for entry in entries))


def _claim_rows(entries: Iterable[Entry], number: int) -> Columns:
    return _columns(CLAIMS, (row for entry in entries for row in claim_rows(entry, number)))


def _columns(table: Table, rows: Iterable[tuple[Any, ...]]) -> Columns:
    """Turn rows into columns."""
    names = [name for name, _ in table.columns]
    columns: Columns = {name: [] for name in names}
    pairs = list(columns.values())
    for row in rows:
        for column, value in zip(pairs, row, strict=True):
            column.append(value)
    return columns
