"""Files → sources: text, date, regions, lineage and copies of every document."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from checker.errors import InputError
from checker.ingest.copies import mark_copies
from checker.ingest.document import read_document
from checker.ingest.drafts import mark_draft
from checker.ingest.naming import name_sources
from checker.ingest.options import IngestOptions
from checker.ingest.stories import Placed, assign_stories
from checker.ingest.walk import find_documents
from checker.model.source import Source, Unread

__all__ = ["IngestOptions", "mark_draft", "read_all"]


def read_all(
    paths: Sequence[Path], options: IngestOptions, root: Path | None = None
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read the documents at `paths`, folders and all; their order does not matter.

    Sources come story by story. Paths are shown as given, or from `root` on where
    they lie below it. A document
    that cannot be read becomes an `Unread` and the others go on; a path that does
    not exist raises MissingInput.
    """
    documents, closed = find_documents(paths)
    ids = name_sources(documents)
    placed: list[Placed] = []
    unread = [_unread(error, root) for error in closed]
    for path in documents:
        try:
            source = read_document(path, _shown(path, root), ids[path], options)
            placed.append(Placed(source, path))
        except InputError as error:
            unread.append(_unread(error, root))
    unread.sort(key=lambda failure: failure.path)
    sources = assign_stories(placed, documents, paths, options.stories)
    return _with_copies(sources), tuple(unread)


def _with_copies(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Mark the copies within each story: only there voices are counted."""
    stories: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda source: (source.story, source.id)):
        stories.setdefault(source.story, []).append(source)
    return tuple(source for story in stories.values() for source in mark_copies(story))


def _unread(error: InputError, root: Path | None) -> Unread:
    return Unread(path=_shown(error.path, root), reason=error.reason, remedy=error.remedy)


def _shown(path: Path, root: Path | None) -> str:
    """The path for people: from the root on, if it lies below it."""
    if root is not None:
        absolute, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100
        if absolute.is_relative_to(base):
            return absolute.relative_to(base).as_posix()
    return path.as_posix()
