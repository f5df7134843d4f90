"""The steps as tasks for processes: what goes to them and comes back is small.

Claims stay on the shelf, so that a run that is interrupted goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker import review
from checker.engine.processes import cores
from checker.model.result import StoryResult
from checker.model.source import Source
from checker.pipeline.plan import Plan
from checker.pipeline.shelf import Shelf
from checker.pipeline.steps import compare_story, extract_batch
from checker.settings import Settings
from checker.store import Stored

# Characters of text that are read at a time: enough to fill the parser's matrices, little
# enough that an interrupted run loses seconds and the last process is not waited for.
BATCH_CHARACTERS = 40_000
# A process takes as long to begin (two seconds and more, for the parser and its model) as
# half so many characters take to read.
WORTH_A_PROCESS = 180_000
# Reading a text takes so many times longer than comparing what it claims.
READING_TO_COMPARING = 10


@dataclass(frozen=True, slots=True)
class Batch:
    """Sources to be read for their claims, and the shelf on which to put these."""

    sources: tuple[Source, ...]
    settings: Settings
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sources of one story, to be compared by a plan, and the shelf with their claims."""

    sources: tuple[Source, ...]
    plan: Plan
    shelf: Shelf


def extract_to_shelf(batch: Batch) -> int:
    """Put the claims of a batch on its shelf; return how many sources it had."""
    batch.shelf.put(batch.sources, extract_batch(batch.sources, batch.settings))
    return len(batch.sources)


def compare_from_shelf(task: Comparison) -> StoryResult:
    """Return what comparing one story gave."""
    found = take(task.sources, task.shelf, task.plan.settings)
    return review.pack(compare_story(task.sources, found, task.plan))


def take(sources: Sequence[Source], shelf: Shelf, settings: Settings) -> dict[str, Stored]:
    """Return the claims of sources from a shelf; what is gone meanwhile is made anew."""
    found = {source.id: shelf.get(source) for source in sources}
    gone = [source for source in sources if found[source.id] is None]
    made = extract_batch(gone, settings) if gone else {}
    return {key: each for key, each in {**found, **made}.items() if each is not None}


def batches_of(sources: Iterable[Source]) -> Iterator[tuple[Source, ...]]:
    """Yield sources some at a time, in their order; a long text is alone."""
    batch: list[Source] = []
    size = 0
    for source in sources:
        if batch and size + len(source.text) > BATCH_CHARACTERS:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(source)
        size += len(source.text)
    if batch:
        yield tuple(batch)


def jobs_for(to_read: Iterable[Source], to_compare: Iterable[Source], wanted: int) -> int:
    """Return how many processes are worth while; `wanted` 0 stands for one a processor."""
    size = sum(len(source.text) for source in to_read)
    size += sum(len(source.text) for source in to_compare) // READING_TO_COMPARING
    return max(1, min(wanted or cores(), size // WORTH_A_PROCESS))
