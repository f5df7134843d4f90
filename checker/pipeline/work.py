"""The steps as tasks for processes: what goes to them and comes back is small.

Claims stay on the shelf, so that a run that is interrupted goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checker import extract, review
from checker.model.result import StoryResult
from checker.model.source import Source
from checker.pipeline.plan import Plan
from checker.pipeline.shelf import Shelf
from checker.pipeline.steps import compare_story, extract_batch
from checker.settings import Settings
from checker.store import Stored

T = TypeVar("T")

# Characters of text that are read at a time: enough to fill the parser's matrices, little
# enough that an interrupted run loses seconds and the last process is not waited for.
BATCH_CHARACTERS = 40_000
# What is to do for each process: one takes as long to begin (two seconds and more, for the
# parser and its model) as half so many characters take to read.
WORTH_A_PROCESS = 180_000
# Reading a text takes so many times longer than comparing what it claims.
READING_TO_COMPARING = 10


def begin(settings: Settings) -> None:
    """Load what the reading of sources needs: a process does so before there is any."""
    extract.load_model(settings.extract)


def extract_to_shelf(settings: Settings, shelf: Shelf, sources: Sequence[Source]) -> int:
    """Put the claims of some sources on a shelf; return how many sources there were."""
    shelf.put(sources, extract_batch(sources, settings))
    return len(sources)


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story that is not done: its sources, those whose claims are not there, what is to do."""

    sources: tuple[Source, ...]
    lacking: tuple[Source, ...]
    to_compare: bool

    @property
    def to_read(self) -> int:
        """Characters whose claims are to be read."""
        return sum(map(_characters, self.lacking))

    @property
    def size(self) -> int:
        """What is to do, in characters to read."""
        compared = self.sources if self.to_compare else ()
        return self.to_read + sum(map(_characters, compared)) // READING_TO_COMPARING


def check_stories(
    plan: Plan, shelf: Shelf, stories: Sequence[OpenStory]
) -> list[StoryResult | None]:
    """Put the claims that some stories lack on a shelf; return what comparing them gave.

    A story that is not to be compared gives nothing.
    """
    lacking = [source for story in stories for source in story.lacking]
    made = extract_batch(lacking, plan.settings) if lacking else {}
    shelf.put(lacking, made)
    return [
        _compared(plan, shelf, story.sources, made) if story.to_compare else None
        for story in stories
    ]


def _compared(
    plan: Plan, shelf: Shelf, sources: Sequence[Source], made: Mapping[str, Stored]
) -> StoryResult:
    """Compare one story, whose claims were just made or are on a shelf."""
    kept = [source for source in sources if source.id not in made]
    found = {**take(kept, shelf, plan.settings), **made}
    return review.pack(compare_story(sources, found, plan))


def take(sources: Sequence[Source], shelf: Shelf, settings: Settings) -> dict[str, Stored]:
    """Return the claims of sources from a shelf; what is gone meanwhile is made anew."""
    found = {source.id: shelf.get(source) for source in sources}
    gone = [source for source in sources if found[source.id] is None]
    made = extract_batch(gone, settings) if gone else {}
    return {key: each for key, each in {**found, **made}.items() if each is not None}


def batches_of(sources: Iterable[Source]) -> Iterator[tuple[Source, ...]]:
    """Yield sources some at a time, in their order; a long text is alone."""
    return some_at_a_time(sources, _characters, BATCH_CHARACTERS)


def some_at_a_time(
    things: Iterable[T], size_of: Callable[[T], int], most: int
) -> Iterator[tuple[T, ...]]:
    """Yield things together that are not larger than `most`, in their order; or one alone."""
    some: list[T] = []
    size = 0
    for thing in things:
        if some and size + size_of(thing) > most:
            yield tuple(some)
            some, size = [], 0
        some.append(thing)
        size += size_of(thing)
    if some:
        yield tuple(some)


def stories_at_a_time(stories: Iterable[OpenStory]) -> Iterator[tuple[OpenStory, ...]]:
    """Yield stories some at a time, in their order; one with much to do is alone."""
    return some_at_a_time(stories, lambda story: story.size, BATCH_CHARACTERS)


def pieces_of(story: OpenStory) -> list[OpenStory]:
    """Return a story with much to read in pieces that are read apart, or itself alone."""
    if story.to_read <= BATCH_CHARACTERS:
        return [story]
    return [OpenStory(some, some, to_compare=False) for some in batches_of(story.lacking)]


def jobs_for(to_read: Iterable[Source]) -> int:
    """Return how many processes the reading of some sources is worth; one at the least."""
    return worth(sum(map(_characters, to_read)))


def jobs_for_stories(stories: Iterable[OpenStory]) -> int:
    """Return how many processes what is to do on some stories is worth; one at the least."""
    return worth(sum(story.size for story in stories))


def worth(characters: int) -> int:
    """Return how many processes so much to read is worth; one at the least."""
    return max(1, characters // WORTH_A_PROCESS)


def _characters(source: Source) -> int:
    return len(source.text)
