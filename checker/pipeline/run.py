"""The run from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import groupby
from pathlib import Path

from checker import ingest, review
from checker.engine.processes import Workers
from checker.model.claim import Claim
from checker.model.report import Report
from checker.model.result import StoryResult
from checker.model.source import Source, Unread
from checker.pipeline.plan import DEFAULTS, Done, Plan, Tell, claims_maker, make_plan, silent
from checker.pipeline.shelf import Shelf, open_shelf
from checker.pipeline.steps import extract_batch
from checker.pipeline.work import (
    OpenStory,
    batches_of,
    begin,
    check_stories,
    extract_to_shelf,
    jobs_for,
    jobs_for_stories,
    pieces_of,
    stories_at_a_time,
    take,
    worth,
)
from checker.settings import Settings, without_dropped
from checker.store import Readings, Results, Stored


def check(  # noqa: PLR0913  (all but the first have good defaults)
    paths: Sequence[Path | str],
    settings: Settings = DEFAULTS,
    store: Path | None = None,
    draft: Path | None = None,
    new: Sequence[Path] | None = None,
    *,
    jobs: int = 1,
    whole: bool = True,
    tell: Tell = silent,
) -> Report:
    """Cross-check the documents at `paths`, files or folders.

    Documents of different stories are not compared; the report holds all stories, one
    after the other, and every severity. What could not be read stands in `unread`.
    `store` is a folder in which claims are kept, as soon as they are made, and used again
    where nothing has changed; with it come the caches of what was read and compared.
    `draft` is one of the documents, the desk's own: it backs no answer, and the report
    says what stands behind each of its sentences. `new` are those of the documents, or
    folders of them, that the run is asked about: stories without one are not compared.

    `jobs` is the number of processes, 0 for one a processor; a program that asks for more
    than one guards its main module as multiprocessing wants it. A report that is not to be
    `whole` lacks claims and clusters. `tell` hears how far the run is.
    Raises MissingInput for a path that does not exist, and EngineError where one of several
    processes fails.
    """
    with Workers(jobs) as workers:
        # Of stories that nothing is asked about, nothing is read out.
        early = workers if new is None else None
        read, unread = _read([Path(path) for path in paths], settings, store, early)
        sources = ingest.mark_draft(read, draft) if draft else read
        asked = frozenset[str]() if new is None else _ids_under(sources, new)
        looked_at = sources if new is None else _of_their_stories(sources, asked)
        plan = make_plan(settings, asked)
        # As if all were to be done: claims lie where every process that there may be sees them.
        whole_of_it = OpenStory(tuple(looked_at), tuple(looked_at), to_compare=True)
        shared = workers.several(jobs_for_stories([whole_of_it]))
        with open_shelf(claims_maker(settings), store, shared=shared) as shelf:
            lacking = shelf.lacking(looked_at)
            remade = shelf.remade(lacking)
            stories = _Stories(looked_at, lacking, plan, store)
            stories.check(shelf, workers, tell)
            parts = [
                review.unpack(
                    result, plan.run, story, _claims(story, shelf, settings) if whole else None
                )
                for story, result in stories.results()
            ]
    marked = {source.id: source for part in parts for source in part.sources}
    everything = [marked.get(source.id, source) for source in sources]
    report = review.join(plan.run, parts, unread, everything, asked)
    return without_dropped(report.model_copy(update={"remade": remade}), settings.per_path)


def claims_of(
    sources: Sequence[Source],
    settings: Settings,
    store: Path | None,
    *,
    jobs: int = 1,
    tell: Tell = silent,
) -> dict[str, Stored]:
    """Return the claims of each source, by id; those in store are used, and new ones stored."""
    with Workers(jobs) as workers:
        shared = workers.several(jobs_for(sources))
        with open_shelf(claims_maker(settings), store, shared=shared) as shelf:
            lacking, done = shelf.lacking(sources), 0
            extract = partial(extract_to_shelf, settings, shelf)
            for number in workers.map(extract, batches_of(lacking), jobs_for(lacking)):
                done += number
                tell("Reading documents", done, len(lacking))
            return take(sources, shelf, settings)


class _Stories:
    """The stories of a run, each with its result: kept from an earlier run, or made in this."""

    def __init__(
        self, sources: Sequence[Source], lacking: Iterable[Source], plan: Plan, store: Path | None
    ) -> None:
        told = groupby(sources, key=lambda source: source.story)
        self._stories = [tuple(story) for _, story in told]
        self._lacking = {source.id for source in lacking}
        self._plan = plan
        self._kept = Results(store, plan.made_by) if store and plan.made_by else None
        self._results = [self._kept.get(s) if self._kept else None for s in self._stories]

    @property
    def open(self) -> list[OpenStory]:
        """The stories on which there is something to do."""
        told = map(self._open, range(len(self._stories)))
        return [story for story in told if story.to_compare or story.lacking]

    def _open(self, place: int) -> OpenStory:
        sources = self._stories[place]
        lacking = tuple(source for source in sources if source.id in self._lacking)
        return OpenStory(sources, lacking, to_compare=self._results[place] is None)

    def check(self, shelf: Shelf, workers: Workers, tell: Tell) -> None:
        """Read what has no claims yet, and compare what has no result.

        Processes share the reading of a long story, which is compared when all is read.
        """
        pieces = sorted(map(pieces_of, self.open), key=len, reverse=True)
        to_do = [piece for those in pieces for piece in those]
        self._check(to_do, shelf, workers, partial(tell, "Checking documents"))
        self._lacking.clear()
        self._check(self.open, shelf, workers, partial(tell, "Comparing long stories"))

    def _check(
        self, to_do: Sequence[OpenStory], shelf: Shelf, workers: Workers, tell: Done
    ) -> None:
        places = {story[0].id: place for place, story in enumerate(self._stories)}
        tasks = list(stories_at_a_time(to_do))
        check = partial(check_stories, self._plan, shelf)
        made = workers.map(check, tasks, jobs_for_stories(to_do))
        done, of = 0, sum(len(story.sources) for story in to_do)
        for stories, results in zip(tasks, made, strict=True):
            for story, result in zip(stories, results, strict=True):
                done += len(story.sources)
                if result is not None:
                    self._results[places[story.sources[0].id]] = result
                    if self._kept:
                        self._kept.put(story.sources, result)
            tell(done, of)

    def results(self) -> Iterator[tuple[tuple[Source, ...], StoryResult]]:
        """Yield the sources of each story and its result."""
        for story, result in zip(self._stories, self._results, strict=True):
            if result is not None:
                yield story, result


class _Reading:
    """Readings kept from earlier; where much is new, processes begin while it is read."""

    def __init__(self, kept: Readings | None, workers: Workers | None, settings: Settings) -> None:
        self._kept = kept
        self._workers = workers
        self._begin = partial(begin, settings)
        self._new = 0

    def get(self, source: str, path: str, data: bytes) -> Source | None:
        """Return what was read out of a file before, if it is kept."""
        return self._kept.get(source, path, data) if self._kept else None

    def put(self, source: Source, data: bytes) -> None:
        """Keep what was read out of a file."""
        if self._kept:
            self._kept.put(source, data)
        self._new += len(source.text)
        if self._workers:
            self._workers.get_ready(worth(self._new), self._begin)


def _read(
    paths: Sequence[Path], settings: Settings, store: Path | None, workers: Workers | None
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read documents, as they were read before where their files are the same."""
    kept = Readings(store, settings.ingest.model_dump_json()) if store else None
    reading = _Reading(kept, workers, settings)
    return ingest.read_apart(paths, settings.ingest, readings=reading)


def _claims(sources: Sequence[Source], shelf: Shelf, settings: Settings) -> list[Claim]:
    """Return the claims of a story, source by source."""
    found = take(sources, shelf, settings)
    return [claim for source in sources for claim in found[source.id].claims]


def _ids_under(sources: Sequence[Source], paths: Sequence[Path]) -> frozenset[str]:
    """Return the ids of the sources that were read from some files or below some folders."""
    named = {path.resolve() for path in paths}
    files = ((source.id, Path(source.path).resolve()) for source in sources)
    return frozenset(key for key, file in files if named & {file, *file.parents})


def _of_their_stories(sources: Sequence[Source], asked: Set[str]) -> tuple[Source, ...]:
    """Return the sources of those stories that one of the named takes part in."""
    stories = {source.story for source in sources if source.id in asked}
    return tuple(source for source in sources if source.story in stories)


def extract_claims(paths: Sequence[Path | str], settings: Settings = DEFAULTS) -> tuple[Claim, ...]:
    """Return the claims of those documents at `paths` that can be read."""
    sources, _ = ingest.read_apart([Path(path) for path in paths], settings.ingest)
    found = extract_batch(sources, settings)
    return tuple(claim for source in sources for claim in found[source.id].claims)
