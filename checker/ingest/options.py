"""What may be set of reading."""

from __future__ import annotations

from enum import StrEnum

from checker.model.record import Record


class StoriesBy(StrEnum):
    """What tells the stories of a run apart; a front matter's `story` goes before the first two."""

    FOLDER = "folder"
    CONTENT = "content"
    ONE = "one"


class IngestOptions(Record):
    """Options of reading.

    `max_bytes` is the largest file read, in bytes. `stories` says how documents are
    told to report one story.
    """

    max_bytes: int = 25_000_000
    stories: StoriesBy = StoriesBy.FOLDER
