"""Questions to an archive: each reads the few groups of rows that may hold the answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.errors import StoreError
from checker.store.archive import Archive
from checker.store.duck import column_of, connect, scan, telling
from checker.store.opened import Opened
from checker.store.stories import Kept
from checker.store.tables import TABLES, Table, view_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# So many values are written into a query, which then skips rows by each of them.
FEW = 200
# So many documents are handed out at a time.
MANY = 1_000


@dataclass(frozen=True, slots=True)
class StorySize:
    """A story of an archive, and how many sources and claims it has."""

    story: str
    sources: int
    claims: int


class Lookups(Opened):
    """An archive with its files open; to be used in a `with`."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self.archive = archive
        self.connection: DuckDBPyConnection = connect()
        self.stack.callback(self.connection.close)
        replaced = any(part.replaces for part in archive.head.parts)
        with telling(archive.folder):
            for table in reversed(TABLES):  # what is gone is asked of by the others
                self._open(table, replaced=replaced)

    def held(self, ids: Collection[str]) -> set[str]:
        """Return those of some ids that the archive has."""
        return {row[0] for row in self._where("SELECT source FROM sources", "source", ids)}

    def documents(self, columns: str) -> Iterator[list[tuple[Any, ...]]]:
        """Yield some columns of all sources by id, many at a time."""
        with telling(self.archive.folder):
            found = self.connection.execute(f"SELECT {columns} FROM sources ORDER BY source")  # noqa: S608
            while rows := found.fetchmany(MANY):
                yield rows

    def stories(self, names: Collection[str] | None = None) -> list[StorySize]:
        """Return the stories, all or some, in their order, with their sizes."""
        query = "SELECT story, count(*), sum(claims) FROM sources"
        grouped = "GROUP BY story ORDER BY story"
        rows = (
            self.ask(f"{query} {grouped}")
            if names is None
            else self._where(query, "story", names, grouped)
        )
        return [StorySize(story, sources, int(claims)) for story, sources, claims in rows]

    def kept(self, stories: Collection[str]) -> list[Kept]:
        """Return what is kept of the sources of some stories, by story and id."""
        sources = self._where(
            "SELECT story, source, record, coverage FROM sources",
            "story",
            stories,
            "ORDER BY story, source",
        )
        rows = self._where(
            "SELECT source, record FROM claims", "story", stories, "ORDER BY source, position"
        )
        claims: dict[str, list[str]] = defaultdict(list)
        for source, record in rows:
            claims[source].append(record)
        return [
            Kept(story, record, coverage, tuple(claims[source]))
            for story, source, record, coverage in sources
        ]

    def parts_in_use(self) -> dict[int, int]:
        """Return how many sources still hold of each part."""
        return dict(self.ask("SELECT part, count(*) FROM sources GROUP BY part ORDER BY part"))

    def count(self, table: str) -> int:
        """Return how many rows of a table hold."""
        return int(self.ask(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608  (a name of ours)

    def ask(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows that a query gives."""
        with telling(self.archive.folder):
            return self.connection.execute(query, values).fetchall()

    def _where(self, query: str, column: str, values: Collection[str], then: str = "") -> list[Any]:
        """Return the rows of a query in which a column has one of some values."""
        if not values:
            return []
        if len(values) <= FEW:
            marks = ", ".join("?" for _ in values)
            return self.ask(f"{query} WHERE {column} IN ({marks}) {then}", sorted(values))
        self.connection.register("wanted", {"value": column_of(sorted(values))})
        wanted = "SELECT value FROM wanted"
        return self.ask(f"{query} WHERE {column} IN ({wanted}) {then}")

    def _open(self, table: Table, *, replaced: bool) -> None:
        """Make the views of a table: of all its rows, and of those that hold."""
        files = self.archive.files(table.name)
        missing = next((file for file in files if not file.is_file()), None)
        if missing:
            raise StoreError(
                f"{missing}: this part of the archive is missing; restore it from a copy, or "
                f"delete {self.archive.folder} and add its documents again"
            )
        everything = f"FROM {scan(files)}" if files else _nothing(table)
        self.connection.execute(f"CREATE VIEW all_{table.name} AS {everything}")
        view = view_of(table, replaced=replaced)
        self.connection.execute(f"CREATE VIEW {table.name} AS {view}")


def _nothing(table: Table) -> str:
    """Return the query for a table without rows."""
    columns = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in table.columns)
    return f"SELECT {columns} WHERE false"
