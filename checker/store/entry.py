"""A document as it goes into an archive: plain texts and numbers that any engine can carry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.model.source import Source
from checker.store.claims import Stored, source_digest


@dataclass(frozen=True, slots=True)
class Entry:
    """A source with its claims, and how often it has each word.

    `record` and `coverage` are JSON, as are the claims, each after its attribute and in
    the order in which they were found. `day` is that of publication from the year 1 on.
    """

    source: str
    story: str
    path: str
    member: str
    day: int | None
    made_of: str
    record: str
    coverage: str | None
    claims: tuple[tuple[str, str], ...]
    words: Mapping[str, int]


def entry_of(source: Source, stored: Stored, words: Mapping[str, int], day: int | None) -> Entry:
    """Return a source as it goes into an archive."""
    return Entry(
        source=source.id,
        story=source.story,
        path=source.path,
        member=source.member,
        day=day,
        made_of=source_digest(source),
        record=source.model_dump_json(),
        coverage=stored.coverage.model_dump_json() if stored.coverage else None,
        claims=tuple(
            (claim.question.attribute.value, claim.model_dump_json()) for claim in stored.claims
        ),
        words=dict(words),
    )


def source_row(entry: Entry, part: int) -> tuple[Any, ...]:
    """Return the row of a source in the order of its table's columns."""
    return (
        part,
        entry.source,
        entry.source.casefold(),
        entry.story,
        entry.path,
        entry.member,
        entry.day,
        entry.made_of,
        len(entry.claims),
        json.dumps(entry.words, ensure_ascii=False),
        entry.record,
        entry.coverage,
    )


def claim_rows(entry: Entry, part: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a source's claims, in the order of their table's columns."""
    for position, (attribute, record) in enumerate(entry.claims):
        yield part, entry.source, entry.story, position, attribute, record
