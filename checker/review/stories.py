"""Reports of single stories → the report of a run, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import datetime

from checker.model.report import Report, RunInfo, Story
from checker.model.source import Source, Unread


def story_of(sources: Sequence[Source]) -> Story:
    """Return the story that sources report, called by the headline of the earliest."""
    titled = [source for source in sources if source.title]
    first = min(titled, key=_when, default=None)
    name = sources[0].story
    return Story(
        id=name,
        title=first.title if first else name,
        sources=tuple(source.id for source in sources),
    )


def join(
    run: RunInfo,
    parts: Iterable[Report],
    unread: Sequence[Unread],
    sources: Sequence[Source] | None = None,
    new: Set[str] = frozenset(),
) -> Report:
    """Return one report of several, each of one story; they follow each other.

    `sources` are all that were read, in their order, by default those of the stories;
    `new` are the ids of those that the run was asked about.
    """
    reports = tuple(parts)
    read = [each for part in reports for each in part.sources] if sources is None else sources
    return Report(
        run=run,
        sources=tuple(read),
        unread=tuple(unread),
        claims=tuple(each for part in reports for each in part.claims),
        clusters=tuple(each for part in reports for each in part.clusters),
        discrepancies=tuple(each for part in reports for each in part.discrepancies),
        agreements=tuple(each for part in reports for each in part.agreements),
        coverage=tuple(each for part in reports for each in part.coverage),
        stories=tuple(each for part in reports for each in part.stories),
        new_sources=tuple(source.id for source in read if source.id in new),
        namesakes=tuple(each for part in reports for each in part.namesakes),
        draft=next((part.draft for part in reports if part.draft), None),
    )


def split(report: Report) -> Iterator[tuple[Story, Report]]:
    """Yield each story with what the report says of it; documents unread are in none."""
    for story in report.stories:
        ids = set(story.sources)
        standing = report.standing
        part = {
            "sources": tuple(each for each in report.sources if each.id in ids),
            "unread": (),
            "claims": tuple(each for each in report.claims if each.source in ids),
            "clusters": tuple(each for each in report.clusters if each.claims[0].source in ids),
            "discrepancies": tuple(e for e in report.discrepancies if e.story == story.id),
            "agreements": tuple(each for each in report.agreements if each.story == story.id),
            "coverage": tuple(each for each in report.coverage if each.source in ids),
            "stories": (story,),
            "draft": report.draft if report.draft and report.draft.source in ids else None,
            "new_sources": tuple(each for each in report.new_sources if each in ids),
            "standing": standing.model_copy(
                update={
                    "suppressed": tuple(
                        e for e in standing.suppressed if e.discrepancy.story == story.id
                    )
                }
            ),
        }
        yield story, report.model_copy(update=part)


def _when(source: Source) -> tuple[bool, datetime, str]:
    """Order sources by date, those without one last."""
    moment = source.published.moment
    first = moment.first if moment else None
    return first is None, (first or datetime.min).replace(tzinfo=None), source.id
