"""One story out of an archive: its rows are read from the parts that hold them, and no others.

An engine of queries takes longer to begin than this takes; it is for many stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from checker.model.claim import Claim
from checker.model.report import Coverage
from checker.model.source import Source
from checker.store.archive import Archive, unreadable
from checker.store.claims import Stored
from checker.store.parquet import arrow_library
from checker.store.tables import CLAIMS, SOURCES, Table

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile


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
    arrow = arrow_library()
    for file in archive.files(table.name):
        try:
            read = _read(file, story, columns)
        except (OSError, arrow.ArrowException) as error:
            raise unreadable(file, archive.folder, error) from None
        yield from zip(*(read[name] for name in columns), strict=True)


def _read(file: Path, story: str, columns: Sequence[str]) -> dict[str, list[Any]]:
    """Return columns of the rows of a story out of the groups that may hold them."""
    from pyarrow import compute, parquet  # noqa: PLC0415  (an extra)

    with parquet.ParquetFile(str(file), memory_map=True) as opened:
        groups = [n for n in range(opened.num_row_groups) if _may_hold(opened, n, story)]
        # One thread: a story lies in a group or two.
        rows = opened.read_row_groups(groups, columns=["story", *columns], use_threads=False)
        found: dict[str, list[Any]] = rows.filter(compute.equal(rows["story"], story)).to_pydict()
    return found


def _may_hold(opened: ParquetFile, group: int, story: str) -> bool:
    """Say whether a group of rows may have some of a story, by its first and last."""
    place = opened.schema_arrow.get_field_index("story")
    known = opened.metadata.row_group(group).column(place).statistics
    return known is None or not known.has_min_max or known.min <= story <= known.max


@lru_cache(maxsize=1)
def _claims() -> TypeAdapter[tuple[Claim, ...]]:
    return TypeAdapter(tuple[Claim, ...])
