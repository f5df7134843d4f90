"""The catalogue of an archive, kept: it is made of the parts, and of nothing else.

It is a file of SQLite, where a few hundred words are looked up in milliseconds. Whoever
finds it behind the parts takes them up, each as a whole, and makes it anew where it is
lost or damaged; so nothing has to be told it, and it may be deleted.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from checker.errors import StoreError
from checker.store.archive import Archive, Part, open_archive
from checker.store.lookups import Lookups

NAME = "catalogue.sqlite"
# Of a catalogue that another version made, with other tables, nothing is used.
VERSION = 1
# Values in one question; an SQLite of some years ago takes no more.
AT_ONCE = 900
# Seconds that a run waits for another that writes.
PATIENCE = 60.0
# Where a document without a day stands: before all.
UNDATED = -1
_TABLES = (
    "CREATE TABLE documents (number INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, "
    "folded TEXT NOT NULL, story TEXT NOT NULL, path TEXT NOT NULL, member TEXT NOT NULL, "
    "day INTEGER, made_of TEXT NOT NULL, part INTEGER NOT NULL, words BLOB NOT NULL)",
    "CREATE INDEX folded ON documents (folded)",
    "CREATE INDEX path ON documents (path)",
    "CREATE INDEX story ON documents (story)",
    "CREATE TABLE words "
    "(number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, holders INTEGER NOT NULL)",
    "CREATE TABLE postings "
    "(word INTEGER, day INTEGER, document INTEGER, PRIMARY KEY (word, day, document)) "
    "WITHOUT ROWID",
)
# What is read of a document out of its part, in the order of the columns above.
_READ = "source, folded, story, path, member, day, made_of, part, words"


def up_to_date(archive: Archive, stack: ExitStack) -> tuple[Archive, sqlite3.Connection]:
    """Return an archive and its catalogue, which fit each other; the stack closes it.

    Where nothing can be written beside the archive, the catalogue is made for this run.
    Raises StoreError.
    """
    path = archive.folder / NAME
    with broken(archive):
        try:
            return _opened(archive, path, stack)
        except sqlite3.OperationalError:
            scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="checker-"))
            return _opened(archive, Path(scratch) / NAME, stack)
        except sqlite3.DatabaseError:
            path.unlink()
            return _opened(archive, path, stack)


def take_up(archive: Archive) -> None:
    """Bring the catalogue of an archive up to date, so that nobody waits for it later."""
    with ExitStack() as stack:
        up_to_date(archive, stack)


@contextmanager
def broken(archive: Archive) -> Iterator[None]:
    """Turn what SQLite says of a file that it cannot use into words on the catalogue."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise StoreError(
            f"{archive.folder / NAME}: the catalogue of the archive cannot be used ({error}); "
            "delete it, and it is made again"
        ) from None


def each_for(
    connection: sqlite3.Connection, query: str, wanted: Sequence[Any], values: Sequence[Any] = ()
) -> Iterator[Any]:
    """Yield the rows of a query for wanted values that it has a `{}` for, some at a time."""
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(query.format(marks), [*some, *values])


def words_in(packed: bytes) -> dict[str, int]:
    """Return how often a document has each word, as the catalogue keeps it."""
    counts: dict[str, int] = json.loads(zlib.decompress(packed))
    return counts


def _opened(archive: Archive, path: Path, stack: ExitStack) -> tuple[Archive, sqlite3.Connection]:
    # Transactions are begun here and nowhere else.
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    stack.enter_context(closing(connection))
    if _told(connection, "application_id") != VERSION:
        _clear(connection)
    archive = _fit(connection, archive)
    if connection.execute("SELECT count(*) FROM documents").fetchone()[0] != archive.documents:
        connection.execute("ROLLBACK")
        _clear(connection)
        archive = _fit(connection, archive)
    return archive, connection


