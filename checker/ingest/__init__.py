"""Files → sources: text, date, regions, lineage and copies of every document."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import ForeignInput, InputError, NoArticle, OversizedInput
from checker.ingest.content import Budget, Content
from checker.ingest.copies import mark_copies
from checker.ingest.decode import read_bytes
from checker.ingest.document import make_source
from checker.ingest.draft import Draft, Outcome
from checker.ingest.drafts import mark_draft
from checker.ingest.language import language_name
from checker.ingest.naming import name_member, name_sources
from checker.ingest.options import IngestOptions
from checker.ingest.readers import read_content
from checker.ingest.stories import Placed, assign_stories
from checker.ingest.walk import STDIN, find_documents
from checker.model.source import Source, Unread, locate

__all__ = ["IngestOptions", "mark_draft", "read_all"]


def read_all(
    paths: Sequence[Path], options: IngestOptions, root: Path | None = None
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read the documents at `paths`, folders and all; their order does not matter.

    Sources come story by story. Paths are shown as given, or from `root` on where
    they lie below it; `-` is standard input. A document that cannot be read becomes
    an `Unread` and the others go on; a path that does not exist raises MissingInput.
    """
    documents, closed = find_documents(paths, options)
    ids = name_sources(documents)
    run = _Run(options, frozenset(paths), root, {name.casefold() for name in ids.values()})
    for error in closed:
        run.miss(error)
    for path in documents:
        for outcome in _read_file(path, options):
            run.add(path, ids[path], outcome)
    run.unread.sort(key=lambda failure: failure.path)
    sources = assign_stories(run.placed, documents, paths, options.stories)
    return _with_copies(sources), tuple(run.unread)


def _with_copies(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Mark the copies within each story: only there voices are counted."""
    stories: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda source: (source.story, source.id)):
        stories.setdefault(source.story, []).append(source)
    return tuple(source for story in stories.values() for source in mark_copies(story))


def _read_file(path: Path, options: IngestOptions) -> Iterator[Outcome]:
    try:
        data = read_bytes(path, options.max_bytes)
    except InputError as error:
        yield error
        return
    budget = Budget(options.max_unpacked, options.max_documents)
    yield from read_content(Content(path, data, options, read_content, path.name, budget=budget))


@dataclass(slots=True)
class _Run:
    """What was read so far; `ids` are those in use, `size` the bytes of all texts."""

    options: IngestOptions
    given: frozenset[Path]
    root: Path | None
    ids: set[str]
    placed: list[Placed] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    size: int = 0

    def add(self, path: Path, file_id: str, outcome: Outcome) -> None:
        """Take a document that was read, or the reason why it was not."""
        try:
            if isinstance(outcome, InputError):
                raise outcome
            self._make_room(path, outcome)
            source_id = name_member(file_id, outcome.member, self.ids)
            source = make_source(outcome, _shown(path, self.root), source_id)
            self._refuse_foreign(path, source)
            self.placed.append(Placed(source, path))
        except InputError as error:
            if isinstance(outcome, Draft):
                error.member = outcome.member
            self.miss(error)

    def miss(self, error: InputError) -> None:
        """Note what was not read; no fault is what a folder holds beside its documents."""
        shown = locate(_shown(error.path, self.root), error.member)
        fatal = not isinstance(error, NoArticle) or error.path in self.given
        self.unread.append(
            Unread(path=shown, reason=error.reason, remedy=error.remedy, fatal=fatal)
        )

    def _make_room(self, path: Path, draft: Draft) -> None:
        """Refuse what goes beyond the memory for texts; smaller ones below it may still fit."""
        size = sys.getsizeof(draft.text)
        if size > self.options.max_text:
            reason = f"its text takes {size:,} bytes of memory, more than the limit"
            raise OversizedInput(path, reason, "raise max-text in the settings, or split it")
        if self.size + size > self.options.max_text or self._is_full:
            reason = "not read, since the documents before it fill the memory set aside for texts"
            raise OversizedInput(path, reason, "raise max-text and max-documents, or name fewer")
        self.size += size

    @property
    def _is_full(self) -> bool:
        return len(self.placed) >= self.options.max_documents

    def _refuse_foreign(self, path: Path, source: Source) -> None:
        if source.language not in self.options.languages:
            reason = f"not checked: it is in {language_name(source.language)}"
            checked = ", ".join(language_name(code) for code in self.options.languages)
            raise ForeignInput(path, reason, f"documents in {checked} are checked")


def _shown(path: Path, root: Path | None) -> str:
    """The path for people: from the root on, if it lies below it."""
    if path == STDIN:
        return "standard input"
    if root is not None:
        absolute, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100
        if absolute.is_relative_to(base):
            return absolute.relative_to(base).as_posix()
    return path.as_posix()
