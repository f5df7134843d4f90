"""All stories of an archive, or some: each is loaded, compared and let go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from checker import review
from checker.engine.processes import Workers
from checker.errors import StoreError
from checker.model.report import Report
from checker.pipeline.against import refuse_outdated
from checker.pipeline.plan import Plan, Tell, make_plan, silent
from checker.pipeline.steps import compare_story
from checker.pipeline.work import some_at_a_time
from checker.settings import Settings, without_dropped
from checker.store import Kept, Lookups, StorySize, open_archive

# Claims that are loaded at a time: small stories are asked for together.
CLAIMS_AT_ONCE = 4_000
# What is not shown of a source in a report that lacks its claims.
UNSHOWN = {"regions": (), "places": ()}


def check_archive(
    folder: Path,
    settings: Settings,
    stories: Sequence[str] = (),
    *,
    whole: bool = False,
    tell: Tell = silent,
) -> Report:
    """Cross-check the stories of an archive, all or those named.

    The discrepancies are those of `pipeline.check` on the same documents. A report that
    is not to be `whole` lacks claims and clusters, and its sources their regions.
    Raises StoreError for a story that is not there and where the archive cannot be used.
    """
    plan = make_plan(settings)
    parts: list[Report] = []
    with Lookups(open_archive(folder)) as lookups:
        sizes = sizes_of(lookups, settings, stories)
        together = some_at_a_time(sizes, _claims, CLAIMS_AT_ONCE)
        kept = (lookups.kept([each.story for each in some]) for some in together)
        loads = sum(map(_claims, sizes)) // CLAIMS_AT_ONCE
        compare = partial(compare_kept, plan, whole)
        with Workers(settings.jobs) as workers:
            for reports in workers.map(compare, kept, max(1, loads)):
                parts += reports
                tell("Comparing stories", len(parts), len(sizes))
    return without_dropped(review.join(plan.run, parts, ()), settings.per_path)


def compare_kept(plan: Plan, whole: bool, kept: Iterable[Kept]) -> list[Report]:
    """Return the report of each story of what an archive keeps: a step of every engine."""
    reports = []
    for _, told in groupby(kept, key=lambda each: each.story):
        pairs = [each.opened() for each in told]
        found = {source.id: stored for source, stored in pairs}
        report = compare_story([source for source, _ in pairs], found, plan)
        reports.append(report if whole else _lean(report))
    return reports


def _lean(report: Report) -> Report:
    """Return a report without what nobody disputes and what is not shown without it."""
    sources = tuple(source.model_copy(update=UNSHOWN) for source in report.sources)
    return report.model_copy(update={"sources": sources, "claims": (), "clusters": ()})


def _claims(size: StorySize) -> int:
    return size.claims


def sizes_of(lookups: Lookups, settings: Settings, stories: Sequence[str]) -> list[StorySize]:
    """Return the sizes of the stories of an archive, all or those named.

    Raises StoreError for one that is not there, and where the claims were made otherwise.
    """
    refuse_outdated(lookups, settings)
    sizes = lookups.stories(stories or None)
    there = {each.story for each in sizes}
    for story in stories:
        if story not in there:
            raise StoreError(
                f"{lookups.archive.folder}: there is no story {story!r} in this archive; "
                "`checker archive info` lists the largest"
            )
    return sizes