def _fit(connection: sqlite3.Connection, archive: Archive) -> Archive:
    """Take up what a catalogue lacks, and begin to read it; returns the archive that it fits.

    What is asked from then on is of one moment, whoever adds meanwhile.
    """
    while True:
        if _told(connection, "user_version") > _last(archive):
            # Another run has added meanwhile, or the archive is an older copy of itself.
            archive = open_archive(archive.folder)
        if _told(connection, "user_version") > _last(archive):
            _clear(connection)
        _take_up_all(connection, archive)
        connection.execute("BEGIN")
        if _told(connection, "user_version") == _last(archive):
            return archive
        connection.execute("ROLLBACK")


def _last(archive: Archive) -> int:
    return archive.next_number - 1


def _told(connection: sqlite3.Connection, name: str) -> int:
    number: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return number


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _clear(connection: sqlite3.Connection) -> None:
    """Drop all that a catalogue has, and make its tables."""
    with _writing(connection):
        known = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for (name,) in connection.execute(known).fetchall():
            connection.execute(f'DROP TABLE "{name}"')
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {VERSION}")
        connection.execute("PRAGMA user_version = 0")


def _take_up_all(connection: sqlite3.Connection, archive: Archive) -> None:
    """Take up the parts that a catalogue lacks, in their order."""
    for part in archive.head.parts:
        if part.number > _told(connection, "user_version"):
            with _writing(connection):
                # Whoever waited for another run finds the part taken up.
                if part.number > _told(connection, "user_version"):
                    _take_up_part(connection, archive, part)
                    connection.execute(f"PRAGMA user_version = {part.number}")


def _take_up_part(connection: sqlite3.Connection, archive: Archive, part: Part) -> None:
    with Lookups(archive.only([part.number])) as lookups:
        for rows in lookups.documents(_READ):
            _drop(connection, [row[0] for row in rows])
            _put(connection, rows)


def _drop(connection: sqlite3.Connection, sources: Sequence[str]) -> None:
    """Drop documents that are replaced."""
    query = "SELECT number, day, words FROM documents WHERE source IN ({})"
    gone = list(each_for(connection, query, sources))
    told = [(number, day, words_in(words)) for number, day, words in gone]
    lost = Counter(word for _, _, words in told for word in words)
    numbers = _numbers(connection, sorted(lost))
    _recount(connection, {numbers[word]: -count for word, count in lost.items()})
    connection.executemany(
        "DELETE FROM postings WHERE word = ? AND day = ? AND document = ?",
        _postings(told, numbers),
    )
    connection.executemany("DELETE FROM documents WHERE number = ?", [row[:1] for row in gone])


def _put(connection: sqlite3.Connection, rows: Sequence[Sequence[Any]]) -> None:
    """Put documents in that are not there."""
    first = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM documents").fetchone()[0]
    connection.executemany(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((at, *row[:-1], zlib.compress(row[-1].encode(), 1)) for at, row in enumerate(rows, first)),
    )
    day = _READ.split(", ").index("day")
    told = [(at, row[day], json.loads(row[-1])) for at, row in enumerate(rows, first)]
    held = Counter(word for _, _, words in told for word in words)
    connection.executemany(
        "INSERT OR IGNORE INTO words (word, holders) VALUES (?, 0)", ((word,) for word in held)
    )
    numbers = _numbers(connection, sorted(held))
    _recount(connection, {numbers[word]: count for word, count in held.items()})
    connection.executemany("INSERT INTO postings VALUES (?, ?, ?)", _postings(told, numbers))


def _numbers(connection: sqlite3.Connection, words: Sequence[str]) -> dict[str, int]:
    return dict(each_for(connection, "SELECT word, number FROM words WHERE word IN ({})", words))


def _recount(connection: sqlite3.Connection, changes: dict[int, int]) -> None:
    connection.executemany(
        "UPDATE words SET holders = holders + ? WHERE number = ?",
        ((change, number) for number, change in changes.items()),
    )


def _postings(
    told: Sequence[tuple[int, int | None, dict[str, int]]], numbers: dict[str, int]
) -> list[tuple[int, int, int]]:
    """Return who holds which word, in the order in which they lie in the file."""
    return sorted(
        (numbers[word], UNDATED if day is None else day, document)
        for document, day, words in told
        for word in words
    )
