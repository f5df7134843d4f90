"""New documents against an archive: only the stories that they belong to are loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from checker import ingest, review
from checker.errors import StoreError
from checker.ingest.options import StoriesBy
from checker.ingest.telling import telling_of
from checker.model.report import Report
from checker.model.source import Source, Unread
from checker.pipeline.archive import Names
from checker.pipeline.placing import nearest_story
from checker.pipeline.plan import Plan, Tell, claims_maker, make_plan, silent
from checker.pipeline.run import claims_of
from checker.pipeline.steps import compare_story
from checker.settings import Settings, without_dropped
from checker.store import Catalogue, Lookups, Stored, made_by, open_archive, story_in

# Sources that an archive keeps with their claims; a story: the new ones, and the kept.
Kept: TypeAlias = list[tuple[Source, Stored]]
Story: TypeAlias = tuple[list[Source], Kept]


@dataclass(frozen=True, slots=True)
class Against:
    """What new documents say beside an archive.

    `lone` are the paths of those that no story of the archive is like.
    """

    report: Report
    lone: tuple[str, ...]


def check_against(
    new: Sequence[Path],
    archive: Path,
    settings: Settings,
    store: Path | None = None,
    draft: Path | None = None,
    *,
    tell: Tell = silent,
) -> Against:
    """Cross-check new documents with those stories of an archive that they belong to.

    A new document that the archive has is taken as it is now. `draft` is one of the
    new documents, the desk's own. The report holds the stories that were compared.
    Raises MissingInput, and StoreError where the archive cannot be used.
    """
    by_head = settings.ingest.model_copy(update={"stories": StoriesBy.CONTENT})
    with Catalogue(open_archive(archive)) as catalogue:
        refuse_outdated(catalogue, settings)
        read, unread = _read(new, by_head, catalogue)
        sources = ingest.mark_draft(read, draft) if draft else read
        stories, lone = _looked_up(sources, catalogue)
    found = claims_of(sources, settings, store, tell=tell)
    plan = make_plan(settings, (source.id for source in sources))
    parts = [_compare(new, kept, found, plan) for _, (new, kept) in sorted(stories.items())]
    everything = [source for part in parts for source in part.sources]
    report = review.join(plan.run, parts, unread, everything, plan.asked)
    return Against(without_dropped(report, settings.per_path), tuple(lone))


def refuse_outdated(asked: Catalogue | Lookups, settings: Settings) -> None:
    """Raise StoreError where claims of an archive were made by another program or model.

    Claims that were read out in two ways differ for that alone.
    """
    made = made_by(claims_maker(settings))
    old = {part.number for part in asked.archive.head.parts if part.made_by != made}
    if not old:
        return
    number = sum(count for part, count in asked.parts_in_use().items() if part in old)
    if number:
        raise StoreError(
            f"{asked.archive.folder}: the claims of {number:,} documents were made by another "
            "version of the program, another language model or other settings; run "
            "`checker archive add` with the paths of these documents again"
        )


def _read(
    new: Sequence[Path], options: ingest.IngestOptions, catalogue: Catalogue
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """Read new documents, each under an id of its own beside those of the archive."""
    names = Names()
    sources: list[Source] = []
    missed: list[Unread] = []
    for read in ingest.read_in_batches(new, options):
        sources += [source for source, _ in names.named(read.sources, catalogue)]
        missed += read.unread
    return tuple(sources), tuple(missed)


def _placed(sources: Sequence[Source], catalogue: Catalogue) -> tuple[list[Source], list[str]]:
    """Return sources with their stories, and the paths of those that none is like."""
    placed, lone = [], []
    for source in sources:
        told = source.story
        story = told or nearest_story(telling_of(source), catalogue)
        if not story or (told and not catalogue.of_story(told)):
            lone.append(source.path)
        placed.append(source.model_copy(update={"story": story or _own_story(source, catalogue)}))
    return placed, lone


def _own_story(source: Source, catalogue: Catalogue) -> str:
    """Return a name for the story of a document that is like none: its own, if it is free."""
    name = source.id
    while catalogue.of_story(name):
        name = f"{name}-new"
    return name


def _looked_up(
    sources: Sequence[Source], catalogue: Catalogue
) -> tuple[dict[str, Story], list[str]]:
    """Return the stories of new sources by name, and the paths of those that none is like."""
    placed, lone = _placed(sources, catalogue)
    new: dict[str, list[Source]] = defaultdict(list)
    for source in placed:
        new[source.story].append(source)
    return {name: (told, _kept(name, catalogue)) for name, told in new.items()}, lone


def _kept(story: str, catalogue: Catalogue) -> Kept:
    """Return the sources of a story that an archive has, with their claims."""
    held = {each.source: each.part for each in catalogue.of_story(story)}
    return [each.opened() for each in story_in(catalogue.archive, story, held)]


def _compare(new: Sequence[Source], kept: Kept, found: Mapping[str, Stored], plan: Plan) -> Report:
    """Cross-check one story of the archive with the new documents that belong to it."""
    ids = {source.id for source in new}
    others = [(source, held) for source, held in kept if source.id not in ids]
    sources = sorted([*(source for source, _ in others), *new], key=lambda source: source.id)
    claims = {source.id: held for source, held in others} | dict(found)
    return compare_story(sources, claims, plan)
