"""The tables of an archive: their columns, and their order on disk.

A row carries the number of the part it was written with. What a later part
replaces is named in its `gone`, and is from then on in no view: parts are never
changed. The SQL here keeps to what DuckDB and Spark share.
"""

from __future__ import annotations

from dataclasses import dataclass

# Rows of which one story is wanted, some hundred claims or a dozen documents: the rows
# around it are read with it, and every group makes a file longer to open. Both as measured.
CLAIM_ROWS = 2_048
SOURCE_ROWS = 256
# Short rows, all of which are wanted: opening a group costs more than reading it.
MANY_ROWS = 122_880


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a part: its columns (name → SQL type), what its rows are sorted by, its groups.

    Sorted, so that a reader skips all groups of rows but those that may hold what it
    looks for. `grouped` is the number of rows of a group.
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    order: tuple[str, ...]
    grouped: int


# `folded` is the id in small letters, `made_of` the digest of what claims are made of, `day`
# that of publication counted from the year 1, or nothing; `words` (how often each stands
# in the source), `record` (the source) and `coverage` are JSON.
SOURCES = Table(
    "sources",
    (
        ("part", "INTEGER"),
        ("source", "VARCHAR"),
        ("folded", "VARCHAR"),
        ("story", "VARCHAR"),
        ("path", "VARCHAR"),
        ("member", "VARCHAR"),
        ("day", "INTEGER"),
        ("made_of", "VARCHAR"),
        ("claims", "INTEGER"),
        ("words", "VARCHAR"),
        ("record", "VARCHAR"),
        ("coverage", "VARCHAR"),
    ),
    ("story", "source"),
    SOURCE_ROWS,
)
CLAIMS = Table(
    "claims",
    (
        ("part", "INTEGER"),
        ("source", "VARCHAR"),
        ("story", "VARCHAR"),
        ("position", "INTEGER"),
        ("attribute", "VARCHAR"),
        ("record", "VARCHAR"),
    ),
    ("story", "source", "position"),
    CLAIM_ROWS,
)
# The sources whose rows in earlier parts a part replaces.
GONE = Table("gone", (("part", "INTEGER"), ("source", "VARCHAR")), ("source",), MANY_ROWS)

TABLES = (SOURCES, CLAIMS, GONE)
# Those in which a row may be replaced.
REPLACED = (SOURCES, CLAIMS)


def view_of(table: Table, *, replaced: bool) -> str:
    """Return the query for the rows of a table that still hold, out of `all_<table>`.

    `replaced` says whether any part replaces anything: mostly none does.
    """
    if not replaced or table not in REPLACED:
        return f"SELECT * FROM all_{table.name}"  # noqa: S608  (names of ours)
    return (
        f"SELECT * FROM all_{table.name} AS held WHERE NOT EXISTS "  # noqa: S608
        "(SELECT 1 FROM all_gone AS gone "
        "WHERE gone.source = held.source AND gone.part > held.part)"
    )
