"""Documents into an archive: some at a time, so that there may be any number of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checker import ingest
from checker.engine.processes import Workers
from checker.ingest.options import StoriesBy
from checker.ingest.renaming import renamed
from checker.ingest.story_groups import group_alike
from checker.ingest.telling import day_of, telling_of, words_of
from checker.model.source import Source, Unread
from checker.pipeline.placing import nearest_story
from checker.pipeline.plan import Tell, claims_maker, silent
from checker.pipeline.steps import extract_batch
from checker.pipeline.work import batches_of, jobs_for
from checker.settings import Settings
from checker.store import (
    Archive,
    Catalogue,
    Entry,
    Held,
    add_part,
    entry_of,
    forget_plan,
    keep_plan,
    made_by,
    merge_small,
    plan_of,
    source_digest,
    take_up,
    writing,
)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding documents to an archive did: numbers of documents, and what was not read."""

    new: int
    changed: int
    unchanged: int
    unread: tuple[Unread, ...]

    @property
    def read(self) -> int:
        """How many documents were read."""
        return self.new + self.changed + self.unchanged


def entries_of(settings: Settings, sources: Sequence[Source]) -> list[Entry]:
    """Return sources as they go into an archive, with their claims: a step of every engine."""
    found = extract_batch(sources, settings)
    return [
        entry_of(source, found[source.id], words_of(source), day_of(source)) for source in sources
    ]


def add_documents(
    folder: Path, paths: Sequence[Path], settings: Settings, tell: Tell = silent
) -> Added:
    """Add the documents at some paths to an archive, which is made where there is none.

    What the archive has unchanged is left alone, what has changed is replaced: a
    document is known by its path as it is given. May be stopped at any time and begun
    again. Raises MissingInput for a path that does not exist, StoreError where the
    archive cannot be written.
    """
    with writing(folder, settings.ingest.stories.value) as archive:
        stories = _stories_by_content(archive, paths, settings)
        with Workers(settings.jobs) as workers:
            adding = _Adding(archive, settings, stories, workers)
            for read in ingest.read_in_batches(paths, settings.ingest):
                adding.take(read.sources, read.unread)
                tell("Adding documents", read.done, read.of)
        forget_plan(archive)
        take_up(adding.archive)
    return adding.added


class _Adding:
    """A run that adds to an archive; `stories` are those of documents, by id, told by content."""

    def __init__(
        self, archive: Archive, settings: Settings, stories: Mapping[str, str], workers: Workers
    ) -> None:
        self.archive = archive
        self.added = Added(0, 0, 0, ())
        self._settings = settings
        self._stories = stories
        self._made = made_by(claims_maker(settings))
        self._names = Names()
        self._workers = workers

    def take(self, sources: Sequence[Source], unread: Sequence[Unread]) -> None:
        """Add what is new of some documents, as one part."""
        good = {part.number for part in self.archive.head.parts if part.made_by == self._made}
        with Catalogue(self.archive) as catalogue:
            named = self._names.named(sources, catalogue)
        placed = [(self._placed(source), held) for source, held in named]
        fresh = [(source, held) for source, held in placed if not _is_held(source, held, good)]
        if fresh:
            entries = list(self._entries([source for source, _ in fresh]))
            self.archive = merge_small(add_part(self.archive, entries, self._made))
        before, new = self.added, sum(held is None for _, held in fresh)
        self.added = Added(
            before.new + new,
            before.changed + len(fresh) - new,
            before.unchanged + len(placed) - len(fresh),
            (*before.unread, *unread),
        )

    def _placed(self, source: Source) -> Source:
        story = source.story or self._stories[source.id]
        return source.model_copy(update={"story": story})

    def _entries(self, sources: Sequence[Source]) -> Iterator[Entry]:
        extract = partial(entries_of, self._settings)
        # A part of which little is new is no reason to start processes, nor the last one.
        made = self._workers.map(extract, batches_of(sources), jobs_for(sources))
        for entries in made:
            yield from entries


class Names:
    """Ids of a run's documents: those they have in an archive, or others than all there."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def named(
        self, sources: Sequence[Source], catalogue: Catalogue
    ) -> list[tuple[Source, Held | None]]:
        """Return sources under their ids, each with what the archive has of it."""
        shown = [source.model_copy(update={"path": readable(source.path)}) for source in sources]
        held = catalogue.documents({source.path for source in shown})
        taken = catalogue.taken({source.id.casefold() for source in shown})
        named = []
        for source in shown:
            known = held.get((source.path, source.member))
            name = known.source if known else self._free(source.id, taken, catalogue)
            self._given.add(name.casefold())
            named.append((renamed(source, name), known))
        return named

    def _free(self, name: str, taken: set[str], catalogue: Catalogue) -> str:
        """Return an id that nothing in the archive or in this run has."""
        number, candidate = 1, name
        while candidate.casefold() in self._given or candidate.casefold() in taken:
            number += 1
            candidate = f"{name}-{number}"
            taken |= catalogue.taken({candidate.casefold()})
        return candidate


def readable(path: str) -> str:
    """Return a path in which bytes that are no text are spelt out, as files of text need it."""
    return path.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _is_held(source: Source, held: Held | None, good: set[int]) -> bool:
    """Say whether an archive has a source as it is now, its claims made as they are now."""
    return (
        held is not None
        and held.part in good
        and held.story == source.story
        and held.made_of == source_digest(source)
    )


def _stories_by_content(
    archive: Archive, paths: Sequence[Path], settings: Settings
) -> dict[str, str]:
    """Return the story of each document, by id, where what they say tells their stories.

    A document that the archive has stays where it is. Another joins the story there
    that it is most like; those that are like none make stories among themselves, for
    which all must have been read. Only their words are held meanwhile. What was found
    is kept until all are added, so that a run that is stopped goes on the same way.
    """
    if settings.ingest.stories is not StoriesBy.CONTENT:
        return {}
    names, planned = Names(), plan_of(archive)
    stories: dict[str, str] = {}
    fresh = []
    with Catalogue(archive) as catalogue:
        for read in ingest.read_in_batches(paths, settings.ingest):
            for source, held in names.named(read.sources, catalogue):
                story = held.story if held else planned.get(source.id)
                if story:
                    stories[source.id] = story
                else:
                    fresh.append(telling_of(source))
        near = {telling.id: nearest_story(telling, catalogue) for telling in fresh}
    lone = [telling for telling in fresh if not near[telling.id]]
    stories |= {**near, **group_alike(lone)}
    keep_plan(archive, stories)
    return stories
