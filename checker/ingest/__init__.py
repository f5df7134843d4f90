"""Files → sources: text, date, regions, lineage and copies of every document."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Protocol

from checker.errors import ForeignInput, InputError, NoArticle, OversizedInput
from checker.ingest.content import Budget, Content
from checker.ingest.copies import mark_copies
from checker.ingest.decode import read_bytes
from checker.ingest.document import make_source
from checker.ingest.draft import Draft, Outcome
from checker.ingest.drafts import mark_draft
from checker.ingest.language import language_name
from checker.ingest.naming import name_member, name_sources
from checker.ingest.options import IngestOptions, StoriesBy
from checker.ingest.readers import read_content
from checker.ingest.stories import Placed, assign_stories, named_stories
from checker.ingest.walk import STDIN, find_documents
from checker.model.source import Source, Unread, locate

__all__ = [
    "IngestOptions",
    "ReadBatch",
    "Readings",
    "mark_copies",
    "mark_draft",
    "name_sources",
    "read_all",
    "read_apart",
    "read_given",
    "read_in_batches",
]

# Documents read at a time where no run holds them all.
BATCH = 500


class Readings(Protocol):
    """Where sources are kept that were read before, by the id, path and bytes of their files."""

    def get(self, source_id: str, path: str, content: bytes) -> Source | None:
        """Return what was made of a file before, if anything is kept."""

    def put(self, source: Source, content: bytes) -> None:
        """Keep what was made of a file."""


def read_all(
    paths: Sequence[Path], options: IngestOptions, root: Path | None = None
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read the documents at `paths`, folders and all; their order does not matter.

    Sources come story by story, the copies among them marked. Paths are shown as given,
    or from `root` on where they lie below it; `-` is standard input. A document that
    cannot be read becomes an `Unread` and the others go on; a path that does not exist
    raises MissingInput.
    """
    sources, unread = read_apart(paths, options, root)
    stories = (tuple(told) for _, told in groupby(sources, key=lambda source: source.story))
    return tuple(source for told in stories for source in mark_copies(told)), unread


def read_apart(
    paths: Sequence[Path],
    options: IngestOptions,
    root: Path | None = None,
    readings: Readings | None = None,
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read documents as `read_all` does, without looking for copies among them.

    That is the part that asks what other documents say; only within a story voices are
    counted. `readings` spare the reading of files that were read before.
    """
    documents, closed = find_documents(paths, options)
    ids = name_sources(documents)
    taken = {name.casefold() for name in ids.values()}
    run = _Run(options, frozenset(paths), root, taken, readings)
    for error in closed:
        run.miss(error)
    for path in documents:
        run.read(path, ids[path])
    run.unread.sort(key=lambda failure: failure.path)
    sources = assign_stories(run.placed, documents, paths, options.stories)
    return tuple(sorted(sources, key=lambda source: (source.story, source.id))), tuple(run.unread)


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """What was read of some files, and how many files are done, of how many."""

    sources: tuple[Source, ...]
    unread: tuple[Unread, ...]
    done: int
    of: int


def read_in_batches(
    paths: Sequence[Path], options: IngestOptions, most: int = BATCH
) -> Iterator[ReadBatch]:
    """Read documents as `read_apart` does, some files at a time: there may be any number.

    Ids are unique over all batches. Where stories are told by what documents say, that
    is left open: a source's story is then the one that its head names, or "".
    """
    boundless = options.model_copy(update={"max_documents": sys.maxsize})
    documents, closed = find_documents(paths, boundless)
    ids = name_sources(documents)
    taken = {name.casefold() for name in ids.values()}
    for first in range(0, max(len(documents), 1), most):
        run = _Run(options, frozenset(paths), None, taken)
        for error in closed if first == 0 else ():
            run.miss(error)
        for path in documents[first : first + most]:
            run.read(path, ids[path])
        if options.stories is StoriesBy.CONTENT:
            sources = named_stories(run.placed)
        else:
            sources = assign_stories(run.placed, documents, paths, options.stories)
        unread = tuple(sorted(run.unread, key=lambda failure: failure.path))
        yield ReadBatch(sources, unread, min(first + most, len(documents)), len(documents))


def read_given(
    path: str, file_id: str, content: bytes | None, options: IngestOptions
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read the documents of one file under an id; stories are those that their heads name.

    Where the content is at hand, the path need not be one of this machine.
    """
    run = _Run(options, frozenset(), None, {file_id.casefold()})
    if content is None:
        run.read(Path(path), file_id)
    else:
        run.take(Path(path), file_id, content)
    return named_stories(run.placed), tuple(run.unread)


@dataclass(slots=True)
class _Run:
    """What was read so far; `ids` are those in use, `size` the bytes of all texts."""

    options: IngestOptions
    given: frozenset[Path]
    root: Path | None
    ids: set[str]
    readings: Readings | None = None
    placed: list[Placed] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    size: int = 0

    def read(self, path: Path, file_id: str) -> None:
        """Read a file and take the documents in it, as they were read before if they are kept."""
        try:
            data = read_bytes(path, self.options.max_bytes)
        except InputError as error:
            self.miss(error)
            return
        self.take(path, file_id, data)

    def take(self, path: Path, file_id: str, data: bytes) -> None:
        """Take the documents of a file, as they were read before if they are kept."""
        kept = self._kept(path, file_id, data)
        if kept is not None:
            self.add(path, file_id, kept)
            return
        budget = Budget(self.options.max_unpacked, self.options.max_documents)
        content = Content(path, data, self.options, read_content, path.name, budget=budget)
        outcomes = 0
        for outcome in read_content(content):
            outcomes += 1
            self.add(path, file_id, outcome)
        made = self.placed[-1] if self.placed else None
        # A file of many documents is read anew: their ids depend on those of other files.
        if outcomes == 1 and made and made.path == path and not made.source.member:
            self._keep(made.source, data)

    def _kept(self, path: Path, file_id: str, data: bytes) -> Source | None:
        if self.readings is None or path == STDIN:
            return None
        return self.readings.get(file_id, _shown(path, self.root), data)

    def _keep(self, source: Source, data: bytes) -> None:
        if self.readings is not None:
            self.readings.put(source, data)

    def add(self, path: Path, file_id: str, outcome: Outcome | Source) -> None:
        """Take a document that was read, or the reason why it was not."""
        try:
            if isinstance(outcome, InputError):
                raise outcome
            self._make_room(path, outcome.text)
            if isinstance(outcome, Draft):
                source_id = name_member(file_id, outcome.member, self.ids)
                source = make_source(outcome, _shown(path, self.root), source_id)
            else:
                source = outcome
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

    def _make_room(self, path: Path, text: str) -> None:
        """Refuse what goes beyond the memory for texts; smaller ones below it may still fit."""
        size = sys.getsizeof(text)
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
