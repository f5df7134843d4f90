"""One story out of an archive: its rows are read from the parts that hold them, and no others.

An engine of queries takes longer to begin than this takes; it is for many stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from checker.errors import StoreError
from checker.model.claim import Claim
from checker.model.report import Coverage
from checker.model.source import Source
from checker.store.archive import Archive
from checker.store.claims import Stored
from checker.store.parquet import arrow_library
from checker.store.tables import CLAIMS, SOURCES, Table


@dataclass(frozen=True, slots=True)
class Kept:
    """A source of a story as an archive keeps it: JSON, that of its claims in their order."""

    story: str
    record: str
    coverage: str | None
    claims: tuple[str, ...]

    def opened(self) -> tuple[Source, Stored]:
        """Return the source and its claims."""
        claims = _claims().validate_json(f"[{','.join(self.claims)}]")
        coverage = Coverage.model_validate_json(self.coverage) if self.coverage else None
        return Source.model_validate_json(self.record), Stored(claims, coverage)


def story_in(archive: Archive, story: str, held: Mapping[str, int]) -> list[Kept]:
    """Return what an archive keeps of the sources of a story, by id.

    `held` are the ids of these sources, and the part in which each lies: what that part has
    replaced in others counts no more. Raises StoreError for a file that cannot be read.
    """
    parts = archive.only(set(held.values()))
    claims: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for source, part, position, record in _rows(
        parts, CLAIMS, story, ("source", "part", "position", "record")
    ):
        if held.get(source) == part:
            claims[source].append((position, record))
    sources = {
        source: (record, coverage)
        for source, part, record, coverage in _rows(
            parts, SOURCES, story, ("source", "part", "record", "coverage")
        )
        if held.get(source) == part
    }
    return [
        Kept(story, record, coverage, tuple(claim for _, claim in sorted(claims[source])))
        for source, (record, coverage) in sorted(sources.items())
    ]


def _rows(
    archive: Archive, table: Table, story: str, columns: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a story in a table, as far as they stand in the parts of an archive."""
    for file in archive.files(table.name):
        read = _read(archive, file, story, columns)
        yield from zip(*(read[name] for name in columns), strict=True)


def _read(archive: Archive, file: Path, story: str, columns: Sequence[str]) -> dict[str, list[Any]]:
    arrow = arrow_library()
    from pyarrow import parquet  # noqa: PLC0415  (an extra)

    try:
        # One thread: there are two thousand rows to a group, and one group or two to a story.
        found = parquet.read_table(
            str(file), columns=list(columns), filters=[("story", "=", story)], use_threads=False
        )
    except (OSError, arrow.ArrowException) as error:
        why = str(error).strip().splitlines()[0]
        raise StoreError(
            f"{file}: this part of the archive cannot be read ({why}); restore it from a copy, "
            f"or delete {archive.folder} and add its documents again"
        ) from None
    columns_read: dict[str, list[Any]] = found.to_pydict()
    return columns_read


@lru_cache(maxsize=1)
def _claims() -> TypeAdapter[tuple[Claim, ...]]:
    return TypeAdapter(tuple[Claim, ...])
